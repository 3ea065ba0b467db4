/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each value occurs: the value rows of a tally. */
#ifndef TALLY_VALUES_H
#define TALLY_VALUES_H

#include "tally/observe.h"

/* Begins to count values of y within the reach: everybody's, or those of one part of a group. */
void values_begin(const struct store *store, const struct reach *reach);

/* Counts those of observations first .. end - 1, who are all of this unit of the store. */
void values_add(const struct observations *seen, size_t first, size_t end, size_t unit);

/* How many distinct values were counted; at most DISTINCT_LIMIT where nobody looked closer. */
size_t values_distinct(void);

/* Writes the value rows, arm by arm; `row` has measure, rounds, group and its value. With `round`
 * values are counted at 4 significant digits. */
void values_write(struct tally_row row, bool round, void (*put)(const struct tally_row *row));

#endif
