/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of rounds as they are drawn: trends, and answers. */
#include "close.h"
#include "fixtures.h"
#include "looks.h"
#include "marks.h"

static const char *const names[] = { "trend", "trend_withheld", "trend_units", "trend_arms",
	"trend_one", "trend_many", "trend_longest", "trend_longest_4", "trend_empty",
	"trend_hostile" };

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

static void test_same_input_same_bytes(void **state)
{
	static const char *const redrawn[] = { "trend", "trend_hostile" };

	(void)state;
	expect_same_bytes(redrawn, sizeof redrawn / sizeof *redrawn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_text_is_drawn),
		cmocka_unit_test(test_every_frame_text_is_drawn),
		cmocka_unit_test(test_trends_stand_at_their_levels),
		cmocka_unit_test(test_texts_do_not_overlap),
		cmocka_unit_test(test_ids_are_unique_and_prefixed),
		cmocka_unit_test(test_nothing_of_the_data_runs),
		cmocka_unit_test(test_same_input_same_bytes),
	};

	return cmocka_run_group_tests(tests, draw, fixtures_end);
}
