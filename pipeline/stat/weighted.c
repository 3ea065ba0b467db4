/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted moments and quantiles: integer arithmetic up to one division each. */
#include "stat/weighted.h"

#include <math.h>
#include <stdbool.h>

static double mean_of(const struct weighted_sums *sums, int64_t scale)
{
	struct exact divisor;

	if (exact_multiply_int64(sums->sum_w, scale, &divisor) != STAT_OK)
		return (double)NAN;
	return exact_ratio(sums->sum_wy, divisor);
}

/* n Sw2 / Sw^2 */
static double kish_of(const struct weighted_sums *sums)
{
	struct exact numerator;
	struct exact square;

	if (exact_multiply_int64(sums->sum_w2, sums->n, &numerator) != STAT_OK)
		return (double)NAN;
	if (exact_multiply(sums->sum_w, sums->sum_w, &square) != STAT_OK)
		return (double)NAN;
	return exact_ratio(numerator, square);
}

/* Sw Swy2 - Swy^2: Sw^2 times the mean squared deviation, in units of 1/scale^2. */
static bool spread_of(const struct weighted_sums *sums, struct exact *spread)
{
	struct exact all;
	struct exact square;

	if (exact_multiply(sums->sum_w, sums->sum_wy2, &all) != STAT_OK)
		return false;
	if (exact_multiply(sums->sum_wy, sums->sum_wy, &square) != STAT_OK)
		return false;
	return exact_subtract(all, square, spread) == STAT_OK;
}

struct weighted_moments weighted_moments_from_sums(const struct weighted_sums *sums, int64_t scale)
{
	const double nan = (double)NAN;
	struct weighted_moments result = { (double)sums->n, nan, nan, nan, nan, nan,
		STAT_BAD_INPUT };
	double weight = exact_to_double(sums->sum_w);
	double n = (double)sums->n;
	struct exact spread;

	if (scale < 1 || sums->n < 0 || (sums->n > 0 && exact_sign(sums->sum_w) <= 0))
		return result;
	result.status = STAT_TOO_FEW;
	if (sums->n < 1)
		return result;
	result.mean = mean_of(sums, scale);
	result.kish = kish_of(sums);
	result.effective_n = n / result.kish;
	if (sums->n < 2)
		return result;
	result.status = STAT_OVERFLOW;
	if (isnan(result.mean) || isnan(result.kish) || !spread_of(sums, &spread))
		return result;
	result.status = exact_sign(spread) < 0 ? STAT_BAD_INPUT : STAT_OK;
	if (result.status != STAT_OK)
		return result;
	result.variance = exact_to_double(spread) / weight / weight / (double)scale /
		(double)scale * (n / (n - 1));
	result.std_dev = sqrt(result.variance);
	return result;
}

double design_effect(double std_error, double variance, double n)
{
	if (!(variance > 0) || !(n > 0))
		return (double)NAN;
	return std_error * std_error / (variance / n);
}

static bool total_weight(const struct value_weight *values, size_t size, struct exact *total)
{
	*total = exact_from_int64(0);
	for (size_t i = 0; i < size; i++)
		if (exact_sign(values[i].weight) <= 0 ||
			exact_add(*total, values[i].weight, total) != STAT_OK)
			return false;
	return true;
}

/* Whether weight / total >= numerator / denominator; false also where 256 bits do not suffice. */
static bool reaches(struct exact weight, struct exact wanted, int64_t denominator)
{
	return exact_multiply_int64(weight, denominator, &weight) == STAT_OK &&
		exact_compare(weight, wanted) >= 0;
}

double weighted_quantile(const struct value_weight *values, size_t size, int64_t scale,
	int64_t numerator, int64_t denominator)
{
	const int64_t finest = 1000000;
	struct exact below = exact_from_int64(0);
	struct exact wanted;
	size_t i = 0;

	if (size == 0 || scale < 1 || numerator < 0 || numerator > denominator)
		return (double)NAN;
	if (denominator < 1 || denominator > finest || !total_weight(values, size, &wanted))
		return (double)NAN;
	if (exact_multiply_int64(wanted, numerator, &wanted) != STAT_OK)
		return (double)NAN;
	exact_add(below, values[0].weight, &below);
	while (i + 1 < size && !reaches(below, wanted, denominator))
		exact_add(below, values[++i].weight, &below);
	return exact_ratio(exact_from_int64(values[i].value), exact_from_int64(scale));
}
