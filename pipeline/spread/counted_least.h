/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How few people stand behind what rows of multidimensional.csv and estimates.csv tell together. */
#ifndef SPREAD_COUNTED_LEAST_H
#define SPREAD_COUNTED_LEAST_H

#include "spread/cell.h"

/* Takes up an index built by alkire_foster, after lacking_begin(). */
void counted_least_begin(const struct people *people, size_t index);

/* Takes up a round of it. */
void counted_least_round(size_t round);

/*
 * The fewest people of whom the measure of a cell in the round taken up gives something away;
 * NO_VALUE where it gives away nothing but itself. `member` is a number in the index, or NO_NAME.
 *   headcount, intensity, censored_headcount, contribution   those held back, and those not: the mean
 *     of the index stands in estimates.csv, so that H tells A = M0 / H, and h_j its part
 *   uncensored_headcount, dropped_headcount of a member      those who answered it, but not all: its
 *     mean in estimates.csv less the uncensored headcount is what these lack. Where lacking a member
 *     is enough to be held back its censored headcount is the uncensored one: so for the censored
 *     headcounts and contributions of all, which M0 adds up
 * All together, arms and values of a group add up, so that one too small among the arms (or among
 * the values of a group, or outside any of them) counts for all arms, and for all finer cells.
 */
int64_t counted_least(const struct cell *cell, const char *measure, size_t member);

#endif
