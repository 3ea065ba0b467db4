/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tails and quantiles against R, and NaN where GSL would abort or answer nonsense. */
#include "frozen.h"

#include "stat/distribution.h"

static void student_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("student.csv");

	(void)state;
	while (frozen_next(&table)) {
		double t = frozen_double(&table, 0);
		double df = frozen_double(&table, 1);

		assert_close(t_p_value(t, df), frozen_double(&table, 2), 1e-7);
		assert_close(t_p_value(-t, df), frozen_double(&table, 2), 1e-7);
		assert_close(t_quantile(.975, df), frozen_double(&table, 3), 1e-9);
	}
	fclose(table.file);
}

/* Among the rows are those on which gsl_cdf_beta_Pinv fails. */
static void beta_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("beta.csv");

	(void)state;
	while (frozen_next(&table))
		assert_close(beta_quantile(frozen_double(&table, 0), frozen_double(&table, 1),
				     frozen_double(&table, 2)),
			frozen_double(&table, 3), 1e-9);
	fclose(table.file);
}

static void binomial_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("binomial.csv");

	(void)state;
	while (frozen_next(&table)) {
		int64_t k = frozen_integer(&table, 0);
		int64_t n = frozen_integer(&table, 1);

		/* R's 4.94e-324 has one bit; nothing so small matters */
		if (frozen_double(&table, 2) > 1e-300)
			assert_close(binomial_half_density(k, n), frozen_double(&table, 2), 1e-9);
		if (frozen_double(&table, 3) > 1e-300)
			assert_close(binomial_half_below(k, n), frozen_double(&table, 3), 1e-9);
	}
	fclose(table.file);
}

/* R: 2 * pnorm(-1.96), qnorm(.975), pchisq(3.84, 1, lower = FALSE), pf(4, 2, 10, lower = FALSE) */
static void others_agree_with_r(void **state)
{
	(void)state;
	assert_close(normal_p_value(1.96), 0.0499957902964409, 1e-9);
	assert_close(normal_quantile(.975), 1.95996398454005, 1e-9);
	assert_close(chi2_p_value(3.84, 1), 0.0500435212487052, 1e-9);
	assert_close(f_p_value(4, 2, 10), 0.0529221494013447, 1e-7);
}

static void nonsense_is_nan(void **state)
{
	(void)state;
	assert_true(isnan(t_p_value(NAN, 5)) && isnan(t_p_value(1, 0)) && isnan(t_p_value(1, -1)));
	assert_true(isnan(t_p_value(1, NAN)));
	assert_true(
		isnan(t_quantile(.5, 0)) && isnan(t_quantile(1, 5)) && isnan(t_quantile(NAN, 5)));
	assert_true(isnan(normal_p_value(NAN)) && isnan(normal_quantile(0)));
	assert_true(isnan(chi2_p_value(1, 0)) && isnan(chi2_p_value(-1, 1)));
	assert_true(isnan(f_p_value(1, 0, 5)) && isnan(f_p_value(1, 5, 0)) &&
		isnan(f_p_value(NAN, 1, 1)));
	assert_true(isnan(beta_quantile(.5, 0, 1)) && isnan(beta_quantile(.5, 1, -1)));
	assert_true(isnan(beta_quantile(0, 1, 1)));
	assert_true(isnan(binomial_half_density(0, -1)) && isnan(binomial_half_below(0, -1)));
	assert_close(binomial_half_density(-1, 4), 0, 0);
	assert_close(binomial_half_density(5, 4), 0, 0);
	assert_close(binomial_half_below(-1, 4), 0, 0);
	assert_close(binomial_half_below(9, 4), 1, 0);
	assert_close(t_p_value(INFINITY, 5), 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(student_agrees_with_r),
		cmocka_unit_test(beta_agrees_with_r),
		cmocka_unit_test(binomial_agrees_with_r),
		cmocka_unit_test(others_agree_with_r),
		cmocka_unit_test(nonsense_is_nan),
	};

	stat_begin();
	return cmocka_run_group_tests_name("distribution", tests, NULL, NULL);
}
