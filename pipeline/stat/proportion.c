/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals for shares, and tests of two independent shares. */
#include "stat/proportion.h"

#include <math.h>

#include "stat/distribution.h"

static struct interval refuse(enum stat_status status)
{
	const double nan = (double)NAN;
	struct interval refused = { nan, nan, nan, nan, status };

	return refused;
}

/* Why x of n cannot be used, or STAT_OK. */
static enum stat_status judge(int64_t x, int64_t n, double confidence)
{
	if (x < 0 || n < 0 || x > n || !(confidence > 0 && confidence < 1))
		return STAT_BAD_INPUT;
	return n == 0 ? STAT_TOO_FEW : STAT_OK;
}

static enum stat_status judge_both(
	int64_t x1, int64_t n1, int64_t x0, int64_t n0, double confidence)
{
	enum stat_status first = judge(x1, n1, confidence);
	enum stat_status second = judge(x0, n0, confidence);

	if (first == STAT_BAD_INPUT || second == STAT_BAD_INPUT)
		return STAT_BAD_INPUT;
	return first != STAT_OK ? first : second;
}

static double critical_value(double confidence)
{
	return normal_quantile((1 + confidence) / 2);
}

/* (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n); the limits at no and at all people
 * are set, so that rounding cannot leave 1e-17 in place of 0. */
struct interval proportion_wilson(int64_t x, int64_t n, double confidence)
{
	struct interval result = refuse(judge(x, n, confidence));
	double people = (double)n;
	double z2;
	double centre;
	double reach;
	double p;

	if (result.status != STAT_OK)
		return result;
	z2 = critical_value(confidence) * critical_value(confidence);
	p = (double)x / people;
	centre = p + z2 / (2 * people);
	reach = sqrt(z2 * (p * (1 - p) / people + z2 / (4 * people * people)));
	result.estimate = p;
	result.conf_low = x == 0 ? 0 : (centre - reach) / (1 + z2 / people);
	result.conf_high = x == n ? 1 : (centre + reach) / (1 + z2 / people);
	return result;
}

struct interval proportion_clopper_pearson(int64_t x, int64_t n, double confidence)
{
	struct interval result = refuse(judge(x, n, confidence));
	double tail = (1 - confidence) / 2;
	double yes = (double)x;
	double no = (double)(n - x);

	if (result.status != STAT_OK)
		return result;
	result.estimate = yes / (double)n;
	result.conf_low = x == 0 ? 0 : beta_quantile(tail, yes, no + 1);
	result.conf_high = x == n ? 1 : beta_quantile(1 - tail, yes + 1, no);
	if (isnan(result.conf_low) || isnan(result.conf_high))
		return refuse(STAT_OVERFLOW);
	return result;
}

struct interval proportion_newcombe(
	int64_t x1, int64_t n1, int64_t x0, int64_t n0, double confidence)
{
	struct interval result = refuse(judge_both(x1, n1, x0, n0, confidence));
	struct interval a = proportion_wilson(x1, n1, confidence);
	struct interval b = proportion_wilson(x0, n0, confidence);

	if (result.status != STAT_OK)
		return result;
	result.estimate = a.estimate - b.estimate;
	result.conf_low =
		result.estimate - hypot(a.estimate - a.conf_low, b.conf_high - b.estimate);
	result.conf_high =
		result.estimate + hypot(a.conf_high - a.estimate, b.estimate - b.conf_low);
	return result;
}

struct interval proportion_wald(int64_t x1, int64_t n1, int64_t x0, int64_t n0, double confidence)
{
	struct interval result = refuse(judge_both(x1, n1, x0, n0, confidence));
	double p1 = (double)x1 / (double)n1;
	double p0 = (double)x0 / (double)n0;
	double reach;

	if (result.status != STAT_OK)
		return result;
	result.estimate = p1 - p0;
	if ((x1 == 0 || x1 == n1) && (x0 == 0 || x0 == n0)) {
		result.status = STAT_ZERO_VAR;
		return result;
	}
	result.std_error = sqrt(p1 * (1 - p1) / (double)n1 + p0 * (1 - p0) / (double)n0);
	reach = critical_value(confidence) * result.std_error;
	result.conf_low = result.estimate - reach;
	result.conf_high = result.estimate + reach;
	return result;
}

/* Probabilities of all tables with these margins relative to the observed one's, by recurrence from
 * it in one direction (step 1 or -1); those no likelier than it are added up apart. */
static void walk_tables(
	int64_t x1, int64_t n1, int64_t n0, int64_t yes, int step, double *all, double *unlikely)
{
	double relative = 1;

	for (;;) {
		double up = (double)(n1 - x1) * (double)(yes - x1);
		double down = (double)x1 * (double)(n0 - yes + x1);

		if (step > 0)
			relative *= up / ((double)(x1 + 1) * (double)(n0 - yes + x1 + 1));
		else
			relative *= down / ((double)(n1 - x1 + 1) * (double)(yes - x1 + 1));
		if (!(relative > 0))
			return;
		x1 += step;
		*all += relative;
		if (relative <= 1 + 1e-7)
			*unlikely += relative;
	}
}

/* Relative to a table far out in a tail the likely ones overflow to infinity: p is then 0. */
double proportion_fisher(int64_t x1, int64_t n1, int64_t x0, int64_t n0)
{
	double all = 1;
	double unlikely = 1;

	if (judge_both(x1, n1, x0, n0, .95) != STAT_OK)
		return (double)NAN;
	walk_tables(x1, n1, n0, x1 + x0, 1, &all, &unlikely);
	walk_tables(x1, n1, n0, x1 + x0, -1, &all, &unlikely);
	return isinf(all) ? 0 : unlikely / all;
}

static double smallest(double a, double b, double c, double d)
{
	return fmin(fmin(a, b), fmin(c, d));
}

struct score_test proportion_test(int64_t x1, int64_t n1, int64_t x0, int64_t n0)
{
	const double nan = (double)NAN;
	struct score_test result = { nan, nan, nan, nan, nan, nan, STAT_OK };
	double people = (double)n1 + (double)n0;
	double yes = (double)x1 + (double)x0;
	double distance;
	double unit;

	result.status = judge_both(x1, n1, x0, n0, .95);
	if (result.status != STAT_OK)
		return result;
	unit = yes * (people - yes) * (double)n1 * (double)n0;
	result.smallest_expected =
		smallest(yes * (double)n1, yes * (double)n0, (people - yes) * (double)n1,
			(people - yes) * (double)n0) /
		people;
	if (!(unit > 0)) {
		result.status = STAT_NO_EVENTS;
		return result;
	}
	/* chi2 = N (ad - bc)^2 / product of the margins */
	distance = fabs((double)x1 * (double)n0 - (double)x0 * (double)n1);
	result.chi2 = people * distance / unit * distance;
	result.p_value = chi2_p_value(result.chi2, 1);
	distance = fmax(0, distance - people / 2);
	result.chi2_yates = people * distance / unit * distance;
	result.p_yates = chi2_p_value(result.chi2_yates, 1);
	result.p_fisher = proportion_fisher(x1, n1, x0, n0);
	return result;
}
