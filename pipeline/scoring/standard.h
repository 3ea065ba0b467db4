/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the members of indices are standardised, found in the baseline. */
#ifndef SCORING_STANDARD_H
#define SCORING_STANDARD_H

#include "scoring/held.h"
#include "scoring/scoring.h"

/* The baseline's rows, and what computes their indicators. */
struct standard_source {
	struct held *held;
	struct scored *scored; /* their `standard` points into the norms to be filled */
	size_t arm_column;
};

/*
 * Fills the standards of all indices of z-scores from the reference: of the baseline's rows those of
 * the comparison arm (without one: all) that the index is about. Mean and standard deviation of each
 * member over who answered it; z_average: the declared weights; icw: weights by index_weights() from
 * the covariances of the z-scores, each over who answered both (as R's cov(use =
 * "pairwise.complete.obs")), then centre and spread, the mean and standard deviation of the weighted
 * mean. Sums are exact, with z rounded to 2^-40, so the order of rows makes no difference.
 *
 * Refuses (exit 1) an index with a member that does not vary in the reference, whose members say the
 * same there, or that nobody there differs in; warns of negative weights.
 */
void standards_freeze(const struct standard_source *source, struct norms *norms);

#endif
