/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standardised effect sizes. */
#include "stat/effect.h"

#include <math.h>

#include "stat/distribution.h"

static double over(double numerator, double denominator)
{
	return denominator > 0 ? numerator / denominator : (double)NAN;
}

/* Gamma(x + 1/2) / (sqrt(x) Gamma(x)) for large x, where logarithms of Gamma would cancel. */
static double half_step_ratio(double x)
{
	static const double coefficient[] = { 1, -1 / 8.0, 1 / 128.0, 5 / 1024.0, -21 / 32768.0,
		-399 / 262144.0, 869 / 4194304.0 };
	double sum = 0;

	for (int i = 6; i >= 0; i--)
		sum = sum / x + coefficient[i];
	return sum;
}

double effect_small_sample_factor(double df)
{
	double x = (df - 1) / 2;

	if (!(df > 1))
		return (double)NAN;
	if (x > 50)
		return half_step_ratio(x) * sqrt((df - 1) / df);
	return exp(lgamma(df / 2) - lgamma(x)) / sqrt(df / 2);
}

double effect_d_z(double mean_change, double sd_change)
{
	return over(mean_change, sd_change);
}

double effect_d_av(double mean_change, double sd_earlier, double sd_later)
{
	return over(mean_change, sqrt((sd_earlier * sd_earlier + sd_later * sd_later) / 2));
}

double effect_glass(double difference, double sd_reference)
{
	return over(difference, sd_reference);
}

double effect_normalised_difference(struct sample_summary a, struct sample_summary b)
{
	return effect_d_av(a.mean - b.mean, a.std_dev, b.std_dev);
}

struct effect effect_hedges_g(struct sample_summary a, struct sample_summary b, double confidence)
{
	const double nan = (double)NAN;
	struct effect result = { nan, nan, nan, nan, STAT_TOO_FEW };
	double people = a.n + b.n;
	double df = people - 2;
	double pooled;
	double factor;
	double d;
	double reach;

	if (!(a.n >= 2 && b.n >= 2))
		return result;
	pooled = sqrt(((a.n - 1) * a.std_dev * a.std_dev + (b.n - 1) * b.std_dev * b.std_dev) / df);
	d = over(a.mean - b.mean, pooled);
	result.status = pooled <= 0 ? STAT_ZERO_VAR : STAT_BAD_INPUT;
	if (!isfinite(d) || !(confidence > 0 && confidence < 1))
		return result;
	factor = effect_small_sample_factor(df);
	result.estimate = factor * d;
	result.std_error = factor * sqrt(people / (a.n * b.n) + d * d / (2 * people));
	reach = normal_quantile((1 + confidence) / 2) * result.std_error;
	result.conf_low = result.estimate - reach;
	result.conf_high = result.estimate + reach;
	result.status = STAT_OK;
	return result;
}

double effect_cohen_h(double p1, double p0)
{
	return 2 * asin(sqrt(p1)) - 2 * asin(sqrt(p0));
}
