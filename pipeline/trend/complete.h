/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The complete panel: people with a value in every round of a trend. */
#ifndef TREND_COMPLETE_H
#define TREND_COMPLETE_H

#include "stat/exact.h"
#include "stat/repeated.h"
#include "trend/course.h"

struct complete {
	size_t rounds;         /* of the course */
	size_t count;          /* people */
	const uint32_t *rows;  /* each one's row in the first round: arm, village, group, weight */
	const int64_t *values; /* [person * rounds + round], in units of the store */
};

/* Everybody with a value in every round of the course; nobody where the study follows no people.
 * Lives until the next call. */
struct complete complete_of(
	const struct people *people, size_t indicator, const struct course *course);

/* sum_r c_r y_r of a person; |y| < 2^61 and |c| < 2^24, so that it fits. */
int128 complete_slope(const struct complete *complete, const struct course *course, size_t person);

/* The ranks of those of an arm (ALL_ARMS: everybody) and division. */
struct repeated complete_ranks(const struct people *people, const struct complete *complete,
	size_t arm, const struct division *division);

#endif
