/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The noncentral t distribution and the sizes that follow from it. */
#include "stat/power.h"

#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>

#include "stat/compensated.h"
#include "stat/distribution.h"

enum { MOST_STEPS = 200 };
static const double largest_ncp = 37; /* beyond it exp(-ncp^2 / 2) is no longer a double */

double noncentral_t_above(double t, double df, double ncp)
{
	double x = t * t / (t * t + df), half = ncp * ncp / 2;
	double p = exp(-half) / 2, q = ncp * exp(-half) / sqrt(2 * acos(-1));
	struct compensated below = { 0 };

	if (!(t >= 0) || !(df > 0) || !(ncp >= 0 && ncp <= largest_ncp))
		return (double)NAN;
	compensated_add(&below, gsl_cdf_ugaussian_P(-ncp));
	for (int j = 0; j < half || p + q > 1e-17; j++) {
		compensated_add(&below, p * gsl_cdf_beta_P(x, j + 0.5, df / 2));
		compensated_add(&below, q * gsl_cdf_beta_P(x, j + 1.0, df / 2));
		p *= half / (j + 1);
		q *= half / (j + 1.5);
	}
	return fmax(0, fmin(1, 1 - compensated_total(&below)));
}

/* What the power at a noncentrality lacks or has in excess. */
struct point {
	double ncp, excess;
};

static struct point point_at(double ncp, double t, double df, double power)
{
	return (struct point){ ncp, noncentral_t_above(t, df, ncp) - power };
}

/* False position with the end that stays weighed half each time (Illinois). */
static double root_between(struct point low, struct point high, double t, double df, double power)
{
	for (int i = 0; i < MOST_STEPS && high.ncp - low.ncp > 1e-13 * high.ncp; i++) {
		double ncp =
			low.ncp - low.excess * (high.ncp - low.ncp) / (high.excess - low.excess);
		struct point next = point_at(ncp, t, df, power);

		if (fabs(next.excess) < 1e-15)
			return ncp;
		if (next.excess < 0) {
			low = next;
			high.excess /= 2;
		} else {
			high = next;
			low.excess /= 2;
		}
	}
	return (low.ncp + high.ncp) / 2;
}

double power_noncentrality(double df, double alpha, double power)
{
	struct point low, high;
	double t, guess;

	if (!(df >= 1) || !(alpha > 0 && alpha < 1) || !(power > alpha / 2 && power < 1))
		return (double)NAN;
	t = t_quantile(1 - alpha / 2, df);
	guess = fmin(largest_ncp, fmax(0.1, t + normal_quantile(power)));
	low = high = point_at(guess, t, df, power);
	while (low.excess > 0)
		low = point_at(low.ncp > 0.01 ? low.ncp * 0.8 : 0, t, df, power);
	while (high.excess < 0 && high.ncp < largest_ncp)
		high = point_at(fmin(largest_ncp, high.ncp * 1.2), t, df, power);
	return high.excess < 0 ? (double)NAN : root_between(low, high, t, df, power);
}

double power_reach(double df, double alpha, double power)
{
	return t_quantile(1 - alpha / 2, df) + t_quantile(power, df);
}

double power_share_people(double p1, double p2, double alpha, double power)
{
	double mean = (p1 + p2) / 2, reach;

	if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1) || p1 == p2 || !(alpha > 0 && alpha < 1) ||
		!(power > 0 && power < 1))
		return (double)NAN;
	reach = normal_quantile(1 - alpha / 2) * sqrt(2 * mean * (1 - mean)) +
		normal_quantile(power) * sqrt(p1 * (1 - p1) + p2 * (1 - p2));
	return reach * reach / ((p1 - p2) * (p1 - p2));
}

double power_share_told(double p, double people, bool above, double alpha, double power)
{
	double near = p, far = above ? 1 : 0;
	int i;

	if (!(power_share_people(p, far, alpha, power) <= people))
		return (double)NAN;
	for (i = 0; i < MOST_STEPS && fabs(far - near) > 1e-15; i++) {
		double middle = (near + far) / 2;

		*(power_share_people(p, middle, alpha, power) <= people ? &far : &near) = middle;
	}
	return far;
}

/* The variance of the estimate times the villages of an arm. */
static double variance_of(const struct power_spread *spread, const struct power_plan *plan)
{
	double change = spread->village_change + spread->person_change / plan->people;
	double level = spread->village_level + spread->person_level / plan->people;
	double shared = fmax(-level, level - change / 2);

	if (plan->design == POWER_ANCOVA)
		return level > 0 ? 2 * (level - shared * shared / level) : (double)NAN;
	return plan->design == POWER_DID ? 2 * change : change;
}

static double df_of(const struct power_plan *plan)
{
	if (plan->design == POWER_CHANGE)
		return plan->villages - 1;
	return 2 * plan->villages - (plan->design == POWER_DID ? 2 : 3);
}

struct power_result power_error(const struct power_spread *spread, const struct power_plan *plan)
{
	return (struct power_result){ sqrt(variance_of(spread, plan) / plan->villages), df_of(plan),
		(double)NAN };
}

struct power_result power_of(const struct power_spread *spread, const struct power_plan *plan,
	double alpha, double power)
{
	struct power_result result = power_error(spread, plan);

	result.detectable = power_noncentrality(result.df, alpha, power) * result.std_error;
	return result;
}

/* Whether the power at the difference suffices: no need to know at which it would just do. */
static bool does(const struct power_spread *spread, const struct power_plan *plan,
	double difference, double alpha, double power)
{
	struct power_result error = power_error(spread, plan);

	return error.df >= 1 &&
		noncentral_t_above(t_quantile(1 - alpha / 2, error.df), error.df,
			fmin(largest_ncp, difference / error.std_error)) >= power;
}

/* Nearly the villages that it takes, t quantiles of level and power together for the noncentrality. */
static double nearly(const struct power_spread *spread, const struct power_plan *plan,
	double difference, double alpha, double power, double most)
{
	double unit = variance_of(spread, plan) / (difference * difference);
	double reach = normal_quantile(1 - alpha / 2) + normal_quantile(power);
	struct power_plan trial = *plan;
	int i;

	for (i = 0; i < 4; i++) {
		trial.villages = fmax(3, fmin(most, ceil(unit * reach * reach)));
		reach = power_reach(df_of(&trial), alpha, power);
	}
	return trial.villages;
}

size_t power_villages(const struct power_spread *spread, const struct power_plan *plan,
	double difference, double alpha, double power, size_t most)
{
	struct power_plan trial = *plan;

	for (trial.villages = nearly(spread, plan, difference, alpha, power, (double)most);
		!does(spread, &trial, difference, alpha, power); trial.villages++)
		if (trial.villages >= (double)most)
			return 0;
	while (trial.villages > 2) {
		trial.villages--;
		if (!does(spread, &trial, difference, alpha, power))
			return (size_t)trial.villages + 1;
	}
	return (size_t)trial.villages;
}
