/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fieller's interval against its definition, solved by R, and what is refused. */
#include "frozen.h"

#include "stat/distribution.h"
#include "stat/ratio.h"

/* fieller.csv: limits by uniroot from the definition (tests/reference/goals/reference.R) */
static void agrees_with_the_definition(void **state)
{
	struct frozen table = frozen_open("fieller.csv");
	int bounded = 0, unbounded = 0;

	(void)state;
	while (frozen_next(&table)) {
		struct ratio_parts parts = { frozen_double(&table, 0), frozen_double(&table, 1),
			frozen_double(&table, 2), frozen_double(&table, 3),
			frozen_double(&table, 4), frozen_double(&table, 5) };
		struct ratio got = ratio_fieller(&parts, frozen_double(&table, 6));

		assert_close(got.ratio, frozen_double(&table, 7), 1e-12);
		assert_close(got.conf_low, frozen_double(&table, 8), 1e-9);
		assert_close(got.conf_high, frozen_double(&table, 9), 1e-9);
		assert_int_equal(got.status, isnan(got.ratio) ? STAT_UNBOUNDED : STAT_OK);
		bounded += got.status == STAT_OK;
		unbounded += got.status == STAT_UNBOUNDED;
	}
	fclose(table.file);
	assert_true(bounded > 15 && unbounded > 5);
}

/* A fixed denominator: the interval of the numerator, divided. */
static void a_fixed_distance_only_divides(void **state)
{
	double t = t_quantile(.975, 7);
	struct ratio got = ratio_fieller(&(struct ratio_parts){ 3, 2, .25, 0, 0, 7 }, .95);

	(void)state;
	assert_int_equal(got.status, STAT_OK);
	assert_close(got.conf_low, (3 - t / 2) / 2, 1e-12);
	assert_close(got.conf_high, (3 + t / 2) / 2, 1e-12);
	got = ratio_fieller(&(struct ratio_parts){ 3, -2, .25, 0, 0, 7 }, .95);
	assert_close(got.conf_low, -(3 + t / 2) / 2, 1e-12);
}

static void refuses(void **state)
{
	static const struct ratio_parts odd[] = {
		{ (double)NAN, 1, 1, 1, 0, 5 },
		{ 1, (double)INFINITY, 1, 1, 0, 5 },
		{ 1, 1, -1, 1, 0, 5 },
		{ 1, 1, 1, -1, 0, 5 },
		{ 1, 1, 1, 1, (double)NAN, 5 },
		{ 1, 1, 1, 1, 0, 0 },
	};
	struct ratio got;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		got = ratio_fieller(&odd[i], .95);
		assert_int_equal(got.status, STAT_BAD_INPUT);
		assert_true(isnan(got.ratio));
	}
	got = ratio_fieller(&(struct ratio_parts){ 1, 1, .1, .1, 0, 5 }, 1);
	assert_int_equal(got.status, STAT_BAD_INPUT);
	got = ratio_fieller(&(struct ratio_parts){ 1, 0, 1, 0, 0, 5 }, .95);
	assert_int_equal(got.status, STAT_UNBOUNDED);
	assert_true(isnan(got.ratio) && isnan(got.conf_low) && isnan(got.conf_high));
	got = ratio_fieller(&(struct ratio_parts){ 1, 4, 0, 0, 0, 5 }, .95);
	assert_int_equal(got.status, STAT_ZERO_VAR);
	assert_close(got.ratio, .25, 0);
	assert_true(isnan(got.conf_low) && isnan(got.conf_high));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_definition),
		cmocka_unit_test(a_fixed_distance_only_divides),
		cmocka_unit_test(refuses),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
