/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sign test, Wilcoxon signed rank, Mann-Whitney and Brunner-Munzel from counted values. */
#ifndef STAT_RANK_H
#define STAT_RANK_H

#include <stddef.h>
#include <stdint.h>

#include "stat/contrast.h"
#include "stat/counts.h"

/*
 * All take value tables as in stat/counts.h: strictly ascending integer values (so ties are exact)
 * with counts >= 0; the unit does not matter. Ranks are mid-ranks and are kept doubled, as
 * integers. Negative counts or an order that does not ascend give BAD_INPUT.
 */

/* ---- the same people twice: the table holds their differences, later minus earlier ---- */

struct sign_test {
	int64_t above; /* differences above zero */
	int64_t below;
	int64_t equal;
	double share_net; /* (above - below) / all, equal ones included */
	double p_value; /* two-sided exact: min(1, 2 P(X <= min(above, below))), X ~ Bin(n, 1/2) */
	enum stat_status status;
};

/* Status: TOO_FEW without differences; NO_CHANGE if all are zero (p is 1). */
struct sign_test rank_sign_test(const struct value_count *differences, size_t size);

/* Most nonzero pairs for which the signed rank's exact distribution is computed. */
enum { SIGNED_RANK_EXACT_MAX = 60 };

struct signed_rank {
	double w_plus; /* sum of the ranks of positive differences: R's V */
	double w_minus;
	int64_t nonzero;
	int64_t zero;       /* dropped before ranking, as Wilcoxon did */
	double p_normal;    /* tie-corrected variance, no continuity correction */
	double p_corrected; /* the same with continuity correction 1/2 */
	double p_exact;     /* conditional on ties; NaN above SIGNED_RANK_EXACT_MAX nonzero pairs */
	double biserial;    /* (W+ - W-) / (W+ + W-) */
	enum stat_status status;
};

/*
 * z = (W+ - n(n+1)/4) / sqrt(n(n+1)(2n+1)/24 - sum(t^3 - t)/48). The exact p is the share of the
 * 2^n sign patterns at least as far from the middle, counted by f <- f + shift(f, rank) in 64-bit
 * integers. R: wilcox.test(d, exact = FALSE, correct = ...); exactRankTests::wilcox.exact.
 * Status: TOO_FEW without differences, ALL_TIES if all are zero; OVERFLOW for n >= 2^31.
 */
struct signed_rank rank_signed(const struct value_count *differences, size_t size);

/* ---- two groups of people: a (later, or programme) against b (earlier, or comparison) ---- */

/* Most people in both groups together for which the exact Mann-Whitney p is computed. */
enum { MANN_WHITNEY_EXACT_MAX = 60 };

struct mann_whitney {
	double u; /* pairs with a above b, ties counting one half: R's W */
	int64_t n_a;
	int64_t n_b;
	double theta;       /* u / (n_a n_b) = P(A > B) + P(A = B)/2 */
	double cliff;       /* 2 theta - 1 */
	double p_normal;    /* tie-corrected variance, no continuity correction */
	double p_corrected; /* with continuity correction 1/2 */
	double p_exact; /* conditional on ties; NaN above MANN_WHITNEY_EXACT_MAX or without work */
	enum stat_status status;
};

/* Elements of workspace that rank_mann_whitney needs for its exact p; 0 if it would not compute
 * one. At most 90 000. */
size_t rank_workspace(int64_t n_a, int64_t n_b);

/*
 * z = (U - n_a n_b/2) / sqrt(n_a n_b/12 (N + 1 - sum(t^3 - t)/(N (N - 1)))). The exact p is the
 * share of all divisions into n_a and n_b people whose U lies at least as far from n_a n_b/2.
 * work has room for rank_workspace(n_a, n_b) elements; NULL leaves the exact p out.
 * R: wilcox.test(a, b, exact = FALSE, correct = ...); exactRankTests::wilcox.exact.
 * Status: TOO_FEW if a group is empty, ALL_TIES if all values are equal; OVERFLOW for N >= 2^31.
 */
struct mann_whitney rank_mann_whitney(const struct value_count *a, size_t size_a,
	const struct value_count *b, size_t size_b, uint64_t *work);

/*
 * Brunner and Munzel 2000: theta = P(A > B) + P(A = B)/2 (estimate) tested against 1/2 without
 * assuming equal spread. statistic = (theta - 1/2) / SE on t(df) with
 * SE^2 = S_a^2/n_a + S_b^2/n_b, where S_a^2 is the sample variance over a's people of the share of
 * b below them (ties half) and S_b^2 that over b's people of the share of a below them; df as
 * Welch's. The interval is not cut at 0 and 1.
 * Status: TOO_FEW if a group has fewer than two people, ALL_TIES if all values are equal,
 * NO_OVERLAP if the groups do not overlap at all (theta is 0 or 1); OVERFLOW for N >= 2^31.
 */
struct contrast rank_brunner_munzel(const struct value_count *a, size_t size_a,
	const struct value_count *b, size_t size_b, double confidence);

#endif
