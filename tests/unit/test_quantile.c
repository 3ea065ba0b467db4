/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles, order statistics, cut-offs, Gini and the jackknife: methods G5, R, and refusals. */
#include "close.h"

#include <math.h>

#include "stat/distribution.h"
#include "stat/quantile.h"
#include "stat/spread.h"

enum { PEOPLE = 10 };

/* Methods G5: y = 120, 150, 150, 200 ..., and its weights. */
static const struct value_count counts[] = { { 120, 1 }, { 150, 2 }, { 200, 1 }, { 220, 1 },
	{ 300, 1 }, { 340, 1 }, { 500, 1 }, { 900, 1 }, { 2500, 1 } };
enum { DISTINCT = sizeof counts / sizeof *counts };
static const double money[PEOPLE] = { 120, 150, 150, 200, 220, 300, 340, 500, 900, 2500 };
static const double weights[PEOPLE] = { 2, 1, 1, 3, 1, 1, 2, 1, 1, .5 };

static struct spread gini(const double *y, const double *w, size_t n, double *replicates)
{
	struct spread_value values[PEOPLE];
	struct spread_cluster room[PEOPLE];

	for (size_t i = 0; i < n; i++)
		values[i] = (struct spread_value){ y[i], w == NULL ? 1 : w[i], i };
	return gini_of(values, n, room, replicates, n);
}

static void gini_is_that_of_the_worked_example(void **state)
{
	double replicates[PEOPLE];
	double without_first[PEOPLE];
	struct spread all = gini(money, NULL, PEOPLE, replicates);

	(void)state;
	assert_int_equal(all.status, STAT_OK);
	assert_close(all.estimate, .537546468401487, 1e-9);
	assert_close(gini(money, weights, PEOPLE, replicates).estimate, .454835597120166, 1e-9);
	/* a replicate is the Gini of the others */
	assert_close(gini(money + 1, weights + 1, PEOPLE - 1, without_first).estimate,
		replicates[0], 1e-12);
}

static void gini_refuses_what_has_no_inequality(void **state)
{
	static const double nothing[] = { 0, 0, 0 };
	static const double negative[] = { -1, 0, 3 };
	static const double one[] = { 0, 0, 5 };
	double replicates[PEOPLE];

	(void)state;
	assert_int_equal(gini(nothing, NULL, 3, replicates).status, STAT_NO_EVENTS);
	assert_int_equal(gini(negative, NULL, 3, replicates).status, STAT_BAD_INPUT);
	assert_int_equal(gini(money, NULL, 1, replicates).status, STAT_TOO_FEW);
	assert_close(gini(one, NULL, 3, replicates).estimate, 2 / 3., 1e-12);
	assert_true(isnan(replicates[2]));
	assert_int_equal(jackknife(2 / 3., replicates, 3, .95).status, STAT_ONE_CLUSTER);
	assert_int_equal(jackknife(.5, replicates, 1, .95).status, STAT_ONE_CLUSTER);
}

static void quartiles_are_those_of_the_worked_example(void **state)
{
	(void)state;
	assert_close(counts_quantile_at(counts, DISTINCT, 1, .25), 162.5, 1e-12);
	assert_close(counts_quantile_at(counts, DISTINCT, 1, .5), 260, 1e-12);
	assert_close(counts_quantile_at(counts, DISTINCT, 1, .75), 460, 1e-12);
	assert_close(counts_quantile_at(counts, DISTINCT, 10, 1), 250, 1e-12);
	assert_true(isnan(counts_quantile_at(counts, DISTINCT, 1, -.01)));
	assert_true(isnan(counts_quantile_at(counts, DISTINCT, 1, 1.01)));
	assert_true(isnan(counts_quantile_at(counts, 0, 1, .5)));
}

static void weighted_quartiles_are_those_of_the_worked_example(void **state)
{
	static const int64_t halves[DISTINCT] = { 4, 4, 6, 2, 2, 4, 2, 2, 1 };
	struct value_weight values[DISTINCT];

	(void)state;
	for (size_t i = 0; i < DISTINCT; i++)
		values[i] = (struct value_weight){ counts[i].value, exact_from_int64(halves[i]) };
	assert_close(weighted_quantile_at(values, DISTINCT, 1, .25), 150, 1e-12);
	assert_close(weighted_quantile_at(values, DISTINCT, 1, .5), 200, 1e-12);
	assert_close(weighted_quantile_at(values, DISTINCT, 1, .75), 340, 1e-12);
	assert_true(isnan(weighted_quantile_at(values, DISTINCT, 1, 1.5)));
}

static void winsorised_mean_is_that_of_the_worked_example(void **state)
{
	int128 low;
	int128 high;
	double sum = 0;

	(void)state;
	assert_true(counts_cut(counts, DISTINCT, 5, 100, &low));
	assert_true(counts_cut(counts, DISTINCT, 95, 100, &high));
	for (size_t i = 0; i < PEOPLE; i++)
		sum += fmin(fmax(money[i] * 100, (double)low), (double)high) / 100;
	assert_close(sum / PEOPLE, 467.35, 1e-12);
	assert_false(counts_cut(counts, 0, 5, 100, &low));
}

/* R: qbinom(.025, n, p), qbinom(.975, n, p) + 1 */
static void ranks_are_those_of_the_binomial(void **state)
{
	struct rank_limits ranks = quantile_ranks(100, .5, .95);

	(void)state;
	assert_int_equal(ranks.low, 40);
	assert_int_equal(ranks.high, 61);
	ranks = quantile_ranks(10, .25, .95);
	assert_int_equal(ranks.low, 0);
	assert_int_equal(ranks.high, 6);
	ranks = quantile_ranks(5, .5, .95);
	assert_int_equal(ranks.low, 0);
	assert_int_equal(ranks.high, 0);
	assert_true(isnan(binomial_below(1, 5, 0)));
	assert_close(binomial_below(1, 10, .25), .2440252304077148, 1e-12);
}

static void variance_ratio_of_counts(void **state)
{
	static const double y[] = { 0, 1, 2, 5 };
	struct spread_value values[4];
	struct spread_cluster room[4];
	double replicates[4];
	struct spread ratio;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		values[i] = (struct spread_value){ y[i], 1, i };
	ratio = variance_ratio_of(values, 4, room, replicates, 4);
	assert_close(ratio.estimate, 14 / 6., 1e-12); /* var 14 / 3, mean 2 */
	assert_close(replicates[3], 1, 1e-12);
	assert_int_equal(variance_ratio_of(values, 1, room, replicates, 4).status, STAT_TOO_FEW);
	values[1].weight = 0;
	assert_int_equal(variance_ratio_of(values, 4, room, replicates, 4).status, STAT_BAD_INPUT);
}

static void shares_without_uncertainty_stay_as_they_are(void **state)
{
	struct contrast refused = contrast_refuse(0, STAT_ZERO_VAR);

	(void)state;
	assert_int_equal(share_limits(refused, .95).status, STAT_ZERO_VAR);
	assert_true(isnan(share_limits(refused, .95).conf_low));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gini_is_that_of_the_worked_example),
		cmocka_unit_test(gini_refuses_what_has_no_inequality),
		cmocka_unit_test(quartiles_are_those_of_the_worked_example),
		cmocka_unit_test(weighted_quartiles_are_those_of_the_worked_example),
		cmocka_unit_test(winsorised_mean_is_that_of_the_worked_example),
		cmocka_unit_test(ranks_are_those_of_the_binomial),
		cmocka_unit_test(variance_ratio_of_counts),
		cmocka_unit_test(shares_without_uncertainty_stay_as_they_are),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
