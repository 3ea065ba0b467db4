/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gini coefficient and variance over mean, and what they are without each of the clusters. */
#ifndef STAT_SPREAD_H
#define STAT_SPREAD_H

#include <stddef.h>

#include "stat/status.h"

/* Somebody's value, weight (> 0) and cluster (0 .. clusters - 1). */
struct spread_value {
	double value;
	double weight;
	size_t cluster;
};

/* Sums of one cluster; room for each must be given. */
struct spread_cluster {
	double people, weight, total, squares, across, within;
};

struct spread {
	double estimate;
	enum stat_status status;
};

/*
 * G = sum_ij w_i w_j |y_i - y_j| / (2 W Y) with W = sum w, Y = sum w y: without weights
 * sum (2 i - n - 1) y_(i) / (n^2 mean), no correction n / (n - 1); with weights the area between
 * the trapezoid Lorenz curve and the diagonal (Lerman and Yitzhaki 1989). `values` ascend.
 *
 * `replicates[g]` becomes G without cluster g, NaN where nobody has anything then:
 * sums over pairs less those of the cluster with all, plus those within it, so that time is
 * O(n + clusters).
 *
 * Status, estimate NaN: TOO_FEW for fewer than two values, BAD_INPUT for a negative value, a weight
 * that is not positive or values that do not ascend, NO_EVENTS where all are 0.
 */
struct spread gini_of(const struct spread_value *values, size_t n, struct spread_cluster *room,
	double *replicates, size_t clusters);

/*
 * The variance over the mean, 1 where events come singly and by chance (Poisson), more where they
 * come in heaps; weighted as svyvar and svymean of R's survey: n / (n - 1) sum w (y - m)^2 / W / m.
 * Replicates as above. Status: TOO_FEW, NO_EVENTS where the mean is not above 0; BAD_INPUT.
 */
struct spread variance_ratio_of(const struct spread_value *values, size_t n,
	struct spread_cluster *room, double *replicates, size_t clusters);

#endif
