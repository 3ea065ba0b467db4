/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values of an indicator row by row, in as few bytes as the data need: one where there are at
 * most 255 different ones, as nearly always; else four, or eight.
 */
#ifndef TALLY_SERIES_H
#define TALLY_SERIES_H

#include "kit/kit.h"

#define NO_VALUE INT64_MIN
#define NO_ROW UINT32_MAX

struct series {
	size_t rows, capacity;
	unsigned width; /* bytes a row; 0 until the first */
	void *cells; /* of width 1 the number of a value + 1, else values; missing: 0 or the lowest */
	int64_t *values; /* of width 1: the different ones, in the order met */
	size_t count;
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

/* Such an array of `rows` cells of 1, 2, 4 or 8 bytes in a new order; the old one is freed. */
void *cells_reordered(void *cells, size_t width, const uint32_t *order, size_t rows);

#endif
