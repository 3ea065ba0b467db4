/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios of totals: the mean of numerator / denominator where each person weighs as much as their
 * denominator. */
#ifndef RESULT_RATIO_H
#define RESULT_RATIO_H

#include "result/comparison.h"

/*
 * With Y_g and X_g the sums of numerators and denominators of village g, R = Y / X has the influence
 * u_g = (Y_g - R X_g) / X (R's svyratio), which is what design_contrast and cluster_contrast compute
 * for a mean, with X_g for the size of a village: sum_w and sum_wy of the tally hold X_g and Y_g.
 * CR2 is then that of y / sqrt(x) regressed on sqrt(x) in each cell, without a constant: numerators
 * vary the more, the larger their denominators (clubSandwich on that model).
 */
bool is_ratio(const struct tally_block *block);

/* Y / X of a sample; NaN where it is empty. */
double ratio_of(const struct sample_sums *sums, int64_t scale);

/* The unit of the denominators of a block, in 10^-9: the largest power of ten, at most 10^6, that all
 * sums of its village rows are multiples of. */
uint32_t ratio_unit(const struct tally_block *block);

/* A village row as a part of cluster_contrast: n is X in that unit, and sum is Y so that sum over
 * n scale is the ratio. n is -1, which cluster_contrast refuses, where so many rows as `rows` with
 * such a denominator would leave 63 bits. */
struct cluster_cell ratio_part(
	const struct tally_row *row, uint32_t unit, size_t rows, size_t cluster, size_t cell);

#endif
