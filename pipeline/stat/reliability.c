/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cronbach's alpha and item-rest correlations from a covariance matrix. */
#include "stat/reliability.h"

#include <math.h>

#include "stat/distribution.h"

/* Sums over all items but one (`without` == count: over all). */
struct sums {
	double items;   /* of variances */
	double total;   /* the variance of the sum */
	double crossed; /* covariances of the one left out with the others */
	size_t count;
};

static struct sums sums_of(const double *covariance, size_t count, size_t without)
{
	struct sums sums = { 0, 0, 0, 0 };

	for (size_t i = 0; i < count; i++) {
		if (i == without)
			continue;
		sums.count++;
		sums.items += covariance[i * count + i];
		if (without < count)
			sums.crossed += covariance[without * count + i];
		for (size_t j = 0; j < count; j++)
			sums.total += j == without ? 0 : covariance[i * count + j];
	}
	return sums;
}

/* Whether a sum varies by more than rounding. */
static int varies(const struct sums *sums)
{
	return sums->total > 1e-12 * sums->items;
}

static double alpha_of(const struct sums *sums)
{
	double k = (double)sums->count;

	if (sums->count < 2 || !varies(sums))
		return (double)NAN;
	return k / (k - 1) * (1 - sums->items / sums->total);
}

/* The quantile of F from that of the beta distribution. */
static double f_quantile(double p, double df1, double df2)
{
	double beta = beta_quantile(p, df1 / 2, df2 / 2);

	return df2 * beta / (df1 * (1 - beta));
}

struct reliability reliability_alpha(
	const double *covariance, size_t count, int64_t n, double confidence)
{
	const double nan = (double)NAN;
	struct reliability result = { nan, nan, nan, STAT_TOO_FEW };
	double df1 = (double)n - 1, df2 = df1 * ((double)count - 1);
	struct sums sums;

	if (count < 2 || n < 2)
		return result;
	sums = sums_of(covariance, count, count);
	result.status = isfinite(sums.total) ? STAT_ZERO_VAR : STAT_BAD_INPUT;
	for (size_t i = 0; i < count; i++)
		if (!(covariance[i * count + i] > 0))
			return result;
	result.alpha = alpha_of(&sums);
	if (!isfinite(result.alpha))
		return result;
	result.conf_low = 1 - (1 - result.alpha) * f_quantile((1 + confidence) / 2, df1, df2);
	result.conf_high = 1 - (1 - result.alpha) * f_quantile((1 - confidence) / 2, df1, df2);
	result.status = STAT_OK;
	return result;
}

double reliability_without(const double *covariance, size_t count, size_t item)
{
	struct sums sums = sums_of(covariance, count, item);

	return alpha_of(&sums);
}

double reliability_item_rest(const double *covariance, size_t count, size_t item)
{
	struct sums sums = sums_of(covariance, count, item);
	double own = covariance[item * count + item];

	if (sums.count == 0 || !(own > 0) || !varies(&sums))
		return (double)NAN;
	return sums.crossed / sqrt(own * sums.total);
}
