/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The test of a survey contrast for few clusters: what its variance estimate is worth. */
#ifndef STAT_DESIGN_SMALL_H
#define STAT_DESIGN_SMALL_H

#include "stat/design.h"

/*
 * Takes the result of design_contrast (of the same arguments) to a smaller sample: the linearised
 * variance V comes out too small on average, and varies more than df = G - H admits, the more so the
 * more unequal clusters are in weight. Both follow from weights and sizes alone once people are taken
 * to vary equally and independently, with equal weights within a cluster's cell (the working model of
 * CR2; it need not be true for the correction to be a good one): V = u'Bu of the influence totals u,
 * whose covariance C is then known, so
 *
 *   std_error^2 = V l / tr(BC),   df = tr(BC)^2 / tr(BCBC),   l = sum_k (c_k / Sw_k)^2 S_k
 *
 * with s_gk = Sw_gk^2 / n_gk in cluster g and cell k, S_k their sum over clusters, p_gk = Sw_gk / Sw_k,
 * C = sum_k (c_k / Sw_k)^2 (diag(s_k) - p_k s_k' - s_k p_k' + S_k p_k p_k') and B the matrix that
 * takes off each stratum's mean and multiplies by G_h / (G_h - 1) (in df also by the share that was
 * not drawn). Sources: Bell and McCaffrey, Survey Methodology 28 (2002); Satterthwaite's degrees of
 * freedom for survey variances: Valliant and Rust, Journal of Official Statistics 26 (2010).
 *
 * plain    what design_contrast gave; returned as it is unless its status is STAT_OK.
 *
 * Equal clusters of one cell: std_error and df are those of design_contrast and of CR2.
 * Status: DF<1, ZERO_VAR as contrast_complete; BAD_INPUT where rounding leaves nothing of tr(BC). Time is
 * O(rows x cells^2); no workspace is needed.
 */
struct contrast design_small(const struct design_part *parts, size_t part_count,
	const struct survey_design *design, const double *coefficient, size_t cell_count,
	const struct contrast *plain, double confidence);

#endif
