/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of verdicts, one row a case, and their words in both languages. */
#include "close.h"

#include <string.h>

#include "result/phrase.h"

static const struct {
	double low, high, mid;
	enum direction direction;
	bool clear;
	enum phrase phrase;
	enum verdict_class class;
} rules[] = {
	/* up is good, 1 matters */
	{ 1.1, 3, 1, DIRECTION_UP, true, PHRASE_CLEARLY_BETTER, CLASS_UP },
	{ 1, 3, 1, DIRECTION_UP, true, PHRASE_BETTER_SOMEHOW, CLASS_UP },
	{ 0.1, 3, 1, DIRECTION_UP, true, PHRASE_BETTER_SOMEHOW, CLASS_UP },
	{ 0.1, 3, 1, DIRECTION_UP, false, PHRASE_POSSIBLY_BETTER, CLASS_UNCLEAR },
	{ 0, 3, 1, DIRECTION_UP, true, PHRASE_UNCLEAR, CLASS_UNCLEAR },
	{ -0.9, 0.9, 1, DIRECTION_UP, false, PHRASE_SAME, CLASS_UNCLEAR },
	{ -1, 0.9, 1, DIRECTION_UP, false, PHRASE_UNCLEAR, CLASS_UNCLEAR },
	{ -0.9, 1, 1, DIRECTION_UP, false, PHRASE_UNCLEAR, CLASS_UNCLEAR },
	{ -3, -0.1, 1, DIRECTION_UP, true, PHRASE_WORSE, CLASS_DOWN },
	{ -3, -1, 1, DIRECTION_UP, true, PHRASE_WORSE, CLASS_DOWN },
	{ -3, -1.1, 1, DIRECTION_UP, true, PHRASE_CLEARLY_WORSE, CLASS_DOWN },
	{ -3, -1.1, 1, DIRECTION_UP, false, PHRASE_POSSIBLY_WORSE, CLASS_UNCLEAR },
	/* down is good: the same turned */
	{ -3, -1.1, 1, DIRECTION_DOWN, true, PHRASE_CLEARLY_BETTER, CLASS_UP },
	{ -3, -0.1, 1, DIRECTION_DOWN, false, PHRASE_POSSIBLY_BETTER, CLASS_UNCLEAR },
	{ 0.1, 3, 1, DIRECTION_DOWN, true, PHRASE_WORSE, CLASS_DOWN },
	{ 1.1, 3, 1, DIRECTION_DOWN, true, PHRASE_CLEARLY_WORSE, CLASS_DOWN },
	{ -0.9, 0.9, 1, DIRECTION_DOWN, false, PHRASE_SAME, CLASS_UNCLEAR },
	/* no amount that matters was agreed */
	{ 0.1, 3, NAN, DIRECTION_UP, true, PHRASE_BETTER, CLASS_UP },
	{ -3, -0.1, NAN, DIRECTION_UP, true, PHRASE_WORSE, CLASS_DOWN },
	{ -0.1, 0.1, NAN, DIRECTION_UP, false, PHRASE_UNCLEAR, CLASS_UNCLEAR },
	/* neither way is good */
	{ 0.1, 3, 1, DIRECTION_NONE, true, PHRASE_ROSE, CLASS_CHANGED },
	{ 0.1, 3, 1, DIRECTION_NONE, false, PHRASE_POSSIBLY_ROSE, CLASS_UNCLEAR },
	{ -3, -0.1, 1, DIRECTION_NONE, true, PHRASE_FELL, CLASS_CHANGED },
	{ -3, -0.1, 1, DIRECTION_NONE, false, PHRASE_POSSIBLY_FELL, CLASS_UNCLEAR },
	{ -0.1, 0.1, 1, DIRECTION_NONE, false, PHRASE_UNCLEAR, CLASS_UNCLEAR },
	/* no interval */
	{ NAN, NAN, 1, DIRECTION_UP, false, PHRASE_UNCLEAR, CLASS_UNCLEAR },
};

static void follows_the_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		enum phrase phrase = phrase_of(rules[i].low, rules[i].high, rules[i].direction,
			rules[i].mid, rules[i].clear);

		if (phrase != rules[i].phrase)
			fail_msg("row %zu: got phrase %d", i, (int)phrase);
		assert_int_equal(phrase_class(phrase), rules[i].class);
	}
	assert_int_equal(phrase_class(PHRASE_TOO_EARLY), CLASS_TOO_EARLY);
	assert_int_equal(phrase_class(PHRASE_REFUSED), CLASS_REFUSED);
}

/* methods: fewer than 5 villages in an arm allow an indication and no more. */
static void few_villages_cap(void **state)
{
	(void)state;
	for (int phrase = 0; phrase < PHRASE_COUNT; phrase++) {
		enum phrase capped = phrase_capped((enum phrase)phrase);
		enum verdict_class class = phrase_class(capped);

		assert_true(class == CLASS_UNCLEAR || class == CLASS_TOO_EARLY ||
			class == CLASS_REFUSED);
		assert_true(capped != PHRASE_SAME);
		assert_int_equal(phrase_capped(capped), capped);
	}
	assert_int_equal(phrase_capped(PHRASE_CLEARLY_BETTER), PHRASE_POSSIBLY_BETTER);
	assert_int_equal(phrase_capped(PHRASE_BETTER_SOMEHOW), PHRASE_POSSIBLY_BETTER);
	assert_int_equal(phrase_capped(PHRASE_WORSE), PHRASE_POSSIBLY_WORSE);
	assert_int_equal(phrase_capped(PHRASE_ROSE), PHRASE_POSSIBLY_ROSE);
	assert_int_equal(phrase_capped(PHRASE_SAME), PHRASE_UNCLEAR);
	assert_int_equal(phrase_capped(PHRASE_TOO_EARLY), PHRASE_TOO_EARLY);
	assert_int_equal(phrase_capped(PHRASE_REFUSED), PHRASE_REFUSED);
}

/* A change of the arm alone is never left to speak for the programme. */
static void an_unclear_difference_tells_of_the_changes(void **state)
{
	(void)state;
	assert_int_equal(
		phrase_beside_changes(PHRASE_UNCLEAR, CLASS_UP, CLASS_UP), PHRASE_BETTER_AS_WELL);
	assert_int_equal(phrase_beside_changes(PHRASE_UNCLEAR, CLASS_UP, CLASS_UNCLEAR),
		PHRASE_BETTER_NOT_MORE);
	assert_int_equal(phrase_beside_changes(PHRASE_UNCLEAR, CLASS_UP, CLASS_REFUSED),
		PHRASE_BETTER_NOT_MORE);
	assert_int_equal(phrase_beside_changes(PHRASE_UNCLEAR, CLASS_DOWN, CLASS_DOWN),
		PHRASE_WORSE_AS_WELL);
	assert_int_equal(
		phrase_beside_changes(PHRASE_UNCLEAR, CLASS_DOWN, CLASS_UP), PHRASE_WORSE_NOT_MORE);
	assert_int_equal(
		phrase_beside_changes(PHRASE_UNCLEAR, CLASS_UNCLEAR, CLASS_UP), PHRASE_UNCLEAR);
	assert_int_equal(
		phrase_beside_changes(PHRASE_TOO_EARLY, CLASS_UP, CLASS_UP), PHRASE_TOO_EARLY);
	assert_int_equal(phrase_beside_changes(PHRASE_SAME, CLASS_UP, CLASS_UP), PHRASE_SAME);
	for (int phrase = PHRASE_BETTER_NOT_MORE; phrase <= PHRASE_WORSE_AS_WELL; phrase++) {
		assert_int_equal(phrase_class((enum phrase)phrase), CLASS_UNCLEAR);
		assert_non_null(strstr(
			phrase_text((enum phrase)phrase, LEVEL_EFFECT, true).en, "not shown"));
	}
}

static void speaks_both_languages(void **state)
{
	(void)state;
	for (int level = 0; level < LEVEL_COUNT; level++) {
		for (int phrase = 0; phrase < PHRASE_COUNT; phrase++) {
			struct text words =
				phrase_text((enum phrase)phrase, (enum design_level)level, true);

			assert_true(words.en[0] != '\0' && words.id[0] != '\0');
			assert_null(strchr(words.en, '#'));
			assert_null(strchr(words.id, '#'));
		}
	}
}

/* Without a comparison nothing is compared, and only lots allow to speak of effects. */
static void says_no_more_than_the_design_allows(void **state)
{
	(void)state;
	for (int phrase = 0; phrase < PHRASE_COUNT; phrase++) {
		assert_null(
			strstr(phrase_text((enum phrase)phrase, LEVEL_CHANGED, true).en, "compar"));
		assert_null(
			strstr(phrase_text((enum phrase)phrase, LEVEL_CHANGED, true).en, "effect"));
		assert_null(strstr(
			phrase_text((enum phrase)phrase, LEVEL_CHANGED_MORE, true).en, "effect"));
		assert_null(
			strstr(phrase_text((enum phrase)phrase, LEVEL_CHANGED, true).id, "dampak"));
		assert_null(strstr(
			phrase_text((enum phrase)phrase, LEVEL_CHANGED_MORE, true).id, "dampak"));
	}
	assert_string_equal(phrase_text(PHRASE_BETTER, LEVEL_CHANGED_MORE, true).en,
		"changed more for the better than comparison villages");
	assert_string_equal(phrase_text(PHRASE_BETTER, LEVEL_CHANGED_MORE, false).id,
		"berubah lebih baik daripada kelompok pembanding");
}

static void level_follows_the_study(void **state)
{
	struct study study = { .arm_comparison = NULL, .assignment = RANDOMISED };

	(void)state;
	assert_int_equal(design_level(&study), LEVEL_CHANGED);
	study.arm_comparison = "0";
	assert_int_equal(design_level(&study), LEVEL_EFFECT);
	study.assignment = COMPARISON;
	assert_int_equal(design_level(&study), LEVEL_CHANGED_MORE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_the_rules),
		cmocka_unit_test(few_villages_cap),
		cmocka_unit_test(an_unclear_difference_tells_of_the_changes),
		cmocka_unit_test(speaks_both_languages),
		cmocka_unit_test(says_no_more_than_the_design_allows),
		cmocka_unit_test(level_follows_the_study),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
