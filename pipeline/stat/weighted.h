/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted means, variances and quantiles, and what weights and clusters cost in precision. */
#ifndef STAT_WEIGHTED_H
#define STAT_WEIGHTED_H

#include <stddef.h>
#include <stdint.h>

#include "stat/exact.h"
#include "stat/status.h"

/* Exact sums over n people with a value y and a weight w > 0. Values are integers in units of
 * 1/scale; weights in any one unit (its square in sum_w2), which cancels. */
struct weighted_sums {
	int64_t n;
	struct exact sum_w;
	struct exact sum_wy;
	struct exact sum_wy2;
	struct exact sum_w2;
};

struct weighted_moments {
	double n;
	double mean;     /* Swy / Sw; NaN if n < 1 */
	double variance; /* NaN if n < 2 */
	double std_dev;
	double kish;        /* design effect of unequal weights alone, n Sw2 / Sw^2 (Kish 1965) */
	double effective_n; /* n / kish */
	enum stat_status status;
};

/*
 * variance = n / (n - 1) sum w (y - mean)^2 / sum w, R's svyvar: the variance of the population
 * that the weights stand for, not that of frequency weights. Computed in integers up to one
 * division. Status: TOO_FEW if n < 2 (mean and kish still given for n = 1), OVERFLOW if an
 * intermediate product leaves 256 bits, BAD_INPUT if scale < 1, n < 0, a weight sum is not positive
 * or the sums belong to no data. A variance of zero is a correct number here (status ok).
 */
struct weighted_moments weighted_moments_from_sums(const struct weighted_sums *sums, int64_t scale);

/* Design effect with replacement: std_error^2 / (variance / n), where the variance is that of
 * the same people; R's svymean(deff = "replace"). NaN where the variance is 0 or NaN. n over it is
 * the number of people of a simple sample that would say as much. */
double design_effect(double std_error, double variance, double n);

/* One distinct value in units of 1/scale and the weight of all who gave it (> 0). */
struct value_weight {
	int64_t value;
	struct exact weight;
};

/*
 * The quantile at probability numerator / denominator (0 <= numerator <= denominator <= 1000000) as
 * the inverse of the distribution function: the smallest value at or below which at least that
 * share of the weight lies; R's svyquantile(qrule = "math"). Values ascend strictly. NaN without
 * any value, for a bad probability, a weight that is not positive, or sums beyond 256 bits.
 */
double weighted_quantile(const struct value_weight *values, size_t size, int64_t scale,
	int64_t numerator, int64_t denominator);

#endif
