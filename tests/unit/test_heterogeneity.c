/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spread of effects: refusals, limits and invariances. Values stand in tests/pipeline/equity. */
#include "close.h"

#include "stat/distribution.h"
#include "stat/heterogeneity.h"

static const double effects[] = { 1, 3, -2, 4, 0.5, 2.5 };
static const double variances[] = { 0.5, 0.4, 0.9, 0.3, 1.2, 0.6 };

static struct heterogeneity of(size_t count)
{
	return heterogeneity_of(effects, variances, count, .95);
}

static void refuses_what_says_nothing(void **state)
{
	const double none[] = { 0.5, 0 }, endless[] = { 0.5, INFINITY }, nan[] = { 1, NAN };

	(void)state;
	assert_int_equal(of(0).mean.status, STAT_ONE_CLUSTER);
	assert_int_equal(of(1).mean.status, STAT_ONE_CLUSTER);
	assert_true(isnan(of(1).tau));
	assert_int_equal(heterogeneity_of(effects, none, 2, .95).mean.status, STAT_BAD_INPUT);
	assert_int_equal(heterogeneity_of(effects, endless, 2, .95).mean.status, STAT_BAD_INPUT);
	assert_int_equal(heterogeneity_of(nan, variances, 2, .95).mean.status, STAT_BAD_INPUT);
	assert_int_equal(heterogeneity_of(effects, variances, 6, 1).mean.status, STAT_BAD_INPUT);
}

static void predicts_from_three_on(void **state)
{
	(void)state;
	assert_int_equal(of(2).mean.status, STAT_OK);
	assert_true(isnan(of(2).prediction_low));
	assert_true(of(3).prediction_low < of(3).mean.conf_low);
}

static void finds_no_spread_where_all_are_alike(void **state)
{
	const double same[] = { 2, 2, 2 };
	struct heterogeneity got = heterogeneity_of(same, variances, 3, .95);

	(void)state;
	assert_int_equal(got.mean.status, STAT_ZERO_VAR);
	assert_close(got.tau, 0, 0);
	assert_close(got.tau_high, 0, 0);
	assert_close(got.q, 0, 0);
	assert_true(isnan(got.prediction_low));
}

/* All in other units: only what has a unit changes. */
static void follows_units(void **state)
{
	double more[6], wider[6];
	struct heterogeneity one = of(6), other;

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		more[i] = 1000 * effects[i] + 7;
		wider[i] = 1e6 * variances[i];
	}
	other = heterogeneity_of(more, wider, 6, .95);
	assert_close(other.mean.estimate, 1000 * one.mean.estimate + 7, 1e-12);
	assert_close(other.tau, 1000 * one.tau, 1e-12);
	assert_close(other.tau_high, 1000 * one.tau_high, 1e-12);
	assert_close(other.i2, one.i2, 1e-12);
	assert_close(other.q_p, one.q_p, 1e-12);
}

static void stands_against_another(void **state)
{
	struct contrast compared = contrast_complete(1, 0.5, 10, .95);
	struct heterogeneity one = of(6), other = one, lone = of(1);

	(void)state;
	heterogeneity_against(&other, &compared, .95);
	assert_close(other.mean.estimate, one.mean.estimate - 1, 1e-12);
	assert_close(other.mean.std_error, hypot(one.mean.std_error, 0.5), 1e-12);
	assert_close(other.tau, one.tau, 0);
	assert_int_equal(other.mean.clusters, 6);
	heterogeneity_against(&lone, &compared, .95);
	assert_int_equal(lone.mean.status, STAT_ONE_CLUSTER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refuses_what_says_nothing),
		cmocka_unit_test(predicts_from_three_on),
		cmocka_unit_test(finds_no_spread_where_all_are_alike),
		cmocka_unit_test(follows_units),
		cmocka_unit_test(stands_against_another),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
