/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paule-Mandel's tau, the Q-profile interval, Hartung-Knapp's mean and the prediction interval. */
#include "stat/heterogeneity.h"

#include <math.h>
#include <stdbool.h>

#include "stat/compensated.h"
#include "stat/distribution.h"

/* What weights 1 / (v + t) make of the effects. */
struct pooled {
	double weight, mean, q;
};

static struct pooled pool(const double *effect, const double *variance, size_t count, double t)
{
	struct compensated weight = { 0, 0 }, sum = { 0, 0 }, q = { 0, 0 };
	struct pooled pooled;
	size_t k;

	for (k = 0; k < count; k++) {
		compensated_add(&weight, 1 / (variance[k] + t));
		compensated_add(&sum, effect[k] / (variance[k] + t));
	}
	pooled.weight = compensated_total(&weight);
	pooled.mean = compensated_total(&sum) / pooled.weight;
	for (k = 0; k < count; k++) {
		double off = effect[k] - pooled.mean;

		compensated_add(&q, off * off / (variance[k] + t));
	}
	pooled.q = compensated_total(&q);
	return pooled;
}

/* The t >= 0 where Q, which falls with t, comes down to `target`; 0 where it never is above. */
static double solve(const double *effect, const double *variance, size_t count, double target)
{
	double low = 0, high = 0, middle;
	size_t k;

	if (pool(effect, variance, count, 0).q <= target)
		return 0;
	for (k = 0; k < count; k++)
		high += variance[k];
	while (pool(effect, variance, count, high).q > target)
		high *= 2;
	for (;;) {
		middle = low + (high - low) / 2;
		if (middle <= low || middle >= high)
			return middle;
		if (pool(effect, variance, count, middle).q > target)
			low = middle;
		else
			high = middle;
	}
}

static bool usable(const double *effect, const double *variance, size_t count)
{
	size_t k;

	for (k = 0; k < count; k++)
		if (!isfinite(effect[k]) || !(variance[k] > 0) || isinf(variance[k]))
			return false;
	return true;
}

/* The variance of an estimate as good as the typical one (Higgins and Thompson 2002). */
static double typical_variance(const double *variance, size_t count)
{
	double sum = 0, squares = 0;
	size_t k;

	for (k = 0; k < count; k++) {
		sum += 1 / variance[k];
		squares += 1 / (variance[k] * variance[k]);
	}
	return (double)(count - 1) * sum / (sum * sum - squares);
}

static void set_spread(struct heterogeneity *result, const double *effect, const double *variance,
	size_t count, double confidence)
{
	double df = (double)(count - 1), tau2 = solve(effect, variance, count, df);

	result->tau = sqrt(tau2);
	result->tau_low =
		sqrt(solve(effect, variance, count, chi2_quantile((1 + confidence) / 2, df)));
	result->tau_high =
		sqrt(solve(effect, variance, count, chi2_quantile((1 - confidence) / 2, df)));
	result->i2 = tau2 / (tau2 + typical_variance(variance, count));
	result->q = pool(effect, variance, count, 0).q;
	result->q_df = df;
	result->q_p = chi2_p_value(result->q, df);
}

static void set_prediction(struct heterogeneity *result, size_t count, double confidence)
{
	double reach;

	if (result->mean.status != STAT_OK || count < 3)
		return;
	reach = t_quantile((1 + confidence) / 2, (double)(count - 2)) *
		hypot(result->tau, result->mean.std_error);
	result->prediction_low = result->mean.estimate - reach;
	result->prediction_high = result->mean.estimate + reach;
}

struct heterogeneity heterogeneity_of(
	const double *effect, const double *variance, size_t count, double confidence)
{
	const double nan = (double)NAN;
	struct heterogeneity result = { contrast_refuse(nan, STAT_ONE_CLUSTER), nan, nan, nan, nan,
		nan, nan, nan, nan, nan };
	double df = (double)count - 1;
	struct pooled pooled;

	if (!usable(effect, variance, count) || !(confidence > 0 && confidence < 1))
		result.mean.status = STAT_BAD_INPUT;
	if (result.mean.status == STAT_BAD_INPUT || count < 2)
		return result;
	set_spread(&result, effect, variance, count, confidence);
	pooled = pool(effect, variance, count, result.tau * result.tau);
	result.mean = contrast_complete(
		pooled.mean, sqrt(pooled.q / (df * pooled.weight)), df, confidence);
	result.mean.clusters = count;
	set_prediction(&result, count, confidence);
	return result;
}

void heterogeneity_against(
	struct heterogeneity *result, const struct contrast *compared, double confidence)
{
	double a = result->mean.std_error * result->mean.std_error;
	double b = compared->std_error * compared->std_error;
	size_t count = result->mean.clusters;

	if (result->mean.status != STAT_OK)
		return;
	result->mean = contrast_complete(result->mean.estimate - compared->estimate, sqrt(a + b),
		(a + b) * (a + b) / (a * a / result->mean.df + b * b / compared->df), confidence);
	result->mean.clusters = count;
	result->prediction_low = result->prediction_high = (double)NAN;
	set_prediction(result, count, confidence);
}
