/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adjustment of p-values for testing a family of hypotheses, and interval levels to match. */
#ifndef STAT_ADJUST_H
#define STAT_ADJUST_H

#include <stddef.h>

/* Workspace: one for each p-value of the family, provided by the caller. */
struct adjust_rank {
	double p;
	size_t index;
};

/*
 * p holds the p-values of a family in any order; NaN (a test refused) is not counted in the family
 * size m and stays NaN. adjusted (may be p itself) and rank have room for `count`. All return m.
 * As R's p.adjust(p, "holm"), (p, "BH"), (p, "bonferroni").
 */

/* Holm 1979, family-wise error: max over j <= i of min(1, (m - j + 1) p_(j)). */
size_t adjust_holm(const double *p, size_t count, double *adjusted, struct adjust_rank *rank);

/* Benjamini and Hochberg 1995, false discovery rate: min over j >= i of min(1, m p_(j) / j). */
size_t adjust_bh(const double *p, size_t count, double *adjusted, struct adjust_rank *rank);

/* min(1, m p). */
size_t adjust_bonferroni(const double *p, size_t count, double *adjusted);

/* Confidence level of simultaneous (Bonferroni) intervals over m estimates: 1 - (1 - confidence)/m.
 * NaN if m = 0 or the confidence is not in (0, 1). */
double adjust_bonferroni_level(double confidence, size_t m);

/* Confidence level of intervals around the `selected` of m estimates that BH picked at
 * q = 1 - confidence, such that the false coverage rate is q: 1 - selected q / m (Benjamini and
 * Yekutieli 2005). NaN if selected is 0 or above m, or the confidence is not in (0, 1). */
double adjust_fcr_level(double confidence, size_t selected, size_t m);

#endif
