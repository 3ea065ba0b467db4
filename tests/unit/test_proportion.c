/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares: R, worked examples, borders and refusals. */
#include "frozen.h"

#include "stat/distribution.h"
#include "stat/proportion.h"

/* share.csv by prop.test and binom.test */
static void one_share_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("share.csv");

	(void)state;
	while (frozen_next(&table)) {
		int64_t x = frozen_integer(&table, 0);
		int64_t n = frozen_integer(&table, 1);
		double level = frozen_double(&table, 2);
		struct interval wilson = proportion_wilson(x, n, level);
		struct interval exact = proportion_clopper_pearson(x, n, level);

		assert_close(wilson.estimate, (double)x / (double)n, 0);
		assert_close(wilson.conf_low, x == 0 ? 0 : frozen_double(&table, 3), 1e-9);
		assert_close(wilson.conf_high, x == n ? 1 : frozen_double(&table, 4), 1e-9);
		assert_close(exact.conf_low, frozen_double(&table, 5), 1e-9);
		assert_close(exact.conf_high, frozen_double(&table, 6), 1e-9);
	}
	fclose(table.file);
}

/* two_shares.csv by prop.test, chisq.test and fisher.test */
static void two_shares_agree_with_r(void **state)
{
	struct frozen table = frozen_open("two_shares.csv");

	(void)state;
	while (frozen_next(&table)) {
		int64_t x[4];
		struct score_test test;
		struct interval wald;
		struct interval newcombe;

		for (size_t i = 0; i < 4; i++)
			x[i] = frozen_integer(&table, i);
		test = proportion_test(x[0], x[1], x[2], x[3]);
		wald = proportion_wald(x[0], x[1], x[2], x[3], .95);
		newcombe = proportion_newcombe(x[0], x[1], x[2], x[3], .95);
		assert_int_equal(test.status, STAT_OK);
		assert_close(test.p_value, frozen_double(&table, 5), 1e-7);
		assert_close(test.p_yates, frozen_double(&table, 7), 1e-7);
		assert_close(test.p_fisher, frozen_double(&table, 8), 1e-7);
		assert_close(test.smallest_expected, frozen_double(&table, 9), 1e-9);
		assert_close(newcombe.conf_low, frozen_double(&table, 12), 1e-9);
		assert_close(newcombe.conf_high, frozen_double(&table, 13), 1e-9);
		/* prop.test cuts Wald's limits at -1 and 1 */
		if (wald.status == STAT_OK) {
			assert_close(fmax(-1, wald.conf_low), frozen_double(&table, 10), 1e-9);
			assert_close(fmin(1, wald.conf_high), frozen_double(&table, 11), 1e-9);
		}
	}
	fclose(table.file);
}

/* paired_shares.csv by mcnemar.test, binom.test, and the formulas over prop.test's limits */
static void paired_shares_agree_with_r(void **state)
{
	struct frozen table = frozen_open("paired_shares.csv");

	(void)state;
	while (frozen_next(&table)) {
		struct pair_table pairs = { frozen_integer(&table, 0), frozen_integer(&table, 1),
			frozen_integer(&table, 2), frozen_integer(&table, 3) };
		struct mcnemar test = proportion_mcnemar(pairs);
		struct interval wald = proportion_paired_wald(pairs, .95);
		struct interval bonett = proportion_bonett_price(pairs, .95);
		struct interval newcombe = proportion_newcombe_paired(pairs, .95);

		assert_int_equal(test.status, STAT_OK);
		assert_close(test.chi2, frozen_double(&table, 4), 1e-9);
		assert_close(test.p_value, frozen_double(&table, 5), 1e-7);
		assert_close(test.chi2_corrected, frozen_double(&table, 6), 1e-9);
		assert_close(test.p_corrected, frozen_double(&table, 7), 1e-7);
		assert_close(test.p_exact, frozen_double(&table, 8), 1e-7);
		assert_close(test.p_mid, frozen_double(&table, 9), 1e-7);
		if (wald.status == STAT_OK)
			assert_close(wald.std_error, frozen_double(&table, 10), 1e-9);
		assert_close(bonett.conf_low, frozen_double(&table, 11), 1e-9);
		assert_close(bonett.conf_high, frozen_double(&table, 12), 1e-9);
		assert_close(newcombe.conf_low, frozen_double(&table, 13), 1e-9);
		assert_close(newcombe.conf_high, frozen_double(&table, 14), 1e-9);
	}
	fclose(table.file);
}

/* Methods E3. */
static void paired_worked_example(void **state)
{
	static const struct pair_table pairs = { 2, 5, 1, 4 };
	struct mcnemar test = proportion_mcnemar(pairs);
	struct interval bonett = proportion_bonett_price(pairs, .95);
	struct interval newcombe = proportion_newcombe_paired(pairs, .95);
	struct interval wilson = proportion_wilson(7, 12, .95);
	struct interval clopper = proportion_clopper_pearson(7, 12, .95);
	struct interval none = proportion_wilson(0, 12, .95);

	(void)state;
	assert_close(test.chi2, 2.66666666666667, 1e-9);
	assert_close(test.p_value, .102470434859749, 1e-7);
	assert_close(test.chi2_corrected, 1.5, 1e-9);
	assert_close(test.p_corrected, .220671361919847, 1e-7);
	assert_close(test.p_exact, .21875, 1e-9);
	assert_close(test.p_mid, .125, 1e-9);
	assert_close(bonett.estimate, 1 / 3.0, 1e-12);
	assert_close(proportion_paired_wald(pairs, .95).std_error, .180020574955774, 1e-9);
	assert_close(bonett.conf_low, -.08088503340988, 1e-9);
	assert_close(bonett.conf_high, .652313604838451, 1e-9);
	assert_close(newcombe.conf_low, -.0530581272120, 1e-9);
	assert_close(newcombe.conf_high, .608742455811, 1e-9);
	assert_close(wilson.conf_low, .31951131254955, 1e-9);
	assert_close(wilson.conf_high, .806739686341243, 1e-9);
	assert_close(clopper.conf_low, .276669685682106, 1e-9);
	assert_close(clopper.conf_high, .84834777019157, 1e-9);
	assert_close(none.conf_low, 0, 0);
	assert_close(none.conf_high, .242494006655241, 1e-9);
}

/* Methods E4. */
static void unpaired_worked_example(void **state)
{
	struct score_test test = proportion_test(30, 45, 18, 40);
	struct interval newcombe = proportion_newcombe(30, 45, 18, 40, .95);
	struct interval wald = proportion_wald(30, 45, 18, 40, .95);

	(void)state;
	assert_close(test.chi2, 4.04420045045045, 1e-9);
	assert_close(test.p_value, .0443233702391052, 1e-7);
	assert_close(test.p_yates, .0731537660529935, 1e-7);
	assert_close(test.p_fisher, .0516100461099066, 1e-7);
	assert_close(newcombe.estimate, 13 / 60.0, 1e-12);
	assert_close(newcombe.conf_low, .00614235019283, 1e-9);
	assert_close(newcombe.conf_high, .403140761041847, 1e-9);
	assert_close(wald.conf_low, .00993206997608, 1e-9);
	assert_close(wald.conf_high, .42340126335725, 1e-9);
}

static void nothing_to_test(void **state)
{
	static const struct pair_table still = { 3, 0, 0, 4 };
	static const struct pair_table balanced = { 0, 4, 4, 0 };
	struct mcnemar test = proportion_mcnemar(still);

	(void)state;
	assert_int_equal(test.status, STAT_NO_CHANGE);
	assert_close(test.p_exact, 1, 0);
	assert_close(test.p_mid, 1, 0);
	assert_true(isnan(test.chi2) && isnan(test.p_value));
	assert_close(proportion_mcnemar(balanced).p_exact, 1, 0);
	assert_close(proportion_mcnemar(balanced).p_mid, 1, 1e-12);
	assert_int_equal(proportion_paired_wald(still, .95).status, STAT_ZERO_VAR);
	assert_close(proportion_paired_wald(still, .95).estimate, 0, 0);
	assert_int_equal(proportion_bonett_price(still, .95).status, STAT_OK);
	assert_int_equal(proportion_test(0, 5, 0, 6).status, STAT_NO_EVENTS);
	assert_int_equal(proportion_test(5, 5, 6, 6).status, STAT_NO_EVENTS);
	assert_true(isnan(proportion_test(0, 5, 0, 6).p_fisher));
	assert_int_equal(proportion_wald(0, 5, 6, 6, .95).status, STAT_ZERO_VAR);
	assert_close(proportion_wald(0, 5, 6, 6, .95).estimate, -1, 0);
}

static void refusals(void **state)
{
	static const struct pair_table negative = { 1, -1, 0, 0 };
	static const struct pair_table empty = { 0, 0, 0, 0 };
	static const struct pair_table everybody = { 0, 6, 0, 0 };

	(void)state;
	assert_int_equal(proportion_wilson(0, 0, .95).status, STAT_TOO_FEW);
	assert_int_equal(proportion_wilson(3, 2, .95).status, STAT_BAD_INPUT);
	assert_int_equal(proportion_wilson(-1, 2, .95).status, STAT_BAD_INPUT);
	assert_int_equal(proportion_wilson(1, 2, 95).status, STAT_BAD_INPUT);
	assert_true(isnan(proportion_wilson(1, 2, 95).estimate));
	assert_int_equal(proportion_clopper_pearson(0, 0, .95).status, STAT_TOO_FEW);
	assert_int_equal(proportion_newcombe(0, 0, 1, 2, .95).status, STAT_TOO_FEW);
	assert_int_equal(proportion_wald(1, 2, 0, 0, .95).status, STAT_TOO_FEW);
	assert_int_equal(proportion_test(0, 0, 1, 2).status, STAT_TOO_FEW);
	assert_int_equal(proportion_test(0, 0, 3, 2).status, STAT_BAD_INPUT);
	assert_true(isnan(proportion_fisher(0, 0, 1, 2)));
	assert_int_equal(proportion_mcnemar(negative).status, STAT_BAD_INPUT);
	assert_int_equal(proportion_bonett_price(negative, .95).status, STAT_BAD_INPUT);
	assert_int_equal(proportion_bonett_price(empty, .95).status, STAT_TOO_FEW);
	assert_int_equal(proportion_newcombe_paired(empty, .95).status, STAT_TOO_FEW);
	assert_int_equal(proportion_paired_wald(empty, 0).status, STAT_BAD_INPUT);
	assert_int_equal(proportion_paired_wald(everybody, .95).status, STAT_ZERO_VAR);
	assert_close(proportion_newcombe_paired(everybody, .95).conf_high, 1, 1e-12);
}

/* Counting those without the attribute mirrors everything; swapping sides changes signs. */
static void mirrors(void **state)
{
	struct interval a = proportion_newcombe(8, 20, 3, 17, .9);
	struct interval swapped = proportion_newcombe(3, 17, 8, 20, .9);
	struct interval complement = proportion_newcombe(12, 20, 14, 17, .9);
	struct interval share = proportion_clopper_pearson(8, 20, .9);
	struct interval rest = proportion_clopper_pearson(12, 20, .9);

	(void)state;
	assert_close(swapped.conf_low, -a.conf_high, 1e-12);
	assert_close(complement.conf_high, -a.conf_low, 1e-12);
	assert_close(rest.conf_low, 1 - share.conf_high, 1e-12);
	assert_close(proportion_fisher(12, 20, 14, 17), proportion_fisher(8, 20, 3, 17), 1e-12);
}

/* A table beyond the reach of doubles has p 0, and large ones take no longer than a blink. */
static void large_tables(void **state)
{
	(void)state;
	assert_close(proportion_fisher(100000, 100000, 0, 100000), 0, 0);
	assert_close(proportion_fisher(50000, 100000, 50000, 100000), 1, 1e-9);
	assert_int_equal(proportion_clopper_pearson(3, 50000000, .95).status, STAT_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_share_agrees_with_r),
		cmocka_unit_test(two_shares_agree_with_r),
		cmocka_unit_test(paired_shares_agree_with_r),
		cmocka_unit_test(paired_worked_example),
		cmocka_unit_test(unpaired_worked_example),
		cmocka_unit_test(nothing_to_test),
		cmocka_unit_test(refusals),
		cmocka_unit_test(mirrors),
		cmocka_unit_test(large_tables),
	};

	stat_begin();
	return cmocka_run_group_tests_name("proportion", tests, NULL, NULL);
}
