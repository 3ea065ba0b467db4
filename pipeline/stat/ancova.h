/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference between two arms given the earlier value, with CR2 standard errors. */
#ifndef STAT_ANCOVA_H
#define STAT_ANCOVA_H

#include <stddef.h>
#include <stdint.h>

#include "stat/contrast.h"
#include "stat/moments.h"

/* People of one cluster in one arm: x is the earlier value, y the later minus the earlier. */
struct ancova_part {
	size_t cluster;
	size_t arm; /* 0 comparison, 1 programme */
	struct pair_sums pairs;
};

struct ancova {
	struct contrast contrast;
	double slope; /* of the later value on the earlier within arms; NaN where refused */
};

/*
 * The coefficient of `arm` in  later = a + b arm + c earlier  by least squares, everybody counting
 * the same.
 *
 * parts       rows of one cluster must be adjacent; a cluster may lie in both arms; rows of the same
 *             cluster and arm add up; rows with n = 0 may be left out.
 * scale       values are integers in units of 1/scale.
 * confidence  of the interval, in (0, 1).
 *
 * With x centred in each arm the columns of X (arm 0, arm 1, x) are orthogonal; scaled to length 1
 * they have X'X = I. With S_g = X_g'X_g, residual products r_g = X_g'e_g, the coefficient c'beta, and
 * a_g = (I - S_g)^(-1/2) c (a 3 x 3 function by eigenvalues, 0 where 1 - eigenvalue <= 1e-12):
 *   V = sum_g (a_g'r_g)^2
 *   P_gg = a_g'S_g a_g - |S_g a_g|^2,  P_gh = -(S_g a_g)'(S_h a_h)
 *   df = (sum_g P_gg)^2 / sum_gh P_gh^2
 * This is clubSandwich's coef_test(lm(later ~ arm + earlier), vcov = "CR2"), since
 * X_g'(I - X_g X_g')^(-1/2) = (I - S_g)^(-1/2) X_g'. Centred sums are integers until one rounding;
 * time is O(rows); no workspace is needed.
 *
 * `clusters` counts clusters with people. Status, the first that applies: BAD_INPUT (arm out of
 * range, n < 0, scale < 1, n S2 < S^2); TOO_FEW (an arm with fewer than two people); NOT_IDENTIFIED,
 * ONE_CLUSTER as cluster_contrast; ZERO_VAR (earlier values do not vary within arms, or no
 * residuals do), DF<1 as contrast_complete; OVERFLOW if the sums leave 256 bits.
 */
struct ancova ancova_cr2(
	const struct ancova_part *parts, size_t part_count, int64_t scale, double confidence);

#endif
