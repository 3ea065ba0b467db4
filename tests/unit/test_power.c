/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The noncentral t distribution and plans, against R and a worked example. */
#include "frozen.h"

#include "stat/distribution.h"
#include "stat/power.h"

/* noncentral_t.csv by integration of the definition, itself held against pt (power.R) */
static void tails_agree_with_r(void **state)
{
	struct frozen table = frozen_open("noncentral_t.csv");
	int cases = 0;

	(void)state;
	for (; frozen_next(&table); cases++) {
		double got = noncentral_t_above(frozen_double(&table, 0), frozen_double(&table, 1),
			frozen_double(&table, 2));

		assert_true(fabs(got - frozen_double(&table, 3)) < 1e-10);
	}
	fclose(table.file);
	assert_int_equal(cases, 60);
}

/* power.csv by power.t.test: two groups of n villages whose means differ by a standard deviation of 1. */
static void detectable_differences_agree_with_r(void **state)
{
	static const struct power_spread spread = { .village_change = 1 };
	struct frozen table = frozen_open("power.csv");
	int cases = 0;

	(void)state;
	for (; frozen_next(&table); cases++) {
		double power = frozen_double(&table, 1), alpha = frozen_double(&table, 2);
		struct power_plan plan = { POWER_DID, frozen_double(&table, 0), 7 };
		double want = frozen_double(&table, 3);

		assert_close(power_of(&spread, &plan, alpha, power).detectable, want, 1e-8);
		assert_int_equal(
			power_villages(&spread, &plan, want * (1 + 1e-7), alpha, power, 5000),
			frozen_integer(&table, 0));
	}
	fclose(table.file);
	assert_true(cases > 60);
}

/* reach.csv by qt */
static void reaches_agree_with_r(void **state)
{
	struct frozen table = frozen_open("reach.csv");
	int cases = 0;

	(void)state;
	for (; frozen_next(&table); cases++)
		assert_close(power_reach(frozen_double(&table, 0), frozen_double(&table, 2),
				     frozen_double(&table, 1)),
			frozen_double(&table, 3), 1e-9);
	fclose(table.file);
	assert_int_equal(cases, 63);
	assert_true(isnan(power_reach(0, .05, .8)) && isnan(power_reach(10, .05, 1)));
}

/* Two groups of 50: R's power.t.test gives .565883567 at its default tolerance of 1.2e-4, and what
 * power.csv holds at one of 1e-13. */
static void worked_example(void **state)
{
	static const struct power_spread spread = { .village_change = 1 };
	struct power_result got =
		power_of(&spread, &(struct power_plan){ POWER_DID, 50, 1 }, .05, .8);

	(void)state;
	assert_close(got.detectable, .565883567, 2e-6);
	assert_close(got.df, 98, 0);
}

/* share_sizes.csv by power.prop.test; and methods 9, G6: 45 % against 60 % take 172.8 people a group. */
static void people_for_two_shares_agree_with_r(void **state)
{
	struct frozen table = frozen_open("share_sizes.csv");
	int cases = 0;

	(void)state;
	for (; frozen_next(&table); cases++) {
		double got = power_share_people(frozen_double(&table, 0), frozen_double(&table, 1),
			frozen_double(&table, 2), frozen_double(&table, 3));

		assert_close(got, frozen_double(&table, 4), 1e-9);
		assert_close(power_share_told(frozen_double(&table, 0), got,
				     frozen_double(&table, 1) > frozen_double(&table, 0),
				     frozen_double(&table, 2), frozen_double(&table, 3)),
			frozen_double(&table, 1), 1e-9);
		assert_close(power_share_people(frozen_double(&table, 1), frozen_double(&table, 0),
				     frozen_double(&table, 2), frozen_double(&table, 3)),
			got, 1e-12);
	}
	fclose(table.file);
	assert_int_equal(cases, 80);
	assert_true(fabs(power_share_people(.45, .60, .05, .8) - 172.8) < .05);
	assert_true(isnan(power_share_people(.4, .4, .05, .8)));
	assert_true(isnan(power_share_told(.99, 10, true, .05, .8)));
	assert_true(isnan(power_share_people(.4, 1.1, .05, .8)));
	assert_true(isnan(power_share_people(.4, .5, .05, 1)));
}

/* Formulas of McKenzie (2012) per person: did 2 (1 - rho), ancova 1 - rho^2. */
static void ancova_follows_the_autocorrelation(void **state)
{
	double rho = .3;
	struct power_spread spread = { .person_level = 1, .person_change = 2 * (1 - rho) };
	struct power_plan plan = { POWER_ANCOVA, 40, 1 };
	double ancova = power_of(&spread, &plan, .05, .8).std_error, did;

	(void)state;
	assert_close(ancova * ancova, 2 * (1 - rho * rho) / 40, 1e-12);
	plan.design = POWER_DID;
	did = power_of(&spread, &plan, .05, .8).std_error;
	assert_close(did * did, 2 * 2 * (1 - rho) / 40, 1e-12);
}

static void refuses(void **state)
{
	static const struct power_spread spread = { .village_change = 1 };
	struct power_plan one = { POWER_CHANGE, 1, 10 };

	(void)state;
	assert_true(isnan(noncentral_t_above(-1, 5, 1)));
	assert_true(isnan(noncentral_t_above(1, 0, 1)));
	assert_true(isnan(noncentral_t_above(1, 5, 38)));
	assert_true(isnan(power_noncentrality(.5, .05, .8)));
	assert_true(isnan(power_noncentrality(5, .05, .02)));
	assert_true(isnan(power_noncentrality(5, 0, .8)));
	assert_true(isnan(power_of(&spread, &one, .05, .8).detectable));
	assert_int_equal(power_villages(&spread, &one, .001, .05, .8, 100), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tails_agree_with_r),
		cmocka_unit_test(detectable_differences_agree_with_r),
		cmocka_unit_test(reaches_agree_with_r),
		cmocka_unit_test(worked_example),
		cmocka_unit_test(people_for_two_shares_agree_with_r),
		cmocka_unit_test(ancova_follows_the_autocorrelation),
		cmocka_unit_test(refuses),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
