/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guards around GSL's distributions; what GSL cannot answer is bisected, summed or NaN. */
#include "stat/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdbool.h>

void stat_begin(void)
{
	gsl_set_error_handler_off();
}

static bool is_probability(double p)
{
	return p > 0 && p < 1;
}

double t_p_value(double t, double df)
{
	if (isnan(t) || !(df > 0))
		return (double)NAN;
	return 2 * gsl_cdf_tdist_Q(fabs(t), df);
}

double t_quantile(double p, double df)
{
	if (!is_probability(p) || !(df > 0))
		return (double)NAN;
	return gsl_cdf_tdist_Pinv(p, df);
}

double normal_p_value(double z)
{
	return isnan(z) ? (double)NAN : 2 * gsl_cdf_ugaussian_Q(fabs(z));
}

double normal_quantile(double p)
{
	return is_probability(p) ? gsl_cdf_ugaussian_Pinv(p) : (double)NAN;
}

double chi2_p_value(double x, double df)
{
	if (!(x >= 0) || !(df > 0))
		return (double)NAN;
	return gsl_cdf_chisq_Q(x, df);
}

double chi2_quantile(double p, double df)
{
	if (!is_probability(p) || !(df > 0))
		return (double)NAN;
	return gsl_cdf_chisq_Pinv(p, df);
}

double f_p_value(double x, double df1, double df2)
{
	if (!(x >= 0) || !(df1 > 0) || !(df2 > 0))
		return (double)NAN;
	return gsl_cdf_fdist_Q(x, df1, df2);
}

/* The interval is halved until no double lies inside it. */
static double bisect_beta(double p, double a, double b)
{
	double low = 0;
	double high = 1;

	for (;;) {
		double middle = low + (high - low) / 2;
		double below;

		if (middle <= low || middle >= high)
			return middle;
		below = gsl_cdf_beta_P(middle, a, b);
		if (isnan(below))
			return (double)NAN;
		if (below < p)
			low = middle;
		else
			high = middle;
	}
}

double beta_quantile(double p, double a, double b)
{
	double x;

	if (!is_probability(p) || !(a > 0) || !(b > 0))
		return (double)NAN;
	x = gsl_cdf_beta_Pinv(p, a, b);
	if (x > 0 && x < 1 && fabs(gsl_cdf_beta_P(x, a, b) - p) <= 1e-13 * fmin(p, 1 - p))
		return x;
	return bisect_beta(p, a, b);
}

/* Stirling's remainder ln k! - (k + 1/2) ln k + k - ln sqrt(2 pi). */
static double stirling_remainder(double k)
{
	double k2 = k * k;

	if (k < 16)
		return lgamma(k + 1) - (k + 0.5) * log(k) + k - 0.918938533204672741780;
	return (1 / 12.0 -
		       (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / (1188 * k2)) / k2) / k2) / k2) /
		k;
}

/* k ln(2 k / n), where half the trials is the expected number; accurate when k is near n / 2. */
static double deviance(double k, double n)
{
	return k * log1p((2 * k - n) / n);
}

/* Loader's saddle-point form: no difference of large logarithms of factorials is taken. */
double binomial_half_density(int64_t k, int64_t n)
{
	double x = (double)k;
	double y = (double)(n - k);
	double trials = (double)n;
	double exponent;

	if (n < 0)
		return (double)NAN;
	if (k < 0 || k > n)
		return 0;
	if (k == 0 || k == n)
		return ldexp(1, n > 2000 ? -2000 : -(int)n);
	exponent = stirling_remainder(trials) - stirling_remainder(x) - stirling_remainder(y);
	exponent -= deviance(x, trials) + deviance(y, trials);
	return exp(exponent) * sqrt(trials / (2 * 3.14159265358979323846 * x * y));
}

/* Sums from the largest term of the smaller tail until a term no longer counts. */
double binomial_half_below(int64_t k, int64_t n)
{
	double term;
	double sum = 0;

	if (n < 0)
		return (double)NAN;
	if (k < 0)
		return 0;
	if (k >= n)
		return 1;
	if (k > n - k - 1)
		return 1 - binomial_half_below(n - k - 1, n);
	term = binomial_half_density(k, n);
	for (; k >= 0 && term > sum * 1e-18; k--) {
		sum += term;
		term *= (double)k / (double)(n - k + 1);
	}
	return sum;
}

double binomial_below(int64_t k, int64_t n, double p)
{
	if (n < 0 || n > UINT32_MAX || !is_probability(p))
		return (double)NAN;
	if (k < 0)
		return 0;
	return k >= n ? 1 : gsl_cdf_binomial_P((unsigned)k, p, (unsigned)n);
}
