/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranges that constraints of forms state, and what is left alone. */
#include "close.h"

#include <math.h>

#include "study/constraint.h"

static void assert_range(const char *constraint, double minimum, double maximum)
{
	double low, high;

	constraint_range(constraint, &low, &high);
	assert_close(low, minimum, 0);
	assert_close(high, maximum, 0);
}

static void ranges(void **state)
{
	(void)state;
	assert_range(". >= 0 and . <= 10", 0, 10);
	assert_range(".>=0 and .<=10", 0, 10);
	assert_range("(. >= 1) and (. <= 20)", 1, 20);
	assert_range("(. >= 1 and . <= 20)", 1, 20);
	assert_range(" . <= 20 \n", NAN, 20);
	assert_range("18 <= . and 99.5 >= .", 18, 99.5);
	assert_range(". >= -5", -5, NAN);
	assert_range(". >= .5", 0.5, NAN);
	assert_range(". = 7", 7, 7);
	assert_range(". >= 0 and . >= 3 and . <= 9 and . <= 8", 3, 8);
}

static void strict_bounds_are_just_inside(void **state)
{
	(void)state;
	assert_range(". > 0", nextafter(0, 1), NAN);
	assert_range("0 < . and . < 1", nextafter(0, 1), nextafter(1, 0));
}

static void others_are_left_alone(void **state)
{
	static const char *const others[] = { "", ".", ". >= ", ". >= 1 or . = -99",
		"regex(., '^[0-9]+$')", ". >= ${umur}", ". >= 1 and", "(. >= 1", ". >= 1)",
		"string-length(.) <= 5", ". != 0", ". >= 1,5", ". <= today()",
		"(. >= 0) or (. <= 2)" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_range(others[i], NAN, NAN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ranges),
		cmocka_unit_test(strict_bounds_are_just_inside),
		cmocka_unit_test(others_are_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
