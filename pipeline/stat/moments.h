/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means, variances, correlations and one-way analysis of variance from exact sums. */
#ifndef STAT_MOMENTS_H
#define STAT_MOMENTS_H

#include <stddef.h>
#include <stdint.h>

#include "stat/exact.h"
#include "stat/status.h"

/*
 * Everywhere: values are integers in units of 1/scale (scale >= 1), so a sum is in units of
 * 1/scale and a sum of squares in units of 1/scale^2. Only non-missing values are counted in n.
 * Results are in the indicator's own units.
 */

struct moments {
	double n;
	double mean;     /* sum / n; NaN if n < 1 */
	double variance; /* sample variance, divisor n - 1; NaN if n < 2 */
	double std_dev;
	enum stat_status status;
};

/*
 * mean = S/n and variance = (n S2 - S^2) / (n (n - 1)), each computed in integers with one final
 * rounding. Status: TOO_FEW if n < 2 (the mean is still given for n = 1), OVERFLOW if an
 * intermediate product leaves 256 bits, BAD_INPUT if scale < 1 or n S2 < S^2. A variance of zero is
 * a correct number here (status ok).
 */
struct moments moments_from_sums(
	int64_t n, struct exact sum, struct exact sum_squares, int64_t scale);

/* Exact sums of one pair of variables over the same n people, all in units of one scale. */
struct pair_sums {
	int64_t n;
	struct exact sum_x;
	struct exact sum_x2;
	struct exact sum_y;
	struct exact sum_y2;
	struct exact sum_xy;
};

struct comoments {
	struct moments x;
	struct moments y;
	double covariance;  /* (n Sxy - Sx Sy) / (n (n - 1)) */
	double correlation; /* NaN if either variance is zero */
	enum stat_status status;
};

/* Status: that of the moments; ZERO_VAR if x or y does not vary (the covariance is then 0 and the
 * correlation NaN). */
struct comoments comoments_from_sums(const struct pair_sums *sums, int64_t scale);

struct change_moments {
	struct moments earlier;  /* x */
	struct moments later;    /* x + y */
	struct moments change;   /* y */
	double correlation;      /* of earlier with later; NaN if either does not vary */
	enum stat_status status; /* as moments_from_sums */
};

/* The three sets of moments of a tally's change row, where x is the earlier value and y the later
 * minus the earlier: the later value has sum Sx + Sy and sum of squares Sx2 + 2 Sxy + Sy2. */
struct change_moments change_moments_from_sums(const struct pair_sums *sums, int64_t scale);

struct anova_group {
	int64_t n; /* groups with n = 0 are passed over */
	struct exact sum;
};

struct anova {
	size_t groups;     /* groups with at least one value */
	double n;          /* values in all groups */
	double between_ms; /* MSB = sum_g n_g (m_g - m)^2 / (G - 1) */
	double within_ms;  /* MSW = sum_gi (y_gi - m_g)^2 / (N - G) */
	double df_between;
	double df_within;
	double f;
	double p_value;
	double mean_size; /* n0 = (N - sum n_g^2 / N) / (G - 1) */
	double icc; /* (MSB - MSW) / (MSB + (n0 - 1) MSW); may be negative, then shown as it is */
	enum stat_status status;
};

/*
 * One-way analysis of variance of `count` groups (for the ICC: the clusters) from each group's n
 * and sum, and the sum of squares over all of them. Squared group sums are divided in integers, so
 * nothing cancels. Status: TOO_FEW if there are fewer than two groups or no group of two;
 * ZERO_VAR if MSW = 0 (f infinite, refused: NaN; icc 1) or no value varies at all (icc NaN too);
 * OVERFLOW, BAD_INPUT as above; a group of 2^32 or more values is an OVERFLOW.
 */
struct anova anova_from_sums(
	const struct anova_group *groups, size_t count, struct exact sum_squares, int64_t scale);

#endif
