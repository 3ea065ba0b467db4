/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cluster-robust CR2 variance with Satterthwaite df for any contrast of cell means. */
#ifndef STAT_CLUSTER_H
#define STAT_CLUSTER_H

#include <stddef.h>
#include <stdint.h>

#include "stat/contrast.h"
#include "stat/exact.h"

enum { CLUSTER_MAX_CELLS = 32 };

/* What one cluster contributes to one cell: people with a value and the exact sum of their values
 * in units of 1/scale. */
struct cluster_cell {
	size_t cluster;
	size_t cell; /* 0 .. cell_count - 1 */
	int64_t n;
	struct exact sum;
};

/*
 * The contrast sum_k weight[k] m_k of cell means, unweighted, with clusters as sampling units.
 *
 * parts       rows of one cluster must be adjacent (ascending cluster numbers do); several rows of
 *             the same cluster and cell add up; rows with n = 0 may be left out.
 * cell_count  1 .. CLUSTER_MAX_CELLS. A cell has a mean of its own: one (a mean, or the mean
 *             change of people seen twice), two (change of cross-sections: earlier -1, later +1; or
 *             programme +1, comparison -1), four (difference in differences of cross-sections),
 *             or one for each round of a trend, twice as many with a comparison arm.
 *             Cells with weight 0 are left out altogether.
 * scale       values are integers in units of 1/scale.
 * confidence  of the interval, in (0, 1).
 *
 * With n_gk people and sum S_gk of cluster g in cell k, N_k = sum_g n_gk, residual sum
 * s_gk = S_gk - m_k n_gk and a_gk = 1 / sqrt(1 - n_gk / N_k):
 *   V = sum_g (sum_k c_k a_gk s_gk / N_k)^2
 *   q_gg = sum_k c_k^2 n_gk / N_k^2,  q_gh = -sum_k c_k^2 a_gk a_hk n_gk n_hk / N_k^3
 *   df = (sum_g q_gg)^2 / sum_gh q_gh^2
 * (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018; clubSandwich coef_test of the saturated
 * cell model, vcov "CR2"). Residual sums are integers until one rounding; the estimate is rounded
 * once when the weights are whole numbers, else once a mean. Time is O(rows + clusters cells^2);
 * no workspace is needed.
 *
 * `clusters` counts clusters with people in a cell of nonzero weight.
 * Status, the first that applies: BAD_INPUT (cell out of range, n < 0, scale < 1, all weights 0);
 * TOO_FEW (a cell with fewer than two people; estimate NaN if it is empty); NOT_IDENTIFIED (every
 * cell lies in a single cluster, not all in the same one); ONE_CLUSTER (some cell lies in a single
 * cluster); ZERO_VAR, DF<1 as contrast_complete; OVERFLOW if the sums leave 256 bits.
 */
struct contrast cluster_contrast(const struct cluster_cell *parts, size_t part_count,
	const double *weight, size_t cell_count, int64_t scale, double confidence);

#endif
