/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighting in cells, trimmed means and Lee's bounds: methods G8, mirrors, and refusals. */
#include "close.h"

#include <math.h>

#include "stat/bounds.h"

/* Methods G8: treated 5 to 13 (9 of 10), control 4 to 10 (7 of 10). */
static const struct bound_value treated[] = { { 5, 1 }, { 6, 1 }, { 7, 1 }, { 8, 1 }, { 9, 1 },
	{ 10, 1 }, { 11, 1 }, { 12, 1 }, { 13, 1 } };
static const struct bound_value control[] = { { 4, 1 }, { 5, 1 }, { 6, 1 }, { 7, 1 }, { 8, 1 },
	{ 9, 1 }, { 10, 1 } };
static const struct bound_side arm = { treated, 9, .9 };
static const struct bound_side comparison = { control, 7, .7 };

static void lee_is_that_of_the_worked_example(void **state)
{
	struct bounds bounds = lee_bounds(&arm, &comparison);

	(void)state;
	assert_int_equal(bounds.status, STAT_OK);
	assert_close(bounds.trimmed, 2 / 9., 1e-12);
	assert_close(bounds.low, 1, 1e-12);
	assert_close(bounds.high, 3, 1e-12);
	assert_close(trimmed_mean(treated, 9, 1, 1) - trimmed_mean(control, 7, 1, 1), 2, 1e-12);
}

static void arms_exchanged_turn_the_bounds(void **state)
{
	struct bounds bounds = lee_bounds(&comparison, &arm);

	(void)state;
	assert_close(bounds.low, -3, 1e-12);
	assert_close(bounds.high, -1, 1e-12);
	assert_close(bounds.trimmed, 2 / 9., 1e-12);
}

static void equal_shares_leave_a_point(void **state)
{
	struct bound_side other = { control, 7, .9 };
	struct bounds bounds = lee_bounds(&arm, &other);

	(void)state;
	assert_close(bounds.low, 2, 1e-12);
	assert_close(bounds.high, 2, 1e-12);
	assert_true(bounds.trimmed == 0);
}

static void a_value_at_the_margin_counts_in_part(void **state)
{
	static const struct bound_value tied[] = { { 1, 2 }, { 4, 2 } };

	(void)state;
	assert_close(trimmed_mean(tied, 2, .75, 1), 2, 1e-12);
	assert_close(trimmed_mean(tied, 2, .75, 0), 3, 1e-12);
	assert_true(isnan(trimmed_mean(tied, 0, .5, 1)));
	assert_true(isnan(trimmed_mean(tied, 2, 0, 1)));
}

static void bounds_refuse_what_cannot_be(void **state)
{
	struct bound_side nobody = { control, 0, .5 };
	struct bound_side impossible = { control, 7, 1.5 };

	(void)state;
	assert_int_equal(lee_bounds(&arm, &nobody).status, STAT_TOO_FEW);
	assert_int_equal(lee_bounds(&impossible, &arm).status, STAT_BAD_INPUT);
	assert_true(isnan(lee_bounds(&arm, &nobody).low));
}

/* Methods G8: n0 30, 50, 25, 45, n1 21, 45, 15, 39, means .40, .60, .35, .55. */
static void cells_are_those_of_the_worked_example(void **state)
{
	struct followed_cell cells[] = { { 30, 21, 21 * .40 }, { 50, 45, 45 * .60 },
		{ 25, 15, 15 * .35 }, { 45, 39, 39 * .55 } };
	double naive = 0;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		naive += cells[i].sum / (21 + 45 + 15 + 39);
	assert_close(naive, .5175, 1e-12);
	assert_close(followed_mean(cells, 4), .503333333333333333, 1e-12);
	cells[1].after = 0;
	assert_true(isnan(followed_mean(cells, 4)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lee_is_that_of_the_worked_example),
		cmocka_unit_test(arms_exchanged_turn_the_bounds),
		cmocka_unit_test(equal_shares_leave_a_point),
		cmocka_unit_test(a_value_at_the_margin_counts_in_part),
		cmocka_unit_test(bounds_refuse_what_cannot_be),
		cmocka_unit_test(cells_are_those_of_the_worked_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
