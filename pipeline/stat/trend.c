/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coefficients of a slope in whole numbers, and the test for trend in shares. */
#include "stat/trend.h"

#include <math.h>
#include <stdbool.h>

#include "stat/distribution.h"

static const int64_t FAR_APART = 1000000;

static bool days_are_sound(const int64_t *days, size_t rounds)
{
	if (rounds < 2 || rounds > TREND_MAX_ROUNDS)
		return false;
	for (size_t r = 1; r < rounds; r++)
		if (days[r] <= days[r - 1] || days[r] - days[0] >= FAR_APART)
			return false;
	return true;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

enum stat_status trend_coefficients(const int64_t *days, size_t rounds, int64_t *c, double *per_day)
{
	int64_t sum = 0, divisor = 0, squares = 0;

	if (!days_are_sound(days, rounds))
		return STAT_BAD_INPUT;
	for (size_t r = 0; r < rounds; r++)
		sum += days[r] - days[0];
	for (size_t r = 0; r < rounds; r++) {
		c[r] = (int64_t)rounds * (days[r] - days[0]) - sum;
		divisor = common_divisor(divisor, c[r]);
	}
	for (size_t r = 0; r < rounds; r++) {
		c[r] /= divisor;
		squares += c[r] * c[r];
	}
	*per_day = (double)rounds / ((double)divisor * (double)squares);
	return STAT_OK;
}

enum stat_status trend_bend(const int64_t *days, size_t rounds, double *q)
{
	double x[TREND_MAX_ROUNDS], mean = 0, squares = 0, cubes = 0, sum = 0;

	if (rounds < 3 || !days_are_sound(days, rounds))
		return STAT_BAD_INPUT;
	for (size_t r = 0; r < rounds; r++)
		mean += (double)(days[r] - days[0]) / (double)rounds;
	for (size_t r = 0; r < rounds; r++) {
		x[r] = (double)(days[r] - days[0]) - mean;
		squares += x[r] * x[r];
		cubes += x[r] * x[r] * x[r];
	}
	for (size_t r = 0; r < rounds; r++) {
		q[r] = x[r] * x[r] - x[r] * cubes / squares - squares / (double)rounds;
		sum += q[r] * q[r];
	}
	for (size_t r = 0; r < rounds; r++)
		q[r] *= 2 / sum;
	return STAT_OK;
}

static bool counts_are_possible(const int64_t *events, const int64_t *people, size_t rounds)
{
	for (size_t r = 0; r < rounds; r++)
		if (people[r] < 0 || people[r] > UINT32_MAX || events[r] < 0 ||
			events[r] > people[r])
			return false;
	return true;
}

/* sum_r (x_r - n_r p) s_r and sum_r n_r (s_r - sbar)^2. */
struct lean {
	double score, spread;
};

static struct lean lean_of(const int64_t *events, const int64_t *people, const int64_t *days,
	size_t rounds, double share, double all)
{
	struct lean lean = { 0, 0 };
	double centre = 0;

	for (size_t r = 0; r < rounds; r++)
		centre += (double)people[r] * (double)(days[r] - days[0]) / all;
	for (size_t r = 0; r < rounds; r++) {
		double n = (double)people[r];
		double away = (double)(days[r] - days[0]) - centre;

		lean.score += ((double)events[r] - n * share) * away;
		lean.spread += n * away * away;
	}
	return lean;
}

struct trend_test trend_of_shares(
	const int64_t *events, const int64_t *people, const int64_t *days, size_t rounds)
{
	struct trend_test test = { (double)NAN, (double)NAN, STAT_BAD_INPUT };
	double had = 0, all = 0, share;
	struct lean lean;
	bool empty = false;

	if (!days_are_sound(days, rounds) || !counts_are_possible(events, people, rounds))
		return test;
	for (size_t r = 0; r < rounds; r++) {
		had += (double)events[r];
		all += (double)people[r];
		empty = empty || people[r] == 0;
	}
	test.status = empty ? STAT_TOO_FEW : had <= 0 || had >= all ? STAT_NO_EVENTS : STAT_OK;
	if (test.status != STAT_OK)
		return test;
	share = had / all;
	lean = lean_of(events, people, days, rounds, share, all);
	test.chi2 = lean.score * lean.score / (share * (1 - share) * lean.spread);
	test.p_value = chi2_p_value(test.chi2, 1);
	return test;
}
