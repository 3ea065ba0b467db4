/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change in each village of an arm, and how much people within villages differ. */
#ifndef RESULT_VILLAGE_CHANGE_H
#define RESULT_VILLAGE_CHANGE_H

#include "result/comparison.h"

/* Of a village: its people in the earlier and in the later round, their means, and the variance of
 * the change over that of a person. */
struct village_change {
	const char *name;
	int64_t n_from, n_to;
	double from, to, change;
	double share;
};

struct village_changes {
	struct village_change *list; /* in byte order of their names */
	size_t count;
	double variance; /* of a person within a village (and round, where rounds have means of their
			  * own), over all villages; NaN without df */
	int64_t df;
};

/*
 * The changes of the villages of a filled frame of kind CONTRAST_CHANGE, everybody counting the
 * same. Villages with no pair, or visited in one of the rounds only, have none. One variance for all
 * villages: that of a single one, known from few people, would make its interval a game of chance.
 * The list lives until the next call.
 */
struct village_changes village_changes(const struct frame *frame);

#endif
