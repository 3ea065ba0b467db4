/* SPDX-License-Identifier: GPL-3.0-or-later */
/* t-tests from summaries against R and the worked examples, with their refusals. */
#include "values.h"

#include "stat/distribution.h"
#include "stat/ttest.h"

static const double y0[] = { 10, 12, 9, 14, 11, 13, 8, 10, 12, 15, 9, 11 };
static const double y1[] = { 13, 14, 10, 18, 12, 16, 11, 10, 15, 15, 12, 16 };
static const double dy[] = { 3, 2, 1, 4, 1, 3, 3, 0, 3, 0, 3, 5 };
static const double dy_comparison[] = { 1, 0, -1, 2, 1, 1, 0, 1, 2, 0, 1, 0 };

/* ttest.csv by R's t.test */
static void agrees_with_r(void **state)
{
	struct frozen table = frozen_open("ttest.csv");

	(void)state;
	while (frozen_next(&table)) {
		double values[512];
		size_t n = parse_numbers(table.field[0], values);
		struct sample_summary a = ttest_summarise(values, n);
		struct sample_summary b;
		struct contrast tests[3];
		double level = frozen_double(&table, 2);

		n = parse_numbers(table.field[1], values);
		b = ttest_summarise(values, n);
		tests[0] = ttest_welch(a, b, level);
		tests[1] = ttest_pooled(a, b, level);
		tests[2] = ttest_one_sample(a, 9, level);
		for (size_t i = 0; i < 2; i++) {
			assert_int_equal(tests[i].status, STAT_OK);
			assert_close(tests[i].std_error, frozen_double(&table, 3 + 6 * i), 1e-9);
			assert_close(tests[i].statistic, frozen_double(&table, 4 + 6 * i), 1e-9);
			assert_close(tests[i].df, frozen_double(&table, 5 + 6 * i), 1e-9);
			assert_close(tests[i].p_value, frozen_double(&table, 6 + 6 * i), 1e-7);
			assert_close(tests[i].conf_low, frozen_double(&table, 7 + 6 * i), 1e-9);
			assert_close(tests[i].conf_high, frozen_double(&table, 8 + 6 * i), 1e-9);
		}
		assert_close(tests[2].statistic, frozen_double(&table, 15), 1e-9);
		assert_close(tests[2].p_value, frozen_double(&table, 16), 1e-7);
		assert_close(tests[2].conf_low + 9, frozen_double(&table, 17), 1e-9);
		assert_close(tests[2].conf_high + 9, frozen_double(&table, 18), 1e-9);
	}
	fclose(table.file);
}

/* Methods E1. */
static void paired(void **state)
{
	struct sample_summary change = ttest_summarise(dy, 12);
	struct contrast test = ttest_one_sample(change, 0, .95);

	(void)state;
	assert_int_equal(test.status, STAT_OK);
	assert_close(change.std_dev, 1.55699788832305, 1e-9);
	assert_close(test.estimate, 2.33333333333333, 1e-9);
	assert_close(test.std_error, .449466574975495, 1e-9);
	assert_close(test.statistic, 5.19133894096696, 1e-9);
	assert_close(test.df, 11, 0);
	assert_close(test.p_value, .000298457012840958, 1e-7);
	assert_close(test.conf_low, 1.34406407185505, 1e-9);
	assert_close(test.conf_high, 3.32260259481161, 1e-9);
}

/* Methods E2. */
static void unpaired(void **state)
{
	struct sample_summary later = ttest_summarise(y1, 12);
	struct sample_summary earlier = ttest_summarise(y0, 12);
	struct contrast welch = ttest_welch(later, earlier, .95);

	(void)state;
	assert_close(welch.std_error, .963998407308295, 1e-9);
	assert_close(welch.statistic, 2.42047426182844, 1e-9);
	assert_close(welch.df, 21.2317778854651, 1e-9);
	assert_close(welch.p_value, .0245419423701738, 1e-7);
	assert_close(welch.conf_low, .329920631292, 1e-9);
	assert_close(welch.conf_high, 4.336746035375, 1e-9);
	assert_close(ttest_pooled(later, earlier, .95).p_value, .0242048086730416, 1e-7);
}

/* Methods F1: the naive DiD by rows, and both tests on village means; I1's too. */
static void differences_in_differences(void **state)
{
	static const double programme[] = { 2, 8 / 3.0, 2, 8 / 3.0 };
	static const double comparison[] = { 0, 4 / 3.0, 1, 1 / 3.0 };
	static const double uneven1[] = { 2.5, 2, 1.8 };
	static const double uneven0[] = { 5 / 7.0, 0, 1 };
	struct contrast naive =
		ttest_pooled(ttest_summarise(dy, 12), ttest_summarise(dy_comparison, 12), .95);
	struct contrast pooled = ttest_cluster_means_pooled(programme, 4, comparison, 4, .95);
	struct contrast welch = ttest_cluster_means_welch(programme, 4, comparison, 4, .95);
	struct contrast uneven = ttest_cluster_means_pooled(uneven1, 3, uneven0, 3, .95);

	(void)state;
	assert_close(naive.estimate, 1.66666666666667, 1e-9);
	assert_close(naive.std_error, .517374881180724, 1e-9);
	assert_close(naive.p_value, .00392885, 1e-6); /* the source prints six digits */
	assert_close(pooled.statistic, 4.62910049886276, 1e-9);
	assert_close(pooled.p_value, .00358106624484766, 1e-7);
	assert_close(pooled.df, 6, 0);
	assert_int_equal(pooled.clusters, 8);
	assert_close(welch.df, 5.06896551724138, 1e-9);
	assert_close(welch.p_value, .00549665225330245, 1e-7);
	assert_close(uneven.estimate, 1.52857142857143, 1e-9);
	assert_close(uneven.std_error, .362999597083789, 1e-9);
	assert_close(uneven.p_value, .0135758629735134, 1e-7);
}

/* Methods H8: from published summaries alone. */
static void from_summaries(void **state)
{
	struct sample_summary later = { 45, 3.6, 1.1 };
	struct sample_summary earlier = { 40, 3.2, .9 };
	struct contrast test = ttest_welch(later, earlier, .95);

	(void)state;
	assert_close(test.estimate, .4, 1e-9);
	assert_close(test.std_error, .217114920926428, 1e-9);
	assert_close(test.df, 82.4623993656318, 1e-9);
	assert_close(test.p_value, .0690192900210367, 1e-7);
}

static void village_means(void **state)
{
	static const double means[] = { 2, 8 / 3.0, 2, 8 / 3.0 };
	struct contrast test = ttest_cluster_means(means, 4, .95);

	(void)state;
	assert_close(test.std_error, .192450089729875, 1e-9); /* methods E6, equal sizes */
	assert_close(test.p_value, .00120770247027171, 1e-7);
	assert_int_equal(test.clusters, 4);
}

static void refusals(void **state)
{
	static const double equal[] = { .1, .1, .1 };
	static const double two[] = { 1, 2 };
	const struct sample_summary single = { 1, 3, NAN };
	const struct sample_summary empty = { 0, NAN, NAN };
	const struct sample_summary pair = { 2, 1, .5 };
	struct contrast flat = ttest_cluster_means(equal, 3, .95);

	(void)state;
	assert_int_equal(ttest_one_sample(single, 1, .95).status, STAT_TOO_FEW);
	assert_close(ttest_one_sample(single, 1, .95).estimate, 2, 0);
	assert_int_equal(ttest_welch(pair, single, .95).status, STAT_TOO_FEW);
	assert_int_equal(ttest_pooled(empty, pair, .95).status, STAT_TOO_FEW);
	assert_true(isnan(ttest_pooled(empty, pair, .95).estimate));
	assert_int_equal(flat.status, STAT_ZERO_VAR);
	assert_close(flat.estimate, .1, 1e-15);
	assert_true(isnan(flat.p_value) && isnan(flat.std_error));
	assert_int_equal(ttest_cluster_means(two, 1, .95).status, STAT_TOO_FEW);
	assert_int_equal(ttest_cluster_means(NULL, 0, .95).status, STAT_TOO_FEW);
	assert_int_equal(ttest_cluster_means(two, 2, 1).status, STAT_BAD_INPUT);
}

static void completing_refuses(void **state)
{
	struct contrast low = contrast_complete(2, 1, .5, .95);

	(void)state;
	assert_int_equal(low.status, STAT_LOW_DF);
	assert_close(low.estimate, 2, 0);
	assert_close(low.df, .5, 0);
	assert_true(isnan(low.p_value) && isnan(low.conf_low) && isnan(low.std_error));
	assert_int_equal(contrast_complete(2, 1, 0, .95).status, STAT_LOW_DF);
	assert_int_equal(contrast_complete(2, 1, NAN, .95).status, STAT_LOW_DF);
	assert_int_equal(contrast_complete(2, 1, 1 - 1e-12, .95).status, STAT_OK);
	assert_int_equal(contrast_complete(NAN, 1, 5, .95).status, STAT_BAD_INPUT);
	assert_int_equal(contrast_complete(1, NAN, 5, .95).status, STAT_BAD_INPUT);
	assert_int_equal(contrast_complete(1, INFINITY, 5, .95).status, STAT_BAD_INPUT);
	assert_int_equal(contrast_complete(1, 1, 5, 0).status, STAT_BAD_INPUT);
	assert_int_equal(contrast_complete(0, 1e-12, 5, .95).status, STAT_ZERO_VAR);
	assert_int_equal(contrast_complete(0, 1.1e-12, 5, .95).status, STAT_OK);
	assert_int_equal(contrast_complete(1e6, 1e-6, 5, .95).status, STAT_ZERO_VAR);
}

/* Swapping samples mirrors the interval. */
static void swapping_changes_signs(void **state)
{
	struct contrast ab = ttest_welch(ttest_summarise(y1, 12), ttest_summarise(y0, 12), .9);
	struct contrast ba = ttest_welch(ttest_summarise(y0, 12), ttest_summarise(y1, 12), .9);

	(void)state;
	assert_close(ba.estimate, -ab.estimate, 0);
	assert_close(ba.conf_low, -ab.conf_high, 0);
	assert_close(ba.p_value, ab.p_value, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_r),
		cmocka_unit_test(paired),
		cmocka_unit_test(unpaired),
		cmocka_unit_test(differences_in_differences),
		cmocka_unit_test(from_summaries),
		cmocka_unit_test(village_means),
		cmocka_unit_test(refusals),
		cmocka_unit_test(completing_refuses),
		cmocka_unit_test(swapping_changes_signs),
	};

	stat_begin();
	return cmocka_run_group_tests_name("ttest", tests, NULL, NULL);
}
