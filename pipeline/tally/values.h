/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each value occurs: the value rows of a tally. */
#ifndef TALLY_VALUES_H
#define TALLY_VALUES_H

#include "tally/observe.h"

/* How value rows are to be written. */
struct value_rows {
	void (*put)(const struct tally_row *row);
	struct tally_row row;	/* measure, rounds, group and its value */
	bool round;		/* at 4 significant digits */
};

/* How many distinct y are observed. */
size_t values_distinct(const struct observations *seen);

/* Writes the value rows of each arm in turn, of everybody (code NULL) or of those whose code is
 * `wanted`. */
void values_write(const struct value_rows *rows, const struct observations *seen, const struct store *store,
		  const uint16_t *code, size_t wanted);

#endif
