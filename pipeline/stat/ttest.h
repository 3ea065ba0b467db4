/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Student's and Welch's t-tests from summaries, and t-tests on cluster means. */
#ifndef STAT_TTEST_H
#define STAT_TTEST_H

#include <stddef.h>

#include "stat/contrast.h"

/* A sample's summary: n people with a value, their mean and sample standard deviation (divisor
 * n - 1), in the indicator's units. */
struct sample_summary {
	double n;
	double mean;
	double std_dev;
};

/*
 * All return a two-sided test and an interval at `confidence`; std_error and df are those of the
 * estimate. Status: TOO_FEW if a sample has fewer than two values (the estimate is kept if all
 * means are finite), ZERO_VAR and BAD_INPUT as contrast_complete.
 */

/* mean - reference; SE = s / sqrt n, df = n - 1. On a summary of changes with reference 0 it is the
 * paired test. R: t.test(y, mu = reference), t.test(y1, y0, paired = TRUE). */
struct contrast ttest_one_sample(struct sample_summary sample, double reference, double confidence);

/* a - b with unequal variances: SE^2 = s_a^2/n_a + s_b^2/n_b,
 * df = SE^4 / sum((s^2/n)^2 / (n - 1)). R: t.test(a, b). */
struct contrast ttest_welch(struct sample_summary a, struct sample_summary b, double confidence);

/* a - b with one common variance, df = n_a + n_b - 2. R: t.test(a, b, var.equal = TRUE). */
struct contrast ttest_pooled(struct sample_summary a, struct sample_summary b, double confidence);

/* Summary of an array of cluster means (or any doubles), each counted once: compensated two-pass
 * mean and standard deviation; mean NaN without values, std_dev NaN below two. */
struct sample_summary ttest_summarise(const double *values, size_t count);

/* The t-test on cluster means, one arm: ttest_one_sample(ttest_summarise(means, count), 0, ..) with
 * `clusters` filled in. Every cluster counts the same whatever its size. */
struct contrast ttest_cluster_means(const double *means, size_t count, double confidence);

/* Two arms: mean of a minus mean of b, one common variance (df = G_a + G_b - 2) or Welch's. */
struct contrast ttest_cluster_means_pooled(
	const double *a, size_t count_a, const double *b, size_t count_b, double confidence);
struct contrast ttest_cluster_means_welch(
	const double *a, size_t count_a, const double *b, size_t count_b, double confidence);

#endif
