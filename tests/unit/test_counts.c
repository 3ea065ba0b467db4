/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles and summaries of value tables against R's quantile(type = 7). */
#include "values.h"

/* quantiles.csv; values in quarters */
static void quantiles_agree_with_r(void **state)
{
	static const int64_t percent[] = { 0, 1, 5, 25, 50, 75, 90, 99, 100 };
	struct frozen table = frozen_open("quantiles.csv");

	(void)state;
	while (frozen_next(&table)) {
		struct value_count counts[512];
		size_t size = parse_counts(table.field[0], counts);

		for (size_t i = 0; i < 9; i++)
			assert_close(counts_quantile(counts, size, 4, percent[i], 100),
				frozen_double(&table, i + 1), 1e-12);
		assert_close(counts_median(counts, size, 4), frozen_double(&table, 5), 1e-12);
	}
	fclose(table.file);
}

/* Methods G5: type-7 quartiles 162.5, 260, 460. */
static void quartiles_of_worked_example(void **state)
{
	static const struct value_count money[] = { { 120, 1 }, { 150, 2 }, { 200, 1 }, { 220, 1 },
		{ 300, 1 }, { 340, 1 }, { 500, 1 }, { 900, 1 }, { 1500, 1 } };

	(void)state;
	assert_close(counts_quantile(money, 9, 1, 1, 4), 162.5, 0);
	assert_close(counts_quantile(money, 9, 1, 1, 2), 260, 0);
	assert_close(counts_quantile(money, 9, 1, 3, 4), 460, 0);
	assert_close(counts_quantile(money, 9, 3, 1, 4), 162.5 / 3, 0);
}

static void summaries(void **state)
{
	static const struct value_count table[] = { { -7, 2 }, { -1, 3 }, { 0, 4 }, { 5, 1 },
		{ 9, 0 } };
	struct counts_summary summary = counts_summarise(table, 4, 10);
	struct counts_summary none = counts_summarise(NULL, 0, 10);

	(void)state;
	assert_int_equal(summary.status, STAT_OK);
	assert_int_equal(summary.n, 10);
	assert_int_equal(summary.below_zero, 5);
	assert_int_equal(summary.zero, 4);
	assert_int_equal(summary.above_zero, 1);
	assert_close(summary.minimum, -.7, 0);
	assert_close(summary.median, -.05, 0);
	assert_close(summary.maximum, .5, 0);
	assert_int_equal(counts_total(table, 5), 10);
	assert_int_equal(none.status, STAT_TOO_FEW);
	assert_true(isnan(none.minimum) && isnan(none.median) && isnan(none.maximum));
}

/* Values that nobody gave do not count, at the ends neither; extreme values do not overflow. */
static void empty_values_and_extremes(void **state)
{
	static const struct value_count holes[] = { { 1, 0 }, { 2, 1 }, { 3, 0 }, { 4, 1 },
		{ 9, 0 } };
	static const struct value_count ends[] = { { INT64_MIN, 1 }, { INT64_MAX, 1 } };

	(void)state;
	assert_close(counts_quantile(holes, 5, 1, 0, 1), 2, 0);
	assert_close(counts_quantile(holes, 5, 1, 1, 1), 4, 0);
	assert_close(counts_median(holes, 5, 1), 3, 0);
	assert_close(counts_median(ends, 2, 1), -.5, 0);
}

static void bad_probabilities(void **state)
{
	static const struct value_count one[] = { { 1, 1 } };
	static const struct value_count crowd[] = { { 1, INT64_MAX } };

	(void)state;
	assert_true(isnan(counts_quantile(one, 1, 1, -1, 2)));
	assert_true(isnan(counts_quantile(one, 1, 1, 3, 2)));
	assert_true(isnan(counts_quantile(one, 1, 1, 0, 0)));
	assert_true(isnan(counts_quantile(one, 1, 1, 1, 1000001)));
	assert_true(isnan(counts_quantile(one, 1, 0, 1, 2)));
	assert_true(isnan(counts_quantile(one, 0, 1, 1, 2)));
	assert_true(isnan(counts_quantile(crowd, 1, 1, 3, 4)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quantiles_agree_with_r),
		cmocka_unit_test(quartiles_of_worked_example),
		cmocka_unit_test(summaries),
		cmocka_unit_test(empty_values_and_extremes),
		cmocka_unit_test(bad_probabilities),
	};

	return cmocka_run_group_tests_name("counts", tests, NULL, NULL);
}
