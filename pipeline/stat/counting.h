/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting what people lack: the measures of Alkire and Foster (2011). */
#ifndef STAT_COUNTING_H
#define STAT_COUNTING_H

#include <stddef.h>
#include <stdint.h>

/*
 * Weights are whole numbers, so that no rounding decides who counts: `lacking` is the weight of the
 * members of which somebody has too little, `total` that of all members, and who lacks k or more (1
 * to total; at k itself, too) is held back.
 */

/* The weight of what somebody held back lacks; 0 for anybody else. */
int64_t counting_censored(int64_t lacking, int64_t k);

/* 100 (1 - c / total), c the censored weight: 100 for all who are not held back. The mean over
 * people is 100 (1 - M0), with M0 = H A the adjusted headcount ratio, H the share held back and A the
 * mean share of the weight that these lack. */
double counting_achievement(int64_t lacking, int64_t total, int64_t k);

/* The part that each member has in M0: w_j h_j / sum_i w_i h_i, where the censored headcount h_j is
 * the share of all people who are held back and lack j; `total` M0 is that sum. Parts add up to 1.
 * NaN where nobody is held back, or a headcount is NaN. `parts` may be `headcounts`. */
void counting_contributions(
	const double *headcounts, const int64_t *weights, size_t members, double *parts);

#endif
