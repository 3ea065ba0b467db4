/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slopes, rank tests of several rounds and trends in shares: worked examples, mirror images, refusals. */
#include "close.h"

#include <math.h>
#include <string.h>

#include "stat/distribution.h"
#include "stat/repeated.h"
#include "stat/trend.h"

/* The catalogue's example G7: eight people in three rounds. */
static const int64_t people[8][3] = { { 2, 3, 4 }, { 3, 3, 4 }, { 1, 2, 2 }, { 4, 4, 5 },
	{ 2, 2, 3 }, { 3, 5, 4 }, { 2, 3, 3 }, { 1, 1, 2 } };

/* Ranks of G7; cut: values as shares of at least `cut`; order: which round comes when. */
static struct repeated ranks_of(int64_t cut, const size_t *order)
{
	struct repeated ranks = { .rounds = 3 };

	for (size_t i = 0; i < 8; i++) {
		int64_t own[3];

		for (size_t r = 0; r < 3; r++)
			own[r] = cut == 0 ? people[i][order[r]] : people[i][order[r]] >= cut;
		repeated_add(&ranks, own);
	}
	return ranks;
}

static const size_t as_they_come[] = { 0, 1, 2 };
static const size_t backwards[] = { 2, 1, 0 };

static void worked_example_of_ranks(void **state)
{
	struct repeated ranks = ranks_of(0, as_they_come);
	struct repeated_tests tests = repeated_tests(&ranks);

	(void)state;
	assert_int_equal(tests.status, STAT_OK);
	assert_close(tests.chi2, 11.0769230769231, 1e-13);
	assert_close(tests.p_value, .0039325722979873, 1e-7);
	assert_close(tests.kendall_w, .692307692307692, 1e-13);
	assert_close(tests.page_l, 108, 0);
	assert_close(tests.df, 2, 0);
	ranks = ranks_of(3, as_they_come);
	tests = repeated_tests(&ranks);
	assert_close(tests.chi2, 4.66666666666667, 1e-13);
	assert_close(tests.p_value, .0969719678644051, 1e-7);
}

/* Friedman does not ask which way time runs; Page does. */
static void ranks_backwards(void **state)
{
	struct repeated forth = ranks_of(0, as_they_come), back = ranks_of(0, backwards);
	struct repeated_tests a = repeated_tests(&forth), b = repeated_tests(&back);

	(void)state;
	assert_close(a.chi2, b.chi2, 0);
	assert_close(a.page_z, -b.page_z, 0);
	assert_close(a.page_p, b.page_p, 0);
	assert_close(a.page_l + b.page_l, 2. * 8 * 3 * 4 * 4 / 4, 0);
}

static void ranks_refused(void **state)
{
	static const int64_t alike[] = { 4, 4, 4 };
	struct repeated ranks = { .rounds = 3 };

	(void)state;
	repeated_add(&ranks, alike);
	assert_int_equal(repeated_tests(&ranks).status, STAT_TOO_FEW);
	repeated_add(&ranks, alike);
	assert_int_equal(repeated_tests(&ranks).status, STAT_ALL_TIES);
	assert_true(isnan(repeated_tests(&ranks).chi2));
	ranks.rounds = 1;
	assert_int_equal(repeated_tests(&ranks).status, STAT_BAD_INPUT);
	ranks.rounds = REPEATED_MAX_ROUNDS + 1;
	assert_int_equal(repeated_tests(&ranks).status, STAT_BAD_INPUT);
}

/* G7 with a year between rounds: slopes 1, .5, .5, .5, .5, .5, .5, .5. */
static void worked_example_of_slopes(void **state)
{
	static const int64_t days[] = { 1000, 1365, 1730 };
	int64_t c[3];
	double per_day, sum = 0, squares = 0;

	(void)state;
	assert_int_equal(trend_coefficients(days, 3, c, &per_day), STAT_OK);
	assert_int_equal(c[0], -1);
	assert_int_equal(c[1], 0);
	assert_int_equal(c[2], 1);
	for (size_t i = 0; i < 8; i++) {
		double slope = 365 * per_day *
			(double)(c[0] * people[i][0] + c[1] * people[i][1] + c[2] * people[i][2]);

		sum += slope;
		squares += slope * slope;
	}
	assert_close(sum / 8, .5625, 1e-14);
	assert_close(sqrt((squares - sum * sum / 8) / 7 / 8), .0625, 1e-13);
}

/* Values on a line give back its slope, whatever the distances; the coefficients add up to 0. */
static void lines_give_back_their_slope(void **state)
{
	static const int64_t all[] = { 737, 1101, 1493, 2249, 2251, 9000, 9001, 9010, 9400, 9500,
		9501, 9777, 12000, 12345, 23456, 34567 };

	(void)state;
	for (size_t rounds = 2; rounds <= TREND_MAX_ROUNDS; rounds++) {
		int64_t c[TREND_MAX_ROUNDS], sum = 0, slope = 0;
		double per_day;

		assert_int_equal(trend_coefficients(all, rounds, c, &per_day), STAT_OK);
		for (size_t r = 0; r < rounds; r++) {
			sum += c[r];
			slope += c[r] * (5 + 7 * all[r]);
		}
		assert_int_equal(sum, 0);
		assert_close(per_day * (double)slope, 7, 1e-12);
	}
}

/* Parabolas give back twice their coefficient, whatever their line. */
static void parabolas_give_back_their_bend(void **state)
{
	static const int64_t days[] = { 738400, 738764, 739156, 739912 };

	(void)state;
	for (size_t rounds = 3; rounds <= 4; rounds++) {
		double q[TREND_MAX_ROUNDS], bent = 0, straight = 0;

		assert_int_equal(trend_bend(days, rounds, q), STAT_OK);
		for (size_t r = 0; r < rounds; r++) {
			double x = (double)(days[r] - days[0]);

			bent += q[r] * (5 - .3 * x + .0125 * x * x);
			straight += q[r] * (5 - .3 * x);
		}
		assert_close(bent, .025, 1e-9);
		assert_true(fabs(straight) < 1e-12);
	}
	assert_int_equal(trend_bend(days, 2, (double[2]){ 0 }), STAT_BAD_INPUT);
}

static void days_refused(void **state)
{
	static const int64_t twice[] = { 1, 5, 5 }, back[] = { 1, 5, 4 }, far[] = { 0, 1, 1000000 };
	int64_t c[TREND_MAX_ROUNDS + 1] = { 0 };
	double per_day;

	(void)state;
	assert_int_equal(trend_coefficients(twice, 3, c, &per_day), STAT_BAD_INPUT);
	assert_int_equal(trend_coefficients(back, 3, c, &per_day), STAT_BAD_INPUT);
	assert_int_equal(trend_coefficients(far, 3, c, &per_day), STAT_BAD_INPUT);
	assert_int_equal(trend_coefficients(twice, 1, c, &per_day), STAT_BAD_INPUT);
	assert_int_equal(
		trend_coefficients(twice, TREND_MAX_ROUNDS + 1, c, &per_day), STAT_BAD_INPUT);
}

/* G7: 18 of 40, 24 of 42, 30 of 45. */
static void worked_example_of_shares(void **state)
{
	static const int64_t had[] = { 18, 24, 30 }, of[] = { 40, 42, 45 }, days[] = { 1, 2, 3 },
			     apart[] = { 100, 465, 830 };
	static const int64_t lacked[] = { 22, 18, 15 };
	struct trend_test test = trend_of_shares(had, of, days, 3);

	(void)state;
	assert_int_equal(test.status, STAT_OK);
	assert_close(test.chi2, 4.03458428294083, 1e-13);
	assert_close(test.p_value, .0445766566327061, 1e-7);
	assert_close(trend_of_shares(had, of, apart, 3).chi2, test.chi2, 1e-13);
	assert_close(trend_of_shares(lacked, of, days, 3).chi2, test.chi2, 1e-13);
}

static void shares_refused(void **state)
{
	static const int64_t days[] = { 1, 2, 4 }, of[] = { 10, 10, 10 }, nobody[] = { 0, 0, 0 },
			     gap[] = { 10, 0, 10 }, more[] = { 1, 11, 2 }, some[] = { 3, 0, 4 };

	(void)state;
	assert_int_equal(trend_of_shares(nobody, of, days, 3).status, STAT_NO_EVENTS);
	assert_int_equal(trend_of_shares(of, of, days, 3).status, STAT_NO_EVENTS);
	assert_int_equal(trend_of_shares(some, gap, days, 3).status, STAT_TOO_FEW);
	assert_int_equal(trend_of_shares(more, of, days, 3).status, STAT_BAD_INPUT);
	assert_int_equal(trend_of_shares(some, of, nobody, 3).status, STAT_BAD_INPUT);
	assert_true(isnan(trend_of_shares(nobody, of, days, 3).p_value));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_example_of_ranks),
		cmocka_unit_test(ranks_backwards),
		cmocka_unit_test(ranks_refused),
		cmocka_unit_test(worked_example_of_slopes),
		cmocka_unit_test(lines_give_back_their_slope),
		cmocka_unit_test(parabolas_give_back_their_bend),
		cmocka_unit_test(days_refused),
		cmocka_unit_test(worked_example_of_shares),
		cmocka_unit_test(shares_refused),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
