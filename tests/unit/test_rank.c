/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rank tests from counted values: R, worked examples, refusals, mirror images. */
#include "values.h"

#include "stat/distribution.h"
#include "stat/rank.h"

enum { WORK = 90000 };

static uint64_t work[WORK];

/* signed_rank.csv by wilcox.test, binom.test and all sign patterns */
static void signed_ranks_agree_with_r(void **state)
{
	struct frozen table = frozen_open("signed_rank.csv");
	int exact = 0;

	(void)state;
	while (frozen_next(&table)) {
		struct value_count counts[512];
		size_t size = parse_counts(table.field[0], counts);
		struct signed_rank test = rank_signed(counts, size);

		assert_int_equal(test.status, STAT_OK);
		assert_close(test.w_plus, frozen_double(&table, 1), 0);
		assert_close(test.w_minus, frozen_double(&table, 2), 0);
		assert_int_equal(test.nonzero, frozen_integer(&table, 3));
		assert_int_equal(test.zero, frozen_integer(&table, 4));
		assert_close(test.p_normal, frozen_double(&table, 5), 1e-7);
		assert_close(test.p_corrected, frozen_double(&table, 6), 1e-7);
		assert_close(test.p_exact, frozen_double(&table, 7), 1e-9);
		assert_close(test.biserial, frozen_double(&table, 8), 1e-9);
		assert_close(rank_sign_test(counts, size).p_value, frozen_double(&table, 9), 1e-7);
		exact += !isnan(test.p_exact);
	}
	fclose(table.file);
	assert_int_equal(exact, 18);
}

/* rank_sum.csv by wilcox.test, all divisions of the people, and Brunner and Munzel's formulas */
static void rank_sums_agree_with_r(void **state)
{
	struct frozen table = frozen_open("rank_sum.csv");
	int exact = 0;

	(void)state;
	while (frozen_next(&table)) {
		struct value_count a[512];
		struct value_count b[512];
		size_t size_a = parse_counts(table.field[0], a);
		size_t size_b = parse_counts(table.field[1], b);
		struct mann_whitney test = rank_mann_whitney(a, size_a, b, size_b, work);
		struct contrast munzel = rank_brunner_munzel(a, size_a, b, size_b, .95);

		assert_int_equal(test.status, STAT_OK);
		assert_close(test.u, frozen_double(&table, 2), 0);
		assert_close(test.p_normal, frozen_double(&table, 3), 1e-7);
		assert_close(test.p_corrected, frozen_double(&table, 4), 1e-7);
		if (!isnan(frozen_double(&table, 5))) {
			assert_close(test.p_exact, frozen_double(&table, 5), 1e-9);
			exact++;
		}
		assert_close(test.theta, frozen_double(&table, 6), 1e-12);
		assert_close(test.cliff, 2 * frozen_double(&table, 6) - 1, 1e-9);
		assert_close(munzel.estimate, test.theta, 1e-12);
		if (frozen_double(&table, 7) <= 0) { /* the groups lie apart: R's t is infinite */
			assert_int_equal(munzel.status, STAT_NO_OVERLAP);
			continue;
		}
		assert_int_equal(munzel.status, STAT_OK);
		assert_close(munzel.std_error, frozen_double(&table, 7), 1e-9);
		assert_close(munzel.statistic, frozen_double(&table, 8), 1e-9);
		assert_close(munzel.df, frozen_double(&table, 9), 1e-9);
		assert_close(munzel.p_value, frozen_double(&table, 10), 1e-7);
		assert_close(munzel.conf_low, frozen_double(&table, 11), 1e-9);
		assert_close(munzel.conf_high, frozen_double(&table, 12), 1e-9);
	}
	fclose(table.file);
	assert_int_equal(exact, 14);
}

/* Methods E5: Likert answers 2 3 3 1 2 4 3 2 5 3 2 4, then 3 3 4 2 2 5 3 4 4 4 3 4. */
static void likert_paired(void **state)
{
	static const struct value_count change[] = { { -1, 1 }, { 0, 4 }, { 1, 6 }, { 2, 1 } };
	struct sign_test sign = rank_sign_test(change, 4);
	struct signed_rank rank = rank_signed(change, 4);

	(void)state;
	assert_int_equal(sign.above, 7);
	assert_int_equal(sign.equal, 4);
	assert_int_equal(sign.below, 1);
	assert_close(sign.p_value, .0703125, 1e-9);
	assert_close(sign.share_net, .5, 0);
	assert_close(rank.w_plus, 32, 0);
	assert_close(rank.w_minus, 4, 0);
	assert_close(rank.p_normal, .0348084788118671, 1e-7);
	assert_close(rank.p_corrected, .0418305945652447, 1e-7);
	assert_close(rank.p_exact, .0625, 1e-9);
	assert_close(rank.biserial, .777777777777778, 1e-9);
}

static void likert_unpaired(void **state)
{
	static const struct value_count later[] = { { 2, 2 }, { 3, 4 }, { 4, 5 }, { 5, 1 } };
	static const struct value_count earlier[] = { { 1, 1 }, { 2, 4 }, { 3, 4 }, { 4, 2 },
		{ 5, 1 } };
	struct mann_whitney test = rank_mann_whitney(later, 4, earlier, 5, work);
	struct contrast munzel = rank_brunner_munzel(later, 4, earlier, 5, .95);

	(void)state;
	assert_close(test.u, 95.5, 0);
	assert_close(test.p_normal, .157989021418952, 1e-7);
	assert_close(test.p_exact, .178320333590222, 1e-9);
	assert_close(test.theta, .663194444444444, 1e-9);
	assert_close(test.cliff, .326388888888889, 1e-9);
	assert_close(munzel.statistic, 1.46783809694522, 1e-9);
	assert_close(munzel.df, 20.5461838191669, 1e-9);
	assert_close(munzel.p_value, .157290938795965, 1e-7);
	assert_close(munzel.conf_low, .431671332583, 1e-9);
	assert_close(munzel.conf_high, .894717556306, 1e-9);
	assert_true(isnan(rank_mann_whitney(later, 4, earlier, 5, NULL).p_exact));
}

/* Methods G9: two histograms of a hundred people. */
static void histograms(void **state)
{
	static const struct value_count earlier[] = { { 1, 12 }, { 2, 20 }, { 3, 30 }, { 4, 25 },
		{ 5, 13 } };
	static const struct value_count later[] = { { 1, 5 }, { 2, 12 }, { 3, 28 }, { 4, 35 },
		{ 5, 20 } };
	struct mann_whitney test = rank_mann_whitney(later, 5, earlier, 5, work);
	struct contrast munzel = rank_brunner_munzel(later, 5, earlier, 5, .95);

	(void)state;
	assert_close(test.u, 6087.5, 0);
	assert_close(test.p_normal, .00611583260800406, 1e-7);
	assert_close(test.theta, .60875, 1e-12);
	assert_close(test.cliff, .2175, 1e-12);
	assert_true(isnan(test.p_exact));
	assert_close(munzel.statistic, 2.81672900083607, 1e-9);
	assert_close(munzel.df, 196.018422045059, 1e-9);
	assert_close(munzel.p_value, .0053479477253419, 1e-7);
}

static void refused_pairs(void **state)
{
	static const struct value_count zero[] = { { 0, 5 } };
	static const struct value_count descending[] = { { 2, 1 }, { 1, 1 } };
	static const struct value_count negative[] = { { 1, -1 } };
	static const struct value_count endless[] = { { 1, INT64_MAX }, { 2, 1 } };
	static const struct value_count crowd[] = { { -1, 5 }, { 2, (int64_t)1 << 31 } };
	static const struct value_count ends[] = { { INT64_MIN, 1 }, { INT64_MAX, 1 } };

	(void)state;
	assert_int_equal(rank_signed(zero, 1).status, STAT_ALL_TIES);
	assert_int_equal(rank_signed(zero, 1).zero, 5);
	assert_true(isnan(rank_signed(zero, 1).p_exact));
	assert_int_equal(rank_sign_test(zero, 1).status, STAT_NO_CHANGE);
	assert_close(rank_sign_test(zero, 1).p_value, 1, 0);
	assert_int_equal(rank_signed(NULL, 0).status, STAT_TOO_FEW);
	assert_int_equal(rank_sign_test(NULL, 0).status, STAT_TOO_FEW);
	assert_int_equal(rank_signed(descending, 2).status, STAT_BAD_INPUT);
	assert_int_equal(rank_signed(negative, 1).status, STAT_BAD_INPUT);
	assert_int_equal(rank_signed(endless, 2).status, STAT_BAD_INPUT);
	assert_int_equal(rank_signed(crowd, 2).status, STAT_OVERFLOW);
	assert_int_equal(rank_signed(ends, 2).status, STAT_OK);
	assert_close(rank_signed(ends, 2).w_plus, 1, 0); /* 2^63 - 1 is nearer to zero than -2^63 */
}

static void refused_groups(void **state)
{
	static const struct value_count low[] = { { 1, 2 }, { 2, 1 } };
	static const struct value_count high[] = { { 3, 2 }, { 4, 2 } };
	static const struct value_count one[] = { { 1, 1 } };
	static const struct value_count same[] = { { 1, 3 } };
	static const struct value_count crowd[] = { { 1, INT32_MAX } };
	static const struct value_count negative[] = { { 1, -1 } };

	(void)state;
	assert_int_equal(rank_mann_whitney(low, 2, NULL, 0, work).status, STAT_TOO_FEW);
	assert_int_equal(rank_mann_whitney(low, 2, one, 1, work).status, STAT_OK);
	assert_int_equal(rank_brunner_munzel(low, 2, one, 1, .95).status, STAT_TOO_FEW);
	assert_int_equal(rank_mann_whitney(same, 1, one, 1, work).status, STAT_ALL_TIES);
	assert_int_equal(rank_brunner_munzel(same, 1, same, 1, .95).status, STAT_ALL_TIES);
	assert_int_equal(rank_brunner_munzel(high, 2, low, 2, .95).status, STAT_NO_OVERLAP);
	assert_close(rank_brunner_munzel(high, 2, low, 2, .95).estimate, 1, 0);
	assert_int_equal(rank_mann_whitney(high, 2, low, 2, work).status, STAT_OK);
	assert_int_equal(rank_mann_whitney(crowd, 1, low, 2, work).status, STAT_OVERFLOW);
	assert_int_equal(rank_brunner_munzel(low, 2, negative, 1, .95).status, STAT_BAD_INPUT);
	assert_int_equal(rank_workspace(31, 30), 0);
	assert_int_equal(rank_workspace(0, 30), 0);
	assert_true(rank_workspace(30, 30) <= WORK && rank_workspace(30, 30) > 0);
}

/* Swapping groups, or turning the scale round, gives the complement and the same p. */
static void mirrors(void **state)
{
	static const struct value_count a[] = { { 1, 3 }, { 2, 5 }, { 5, 2 } };
	static const struct value_count b[] = { { 0, 2 }, { 2, 4 }, { 3, 6 } };
	static const struct value_count turned[] = { { -5, 2 }, { -2, 5 }, { -1, 3 } };
	struct mann_whitney ab = rank_mann_whitney(a, 3, b, 3, work);
	struct mann_whitney ba = rank_mann_whitney(b, 3, a, 3, work);
	struct contrast munzel_ab = rank_brunner_munzel(a, 3, b, 3, .9);
	struct contrast munzel_ba = rank_brunner_munzel(b, 3, a, 3, .9);

	(void)state;
	assert_close(ba.theta, 1 - ab.theta, 1e-12);
	assert_close(ba.p_exact, ab.p_exact, 1e-12);
	assert_close(ba.p_normal, ab.p_normal, 1e-12);
	assert_close(munzel_ba.estimate, 1 - munzel_ab.estimate, 1e-12);
	assert_close(munzel_ba.conf_low, 1 - munzel_ab.conf_high, 1e-12);
	assert_close(munzel_ba.p_value, munzel_ab.p_value, 1e-12);
	assert_close(rank_signed(turned, 3).p_exact, rank_signed(a, 3).p_exact, 1e-12);
	assert_close(rank_signed(turned, 3).w_minus, rank_signed(a, 3).w_plus, 0);
}

/* The largest exact cases: sums of counts stay within 64 bits. */
static void largest_exact_cases(void **state)
{
	struct value_count change[60];
	struct value_count a[30];
	struct value_count b[30];

	(void)state;
	for (int i = 0; i < 60; i++)
		change[i] = (struct value_count){ i + 1, 1 };
	for (int i = 0; i < 30; i++) {
		a[i] = (struct value_count){ 2 * i, 1 };
		b[i] = (struct value_count){ 2 * i + 1, 1 };
	}
	assert_close(rank_signed(change, 60).p_exact, 0x1p-59, 0);
	/* R: wilcox.test(seq(0, 58, 2), seq(1, 59, 2), exact = TRUE) */
	assert_close(rank_mann_whitney(a, 30, b, 30, work).p_exact, 0.831500482872491, 1e-9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signed_ranks_agree_with_r),
		cmocka_unit_test(rank_sums_agree_with_r),
		cmocka_unit_test(likert_paired),
		cmocka_unit_test(likert_unpaired),
		cmocka_unit_test(histograms),
		cmocka_unit_test(refused_pairs),
		cmocka_unit_test(refused_groups),
		cmocka_unit_test(mirrors),
		cmocka_unit_test(largest_exact_cases),
	};

	stat_begin();
	return cmocka_run_group_tests_name("rank", tests, NULL, NULL);
}
