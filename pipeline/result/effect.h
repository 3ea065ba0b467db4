/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which effect size goes with which comparison. */
#ifndef RESULT_EFFECT_H
#define RESULT_EFFECT_H

#include "result/comparison.h"

/*
 * The effect size of a comparison of means: d_av for the change of pairs; Hedges' g for a change of
 * everybody and for a difference; for a did Glass's delta, over the standard deviation of the
 * comparison arm in the earlier round. Shares count as 0 and 1, so that all indicators can stand on
 * one axis of standard deviations. Beside a weighted estimate standard deviations are weighted too,
 * and those of rounds are of everybody in the round, since the tally has no weighted ones of those
 * seen twice. A gap has none.
 */
void effect_standard(const struct frame *frame, struct comparison *comparison);

/* Cohen's h of the two shares, beside Newcombe's interval. */
void effect_shares(const struct frame *frame, struct comparison *comparison);

/* Glass's delta of the change of pairs, over the standard deviation of the earlier round. */
void effect_paired(const struct frame *frame, struct comparison *comparison);

/* The summary of a cell for t tests and effect sizes. */
struct sample_summary cell_summary(const struct frame *frame, size_t cell);

#endif
