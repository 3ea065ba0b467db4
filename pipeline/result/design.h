/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contrast under the study's design: its strata, clusters, weights and populations. */
#ifndef RESULT_DESIGN_H
#define RESULT_DESIGN_H

#include "result/sample.h"
#include "result/status.h"
#include "stat/design.h"

/*
 * design_contrast of samples with the strata of the tally, joined as study.csv says, and their
 * populations. Every village that was visited in a round of the samples counts, also where it has
 * no member of them. Where a sample names an arm and no village holds two arms, each arm's villages
 * are a stratum of their own (villages were chosen arm by arm), of which the same share was drawn.
 * Where a stratum's villages were drawn anew in two rounds, the share is that of the larger round.
 *
 * Notes which strata have a single village, and which were joined.
 */
struct design_result design_of(const struct samples *samples, const struct sample *cells,
	size_t cell_count, const double *coefficients, struct text *note);

/* design_small of the contrast that design_of was asked for last, of which `plain` is the result. */
struct contrast design_small_of(const struct contrast *plain);

#endif
