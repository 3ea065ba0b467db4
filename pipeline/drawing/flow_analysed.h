/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many people stand behind the results of the goals' main indicators. */
#ifndef DRAWING_FLOW_ANALYSED_H
#define DRAWING_FLOW_ANALYSED_H

#include "people/steps.h"

/* The fewest and the most over main indicators (a goal's first primary one, else its first) that
 * anybody has a value of; count: how many these are. */
struct analysed {
	int64_t least, most;
	size_t count;
};

/* Pairs from the first round to `round` in a panel; values of the round in a cross-section. */
struct analysed flow_analysed(bool panel, size_t round, const char *arm);

#endif
