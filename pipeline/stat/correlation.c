/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlation in two passes over the pairs. */
#include "stat/correlation.h"

#include <math.h>

#include "stat/compensated.h"
#include "stat/distribution.h"

static struct correlation refuse_correlation(enum stat_status status)
{
	const double nan = (double)NAN;

	return (struct correlation){ nan, nan, nan, status };
}

static double mean_of(const double *x, size_t n)
{
	struct compensated sum = { 0 };

	for (size_t i = 0; i < n; i++)
		compensated_add(&sum, x[i]);
	return compensated_total(&sum) / (double)n;
}

/* sum (x - xbar)(y - ybar) */
static double product_of(const double *x, const double *y, size_t n)
{
	double mean_x = mean_of(x, n), mean_y = mean_of(y, n);
	struct compensated sum = { 0 };

	for (size_t i = 0; i < n; i++)
		compensated_add(&sum, (x[i] - mean_x) * (y[i] - mean_y));
	return compensated_total(&sum);
}

static double largest_of(const double *x, size_t n)
{
	double largest = 0;

	for (size_t i = 0; i < n; i++)
		largest = fabs(x[i]) > largest ? fabs(x[i]) : largest;
	return largest;
}

struct correlation correlation_fisher(const double *x, const double *y, size_t n, double confidence)
{
	double xx, yy, r, z, reach;

	if (!(confidence > 0 && confidence < 1))
		return refuse_correlation(STAT_BAD_INPUT);
	for (size_t i = 0; i < n; i++)
		if (!isfinite(x[i]) || !isfinite(y[i]))
			return refuse_correlation(STAT_BAD_INPUT);
	if (n < 4)
		return refuse_correlation(STAT_TOO_FEW);
	xx = product_of(x, x, n);
	yy = product_of(y, y, n);
	if (sqrt(xx) <= 1e-12 * largest_of(x, n) || sqrt(yy) <= 1e-12 * largest_of(y, n))
		return refuse_correlation(STAT_ZERO_VAR);
	r = fmax(-1, fmin(1, product_of(x, y, n) / sqrt(xx) / sqrt(yy)));
	z = atanh(r);
	reach = normal_quantile((1 + confidence) / 2) / sqrt((double)n - 3);
	return (struct correlation){ r, tanh(z - reach), tanh(z + reach), STAT_OK };
}
