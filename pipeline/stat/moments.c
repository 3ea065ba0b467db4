/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means, variances and correlations: integer arithmetic up to one division each. */
#include "stat/moments.h"

#include <math.h>
#include <stdbool.h>

/* n sum_ab - sum_a sum_b: n^2 times the covariance with divisor n, in units of 1/scale^2. */
static bool cross_products(int64_t n, struct exact sum_ab, struct exact sum_a, struct exact sum_b,
	struct exact *result)
{
	struct exact all;
	struct exact product;

	if (exact_multiply_int64(sum_ab, n, &all) != STAT_OK)
		return false;
	if (exact_multiply(sum_a, sum_b, &product) != STAT_OK)
		return false;
	return exact_subtract(all, product, result) == STAT_OK;
}

/* cross / (n (n - 1) scale^2). The divisor is below 2^252. */
static double per_pair(struct exact cross, int64_t n, int64_t scale)
{
	struct exact divisor = exact_from_int64(n);

	exact_multiply_int64(divisor, n - 1, &divisor);
	exact_multiply_int64(divisor, scale, &divisor);
	exact_multiply_int64(divisor, scale, &divisor);
	return exact_ratio(cross, divisor);
}

static double mean_of(int64_t n, struct exact sum, int64_t scale)
{
	struct exact divisor = exact_from_int64(n);

	exact_multiply_int64(divisor, scale, &divisor);
	return exact_ratio(sum, divisor);
}

struct moments moments_from_sums(
	int64_t n, struct exact sum, struct exact sum_squares, int64_t scale)
{
	const double nan = (double)NAN;
	struct moments result = { (double)n, nan, nan, nan, STAT_TOO_FEW };
	struct exact cross;

	if (scale < 1 || n < 0) {
		result.status = STAT_BAD_INPUT;
		return result;
	}
	if (n >= 1)
		result.mean = mean_of(n, sum, scale);
	if (n < 2)
		return result;
	if (!cross_products(n, sum_squares, sum, sum, &cross)) {
		result.status = STAT_OVERFLOW;
		return result;
	}
	if (exact_sign(cross) < 0) {
		result.status = STAT_BAD_INPUT;
		return result;
	}
	result.variance = per_pair(cross, n, scale);
	result.std_dev = sqrt(result.variance);
	result.status = STAT_OK;
	return result;
}

/* Rounding may carry the correlation of values on one line past 1. */
static double correlation(struct exact cross, struct exact cross_x, struct exact cross_y)
{
	double denominator = sqrt(exact_to_double(cross_x)) * sqrt(exact_to_double(cross_y));

	return fmax(-1, fmin(1, exact_to_double(cross) / denominator));
}

struct comoments comoments_from_sums(const struct pair_sums *sums, int64_t scale)
{
	const double nan = (double)NAN;
	int64_t n = sums->n;
	struct comoments result = { .covariance = nan, .correlation = nan };
	struct exact cross;
	struct exact cross_x;
	struct exact cross_y;

	result.x = moments_from_sums(n, sums->sum_x, sums->sum_x2, scale);
	result.y = moments_from_sums(n, sums->sum_y, sums->sum_y2, scale);
	result.status = result.x.status != STAT_OK ? result.x.status : result.y.status;
	if (result.status != STAT_OK)
		return result;
	cross_products(n, sums->sum_x2, sums->sum_x, sums->sum_x, &cross_x);
	cross_products(n, sums->sum_y2, sums->sum_y, sums->sum_y, &cross_y);
	if (!cross_products(n, sums->sum_xy, sums->sum_x, sums->sum_y, &cross)) {
		result.status = STAT_OVERFLOW;
		return result;
	}
	result.covariance = per_pair(cross, n, scale);
	if (exact_sign(cross_x) == 0 || exact_sign(cross_y) == 0)
		result.status = STAT_ZERO_VAR;
	else
		result.correlation = correlation(cross, cross_x, cross_y);
	return result;
}

/* The sums of x and x + y from those of x and y; false if they leave 256 bits. */
static bool with_later(const struct pair_sums *sums, struct pair_sums *levels)
{
	*levels = *sums;
	return exact_add(sums->sum_x, sums->sum_y, &levels->sum_y) == STAT_OK &&
		exact_add(sums->sum_x2, sums->sum_xy, &levels->sum_xy) == STAT_OK &&
		exact_add(levels->sum_xy, sums->sum_xy, &levels->sum_y2) == STAT_OK &&
		exact_add(levels->sum_y2, sums->sum_y2, &levels->sum_y2) == STAT_OK;
}

struct change_moments change_moments_from_sums(const struct pair_sums *sums, int64_t scale)
{
	const double nan = (double)NAN;
	struct moments none = { (double)sums->n, nan, nan, nan, STAT_OVERFLOW };
	struct change_moments result = { none, none, none, nan, STAT_OVERFLOW };
	struct pair_sums levels;
	struct comoments pair;

	if (!with_later(sums, &levels))
		return result;
	pair = comoments_from_sums(&levels, scale);
	result.earlier = pair.x;
	result.later = pair.y;
	result.change = moments_from_sums(sums->n, sums->sum_y, sums->sum_y2, scale);
	result.correlation = pair.correlation;
	result.status = pair.status;
	if (result.status == STAT_OK || result.status == STAT_ZERO_VAR)
		result.status = result.change.status;
	return result;
}
