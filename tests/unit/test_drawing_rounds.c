/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of rounds as they are drawn: trends, and answers. */
#include "close.h"
#include "fixtures.h"
#include "looks.h"
#include "marks.h"

static const char *const names[] = { "trend", "trend_withheld", "trend_units", "trend_arms",
	"trend_one", "trend_many", "trend_longest", "trend_longest_4", "trend_empty",
	"trend_hostile", "answers", "answers_many", "answers_one", "answers_withheld",
	"answers_middle", "answers_arms", "answers_longest", "answers_empty", "answers_hostile" };

static int draw(void **state)
{
	(void)state;
	return fixtures_begin(names, sizeof names / sizeof *names);
}

static void test_trends_stand_at_their_levels(void **state)
{
	static const char *const drawn[] = { "trend", "trend_withheld", "trend_units", "trend_arms",
		"trend_one", "trend_many", "trend_longest" };

	(void)state;
	for (size_t i = 0; i < 2 * sizeof drawn / sizeof *drawn; i++)
		expect_trend_marks(drawn[i / 2], i % 2);
}

static void test_answers_are_as_wide_as_their_shares(void **state)
{
	static const char *const drawn[] = { "answers", "answers_many", "answers_one",
		"answers_withheld", "answers_middle", "answers_arms", "answers_longest" };

	(void)state;
	for (size_t i = 0; i < 2 * sizeof drawn / sizeof *drawn; i++)
		expect_answer_boxes(drawn[i / 2], i % 2);
}

static void test_figures_stand_out_from_their_boxes(void **state)
{
	(void)state;
	for (size_t spoken = 0; spoken < 2; spoken++) {
		expect_contrast("answers", spoken, 30);
		expect_contrast("answers_arms", spoken, 20);
		expect_contrast("answers_longest", spoken, 30);
	}
}

static void test_same_input_same_bytes(void **state)
{
	static const char *const redrawn[] = { "trend", "answers", "answers_hostile" };

	(void)state;
	expect_same_bytes(redrawn, sizeof redrawn / sizeof *redrawn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_text_is_drawn),
		cmocka_unit_test(test_every_frame_text_is_drawn),
		cmocka_unit_test(test_trends_stand_at_their_levels),
		cmocka_unit_test(test_answers_are_as_wide_as_their_shares),
		cmocka_unit_test(test_figures_stand_out_from_their_boxes),
		cmocka_unit_test(test_texts_do_not_overlap),
		cmocka_unit_test(test_ids_are_unique_and_prefixed),
		cmocka_unit_test(test_nothing_of_the_data_runs),
		cmocka_unit_test(test_same_input_same_bytes),
	};

	return cmocka_run_group_tests(tests, draw, fixtures_end);
}
