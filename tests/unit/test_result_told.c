/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in sentences: marks, digits, units. */
#include "close.h"

#include "result/told.h"

static void assert_told(enum indicator_type type, const char *unit, double change,
	const char *english, const char *indonesian)
{
	const struct indicator indicator = { .type = type, .unit = unit };
	struct text told = change_told(&indicator, change);

	assert_string_equal(told.en, english);
	assert_string_equal(told.id, indonesian);
}

static void marks_of_either_language(void **state)
{
	struct text number = number_marked("-1234567.25");

	(void)state;
	assert_string_equal(number.en, "−1,234,567.25");
	assert_string_equal(number.id, "−1.234.567,25");
	assert_string_equal(number_marked("1.19e-07").id, "1,19e-07");
	assert_string_equal(number_marked("1e-07").en, "1e-07");
	assert_string_equal(number_marked("123").id, "123");
}

static void changes_with_their_units(void **state)
{
	(void)state;
	assert_told(INDICATOR_BINARY, "%", 0.04234, "4.2 percentage points", "4,2 poin persentase");
	assert_told(INDICATOR_INDEX, "0-100", 12.6, "13 points", "13 poin");
	assert_told(INDICATOR_SCALE, "1-5", 0.996, "1.0 points", "1,0 poin");
	assert_told(INDICATOR_AMOUNT, "Rp", 1234567, "Rp1,200,000", "Rp1.200.000");
	assert_told(INDICATOR_AMOUNT, "lb", 99.6, "100 lb", "100 lb");
	assert_told(INDICATOR_COUNT, "", 0.0345, "0.035", "0,035");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_of_either_language),
		cmocka_unit_test(changes_with_their_units),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
