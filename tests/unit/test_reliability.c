/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cronbach's alpha, its interval, and what each member does to it, against R's psych. */
#include "values.h"

#include "stat/distribution.h"
#include "stat/reliability.h"

enum { MOST = 8 };

static void check_items(const struct frozen *table, const double *covariance, size_t count)
{
	double dropped[MOST], rest[MOST];
	size_t i;

	assert_int_equal(parse_numbers(table->field[5], dropped), count);
	assert_int_equal(parse_numbers(table->field[6], rest), count);
	for (i = 0; i < count; i++) {
		assert_close(reliability_without(covariance, count, i), dropped[i], 1e-9);
		assert_close(reliability_item_rest(covariance, count, i), rest[i], 1e-9);
	}
}

/* reliability.csv: sample,n,covariance,alpha,interval,dropped,item_rest. */
static void reliability_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("reliability.csv");
	size_t rows = 0;

	(void)state;
	while (frozen_next(&table)) {
		double covariance[MOST * MOST], limits[2], rest[MOST];
		size_t size = parse_numbers(table.field[2], covariance);
		size_t count = parse_numbers(table.field[6], rest);
		struct reliability found =
			reliability_alpha(covariance, count, frozen_integer(&table, 1), .95);

		assert_int_equal(size, count * count);
		assert_int_equal(parse_numbers(table.field[4], limits), 2);
		assert_int_equal(found.status, STAT_OK);
		assert_close(found.alpha, frozen_double(&table, 3), 1e-9);
		assert_close(found.conf_low, limits[0], 1e-9);
		assert_close(found.conf_high, limits[1], 1e-9);
		check_items(&table, covariance, count);
		rows++;
	}
	assert_int_equal(rows, 4);
	fclose(table.file);
}

static void what_cannot_be_judged_is_refused(void **state)
{
	double opposite[4] = { 1, -1, -1, 1 }, flat[4] = { 1, 0, 0, 0 },
	       unknown[4] = { 1, NAN, NAN, 1 };

	(void)state;
	assert_int_equal(reliability_alpha(opposite, 2, 9, .95).status, STAT_ZERO_VAR);
	assert_int_equal(reliability_alpha(flat, 2, 9, .95).status, STAT_ZERO_VAR);
	assert_int_equal(reliability_alpha(unknown, 2, 9, .95).status, STAT_BAD_INPUT);
	assert_int_equal(reliability_alpha(flat, 1, 9, .95).status, STAT_TOO_FEW);
	assert_int_equal(reliability_alpha(opposite, 2, 1, .95).status, STAT_TOO_FEW);
	assert_true(isnan(reliability_item_rest(flat, 2, 1)));
	assert_true(isnan(reliability_without(opposite, 2, 0)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reliability_agrees_with_r),
		cmocka_unit_test(what_cannot_be_judged_is_refused),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
