/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles at any probability, the ranks and cut-offs around them, and limits of shares. */
#ifndef STAT_QUANTILE_H
#define STAT_QUANTILE_H

#include "stat/contrast.h"
#include "stat/counts.h"
#include "stat/exact.h"
#include "stat/weighted.h"

/* Type 7 (counts_quantile) at a probability that is no fraction, such as a limit of one. NaN
 * outside [0, 1] and without any value. */
double counts_quantile_at(const struct value_count *counts, size_t size, int64_t scale, double p);

/* The inverse of the weighted distribution function (weighted_quantile) at such a probability. */
double weighted_quantile_at(
	const struct value_weight *values, size_t size, int64_t scale, double p);

/* Ranks from 1; 0 where so few people have no such limit. */
struct rank_limits {
	int64_t low, high;
};

/*
 * The order statistics between which the quantile at p lies with at least this confidence, for n
 * people drawn one by one: with X ~ Bin(n, p), low is the largest rank with
 * P(X <= low - 1) <= alpha / 2 and high the smallest with P(X >= high) <= alpha / 2 (David and
 * Nagaraja 2003, 7.1). R: qbinom(alpha / 2, n, p), qbinom(1 - alpha / 2, n, p) + 1.
 */
struct rank_limits quantile_ranks(int64_t n, double p, double confidence);

/*
 * The type 7 quantile at numerator / denominator without rounding, in units of
 * 1/(denominator scale): where a distribution is cut off. False without any value.
 */
bool counts_cut(const struct value_count *counts, size_t size, int64_t numerator,
	int64_t denominator, int128 *cut);

/*
 * A share with its standard error and df, given limits that stay between 0 and 1:
 * expit(logit p -+ t SE / (p (1 - p))); R's svyciprop(method = "xlogit"). Only an estimate with
 * status ok between 0 and 1 is changed. `df` of it must be set.
 */
struct contrast share_limits(struct contrast share, double confidence);

/*
 * The jackknife of a statistic that was computed `count` times, each time without one cluster:
 * V = (G - 1) / G sum_g (replicate_g - their mean)^2, t with G - 1 df. R: as.svrepdesign(type =
 * "JK1"). Status ONE_CLUSTER for fewer than two, and where a replicate is NaN, so that all hangs on one
 * cluster; else as contrast_complete.
 */
struct contrast jackknife(
	double estimate, const double *replicates, size_t count, double confidence);

#endif
