/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many looks for harm there were, and how many of them would flag it by chance. */
#ifndef DRAWING_HARM_COUNT_H
#define DRAWING_HARM_COUNT_H

#include "kit/kit.h"

/* Looks of the screens of which chance can be told; those withheld count in `withheld` alone. */
struct harm_count {
	double judged, flagged, possible, chance;
	size_t withheld;
	size_t reported; /* looks in which people report harm, of which chance cannot be told */
	size_t first_reported; /* row of the first of these */
};

/* Counts the rows of harm.csv. */
struct harm_count harm_count(const struct table *table);

#endif
