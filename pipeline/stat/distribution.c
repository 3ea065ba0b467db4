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

/* k ln(k / expected), accurate when both are near. */
static double deviance(double k, double expected)
{
	return k * log1p((k - expected) / expected);
}

/* The same without k - expected, which cancels between two numbers of one sum, but not as it is rounded. */
static double deviance_alone(double k, double expected)
{
	return deviance(k, expected) - (k - expected);
}

/* Where GSL loses digits of Beta(a, b), and then does not end. */
static bool is_large(double a, double b)
{
	return a + b > 1e5;
}

/* The continued fraction of the incomplete beta function whose terms are positive (Didonato and Morris
 * 1992, (9)), from the front (Lentz); above is a - (a + b) x. It settles after the square root of a or so. */
static double beta_fraction(double x, double y, double a, double b, double above)
{
	double front = a / (a + 1) * (above + 1), back = 0, fraction = front, change = 0;

	for (double n = 1; n < 1e6 && !(fabs(change - 1) < 1e-15); n++) {
		double odd = a + 2 * n - 1;
		double over = (a + n - 1) / odd * (a + b + n - 1) / odd * n * (b - n) * x * x;
		double under =
			n + n * (b - n) * x / odd + (a + n) / (odd + 2) * (above + 1 + n * (1 + y));

		back = 1 / (under + over * back);
		front = under + over / front;
		change = front * back;
		fraction *= change;
	}
	return 1 / fraction;
}

/* The probability of Beta(a, b) below x, where x + y = 1 and x is below the mean: the factor before the
 * fraction, x^a y^b / B(a, b), in Loader's saddle-point form. */
static double beta_tail(double x, double y, double a, double b)
{
	double n = a + b, above = x < y ? a - n * x : n * y - b;
	double exponent = stirling_remainder(n) - stirling_remainder(a) - stirling_remainder(b) -
		deviance_alone(a, n * x) - deviance_alone(b, n * y);

	return exp(exponent) * sqrt(a / n * b / (2 * 3.14159265358979323846)) *
		beta_fraction(x, y, a, b, above);
}

/* Whether less than p lies below x; of the smaller tail, which keeps its digits. NaN: -1. */
static int large_beta_below(double p, double x, double a, double b)
{
	double tail = x * (a + b) < a ? beta_tail(x, 1 - x, a, b) : beta_tail(1 - x, x, b, a);

	if (isnan(tail))
		return -1;
	return x * (a + b) < a ? tail < p : tail > 1 - p;
}

static int beta_below(double p, double x, double a, double b)
{
	double below;

	if (is_large(a, b))
		return large_beta_below(p, x, a, b);
	below = gsl_cdf_beta_P(x, a, b);
	return isnan(below) ? -1 : below < p;
}

/* The interval is halved until no double lies inside it. */
static double bisect_beta(double p, double a, double b)
{
	double low = 0;
	double high = 1;

	for (;;) {
		double middle = low + (high - low) / 2;
		int below;

		if (middle <= low || middle >= high)
			return middle;
		below = beta_below(p, middle, a, b);
		if (below < 0)
			return (double)NAN;
		if (below > 0)
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
	if (is_large(a, b))
		return bisect_beta(p, a, b);
	x = gsl_cdf_beta_Pinv(p, a, b);
	if (x > 0 && x < 1 && fabs(gsl_cdf_beta_P(x, a, b) - p) <= 1e-13 * fmin(p, 1 - p))
		return x;
	return bisect_beta(p, a, b);
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
	exponent -= deviance(x, trials / 2) + deviance(y, trials / 2);
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
