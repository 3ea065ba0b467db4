/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values of an indicator row by row, in as few bytes as the data need: half a one where there are
 * at most 15 different ones, as of most answers; one up to 255; else four, or eight.
 */
#ifndef TALLY_SERIES_H
#define TALLY_SERIES_H

#include "kit/kit.h"

#define NO_VALUE INT64_MIN
#define NO_ROW UINT32_MAX

struct series {
	size_t rows, capacity;
	unsigned width; /* bytes a row; 0 until the first */
	bool halves;    /* of width 1: two rows a byte, the first in its lower half */
	void *cells;    /* of width 1 codes, else values; missing: 0 or the lowest */
	int64_t *
		values; /* of width 1, by code: NO_VALUE, then the different ones in the order met */
	size_t count;   /* codes in use */
	struct memo *memo; /* of width 1: which texts they were read from */
};

/* Appends the value that `text` was read as before. False if it is not known any more; it is to be
 * read and appended then. */
bool series_append_known(struct series *series, struct value text);

/* Appends a value, or NO_VALUE, which was read from `text`. */
void series_append(struct series *series, struct value text, int64_t value);

/* Multiplies all values by `factor`. False, with nothing done, if one would pass `most` in size. */
bool series_multiply(struct series *series, int64_t factor, int64_t most);

/* The least and the largest value; both 0 where there is none. */
void series_ends(const struct series *series, int64_t *low, int64_t *high);

/* Puts row order[i] in the place of row i. */
void series_reorder(struct series *series, const uint32_t *order);

/* Values of the rows in a list, where NO_ROW has NO_VALUE; of one. */
void series_pick(const struct series *series, const uint32_t *rows, size_t count, int64_t *values);
int64_t series_value(const struct series *series, size_t row);

#endif
