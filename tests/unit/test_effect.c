/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Effect sizes: worked examples, R, and denominators that do not exist. */
#include "frozen.h"

#include "stat/distribution.h"
#include "stat/effect.h"

/* Methods E1, E2, E4, F11. */
static void worked_examples(void **state)
{
	static const double y0[] = { 10, 12, 9, 14, 11, 13, 8, 10, 12, 15, 9, 11 };
	static const double y1[] = { 13, 14, 10, 18, 12, 16, 11, 10, 15, 15, 12, 16 };
	static const double dy[] = { 3, 2, 1, 4, 1, 3, 3, 0, 3, 0, 3, 5 };
	struct sample_summary earlier = ttest_summarise(y0, 12);
	struct sample_summary later = ttest_summarise(y1, 12);
	struct sample_summary change = ttest_summarise(dy, 12);
	struct sample_summary comparison = { 12, 133 / 12.0, 1.78164037455442 };

	(void)state;
	assert_close(effect_d_z(change.mean, change.std_dev), 1.49861046751093, 1e-9);
	assert_close(
		effect_d_av(change.mean, earlier.std_dev, later.std_dev), .98815447950324, 1e-9);
	assert_close(effect_glass(change.mean, earlier.std_dev), 1.0980967875419, 1e-9);
	assert_close(effect_small_sample_factor(11), .929959809975779, 1e-9);
	assert_close(effect_hedges_g(later, earlier, .95).estimate, .95401439322332, 1e-9);
	assert_close(effect_cohen_h(30 / 45.0, 18 / 40.0), .440004330615682, 1e-9);
	assert_close(earlier.std_dev, 2.12488858887978, 1e-9);
	assert_close(effect_normalised_difference(earlier, comparison), .0424998792618775, 1e-9);
}

/* Methods H8. */
static void hedges_from_summaries(void **state)
{
	struct sample_summary later = { 45, 3.6, 1.1 };
	struct sample_summary earlier = { 40, 3.2, .9 };
	struct effect g = effect_hedges_g(later, earlier, .95);

	(void)state;
	assert_int_equal(g.status, STAT_OK);
	assert_close(g.estimate, .392074094652081, 1e-9);
	assert_close(g.conf_low, -.0340724182934, 1e-9);
	assert_close(g.conf_high, .8182206075975, 1e-9);
}

/* hedges.csv */
static void hedges_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("hedges.csv");

	(void)state;
	while (frozen_next(&table)) {
		struct sample_summary a = { frozen_double(&table, 2), frozen_double(&table, 0),
			frozen_double(&table, 1) };
		struct sample_summary b = { frozen_double(&table, 3), 0, 1.1 };
		struct effect g = effect_hedges_g(a, b, .95);

		assert_close(
			effect_small_sample_factor(a.n + b.n - 2), frozen_double(&table, 4), 1e-9);
		assert_close(g.estimate, frozen_double(&table, 5), 1e-9);
		assert_close(g.conf_low, frozen_double(&table, 6), 1e-9);
		assert_close(g.conf_high, frozen_double(&table, 7), 1e-9);
	}
	fclose(table.file);
}

/* two_shares.csv */
static void cohen_h_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("two_shares.csv");

	(void)state;
	while (frozen_next(&table)) {
		double p1 = frozen_double(&table, 0) / frozen_double(&table, 1);
		double p0 = frozen_double(&table, 2) / frozen_double(&table, 3);

		assert_close(effect_cohen_h(p1, p0), frozen_double(&table, 14), 1e-9);
	}
	fclose(table.file);
}

/* J(df) J(df + 1) = (df - 1) / sqrt(df (df + 1)), also where the two ways of computing J meet. */
static void factor_obeys_its_recurrence(void **state)
{
	(void)state;
	for (double df = 2; df < 1e7; df = df < 300 ? df + 1 : df * 1.7) {
		double product =
			effect_small_sample_factor(df) * effect_small_sample_factor(df + 1);

		/* Gamma(x + 1) / Gamma(x) = x with x = (df - 1) / 2 */
		assert_close(product, (df - 1) / sqrt(df * (df + 1)), 1e-12);
	}
}

static void refusals(void **state)
{
	struct sample_summary fine = { 5, 1, .5 };
	struct sample_summary flat = { 5, 1, 0 };
	struct sample_summary single = { 1, 1, NAN };
	struct sample_summary unknown = { 5, NAN, .5 };

	(void)state;
	assert_int_equal(effect_hedges_g(fine, single, .95).status, STAT_TOO_FEW);
	assert_int_equal(effect_hedges_g(flat, flat, .95).status, STAT_ZERO_VAR);
	assert_int_equal(effect_hedges_g(fine, unknown, .95).status, STAT_BAD_INPUT);
	assert_int_equal(effect_hedges_g(fine, fine, 1).status, STAT_BAD_INPUT);
	assert_true(isnan(effect_d_z(1, 0)) && isnan(effect_d_av(1, 0, 0)) &&
		isnan(effect_glass(1, NAN)));
	assert_true(isnan(effect_small_sample_factor(1)) && isnan(effect_small_sample_factor(NAN)));
	assert_true(isnan(effect_cohen_h(1.2, .5)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_examples),
		cmocka_unit_test(hedges_from_summaries),
		cmocka_unit_test(hedges_agrees_with_r),
		cmocka_unit_test(cohen_h_agrees_with_r),
		cmocka_unit_test(factor_obeys_its_recurrence),
		cmocka_unit_test(refusals),
	};

	stat_begin();
	return cmocka_run_group_tests_name("effect", tests, NULL, NULL);
}
