/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each value occurs: the value rows of a tally. */
#ifndef TALLY_VALUES_H
#define TALLY_VALUES_H

#include "tally/observe.h"

/* Takes observations to be counted, which stay as they are until the next call. How many distinct y
 * there are; at most DISTINCT_LIMIT where nobody looked closer. */
size_t values_begin(const struct observations *seen, const struct store *store);

/* Counts the values of each arm: of everybody (code NULL, one part) or of each part of a group, whose
 * number + 1 is the code of a row. */
void values_count(const uint16_t *code, size_t parts);

/* Writes the value rows of a part, arm by arm; `row` has measure, rounds, group and its value. With
 * `round` values are counted at 4 significant digits. */
void values_write(
	size_t part, struct tally_row row, bool round, void (*put)(const struct tally_row *row));

#endif
