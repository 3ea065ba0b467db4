/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series of values that widen as the data ask for it. */
#include "tally/series.h"

#include <stdlib.h>
#include <string.h>

#include "tally/cells.h"

enum { HALF_CODES = 16, MOST_CODES = 256, PLACES = 256 };

/* Codes of texts: of those of one byte, as most answers are, by that byte; of others, as
 * 33.333333333, in a small table where each has one place, and the last one met there stays. */
struct memo {
	uint8_t of_byte[256]; /* 0: not met */
	struct {
		uint8_t code, length;
		char text[22];
	} longer[PLACES];
};

/* ---- cells ---- */

/* Of width 1. */
static uint8_t code_at(const struct series *series, size_t row)
{
	const uint8_t *cells = series->cells;

	return series->halves ? cells[row / 2] >> row % 2 * 4 & (HALF_CODES - 1) : cells[row];
}

/* The cell is empty. */
static void set_code(struct series *series, size_t row, uint8_t code)
{
	uint8_t *cells = series->cells;

	if (series->halves)
		cells[row / 2] = (uint8_t)(cells[row / 2] | code << row % 2 * 4);
	else
		cells[row] = code;
}

static size_t bytes_of(const struct series *series, size_t rows)
{
	return series->halves ? (rows + 1) / 2 : rows * series->width;
}

/* From halves of bytes to bytes. */
static void unpack(struct series *series)
{
	struct series packed = *series;
	size_t i;

	series->capacity = 0;
	series->cells = grow(NULL, &series->capacity, packed.rows + 1, 1);
	series->halves = false;
	for (i = 0; i < packed.rows; i++)
		set_code(series, i, code_at(&packed, i));
	free(packed.cells);
}

/* Of width 4 or 8; the value fits. */
static void set_cell(struct series *series, size_t row, int64_t value)
{
	if (series->width == sizeof(int64_t))
		((int64_t *)series->cells)[row] = value;
	else
		((int32_t *)series->cells)[row] = value == NO_VALUE ? INT32_MIN : (int32_t)value;
}

static void widen(struct series *series, unsigned width)
{
	struct series narrow = *series;
	size_t i;

	series->capacity = 0;
	series->cells = grow(NULL, &series->capacity, narrow.capacity, width);
	series->width = width;
	for (i = 0; i < series->rows; i++)
		set_cell(series, i, series_value(&narrow, i));
	free(narrow.cells);
}

static bool fits_in_four(int64_t value)
{
	return value == NO_VALUE || (value > INT32_MIN && value <= INT32_MAX);
}

static bool all_fit_in_four(const struct series *series)
{
	size_t i;

	for (i = 1; i < series->count; i++)
		if (!fits_in_four(series->values[i]))
			return false;
	return true;
}

int64_t series_value(const struct series *series, size_t row)
{
	if (series->width == 1)
		return series->values[code_at(series, row)];
	if (series->width == sizeof(int32_t)) {
		int32_t value = ((const int32_t *)series->cells)[row];

		return value == INT32_MIN ? NO_VALUE : value;
	}
	return ((const int64_t *)series->cells)[row];
}

/* One loop for each width, since this is done for every answer several times. */
void series_pick(const struct series *series, const uint32_t *rows, size_t count, int64_t *values)
{
	const uint8_t *codes = series->cells;
	const int64_t *of_code = series->values;
	const int32_t *narrow = series->cells;
	size_t i;

	for (i = 0; i < count && series->halves; i++) {
		size_t row = rows[i] == NO_ROW ? 0 : rows[i];
		size_t code = codes[row / 2] >> row % 2 * 4 & (HALF_CODES - 1);

		values[i] = of_code[rows[i] == NO_ROW ? 0 : code];
	}
	for (i = 0; i < count && series->width == 1 && !series->halves; i++)
		values[i] = of_code[rows[i] == NO_ROW ? 0 : codes[rows[i]]];
	for (i = 0; i < count && series->width == sizeof(*narrow); i++) {
		int32_t value = rows[i] == NO_ROW ? INT32_MIN : narrow[rows[i]];

		values[i] = value == INT32_MIN ? NO_VALUE : value;
	}
	for (i = 0; i < count && series->width == sizeof(*values); i++)
		values[i] =
			rows[i] == NO_ROW ? NO_VALUE : ((const int64_t *)series->cells)[rows[i]];
}

/* ---- appending ---- */

static void append_code(struct series *series, uint8_t code)
{
	series->cells =
		grow(series->cells, &series->capacity, bytes_of(series, series->rows + 1), 1);
	set_code(series, series->rows++, code);
}

static size_t place_of(struct value text)
{
	const unsigned char *byte = (const unsigned char *)text.text;

	return (text.length * 37 + byte[0] * 5u + byte[1] * 11u + byte[text.length - 1]) % PLACES;
}

bool series_append_known(struct series *series, struct value text)
{
	const struct memo *memo = series->memo;
	uint8_t code = 0;
	size_t place;

	if (series->width != 1)
		return false;
	if (text.length == 1) {
		code = memo->of_byte[(unsigned char)*text.text];
	} else if (!missing(text)) {
		place = place_of(text);
		if (memo->longer[place].length == text.length &&
			memcmp(memo->longer[place].text, text.text, text.length) == 0)
			code = memo->longer[place].code;
	}
	if (code == 0)
		return false;
	append_code(series, code);
	return true;
}

static void begin(struct series *series)
{
	series->width = 1;
	series->halves = true;
	series->values = keep(MOST_CODES * sizeof(*series->values));
	series->values[0] = NO_VALUE;
	series->count = 1;
	series->memo = keep(sizeof(*series->memo));
}

/* The code of a value, 0 where there is no place for it among the others. */
static uint8_t code_of(struct series *series, int64_t value)
{
	size_t code = 1;

	while (code < series->count && series->values[code] != value)
		code++;
	if (code == MOST_CODES)
		return 0;
	if (code == HALF_CODES && series->halves)
		unpack(series);
	if (code == series->count)
		series->values[series->count++] = value;
	return (uint8_t)code;
}

static void remember(struct memo *memo, struct value text, uint8_t code)
{
	if (text.length == 1) {
		memo->of_byte[(unsigned char)*text.text] = code;
	} else if (text.length > 1 && text.length <= sizeof(memo->longer[0].text)) {
		size_t place = place_of(text);

		memo->longer[place].code = code;
		memo->longer[place].length = (uint8_t)text.length;
		memcpy(memo->longer[place].text, text.text, text.length);
	}
}

void series_append(struct series *series, struct value text, int64_t value)
{
	uint8_t code;

	if (series->width == 0)
		begin(series);
	if (series->width == 1) {
		code = value == NO_VALUE ? 0 : code_of(series, value);
		if (value == NO_VALUE || code > 0) {
			if (code > 0)
				remember(series->memo, text, code);
			append_code(series, code);
			return;
		}
		widen(series, all_fit_in_four(series) ? sizeof(int32_t) : sizeof(int64_t));
	}
	if (series->width == sizeof(int32_t) && !fits_in_four(value))
		widen(series, sizeof(int64_t));
	series->cells = grow(series->cells, &series->capacity, series->rows + 1, series->width);
	set_cell(series, series->rows++, value);
}

/* ---- all at once ---- */

void series_ends(const struct series *series, int64_t *low, int64_t *high)
{
	size_t count = series->width == 1 ? series->count : series->rows, i;
	bool any = false;

	*low = *high = 0;
	for (i = 0; i < count; i++) {
		int64_t value = series->width == 1 ? series->values[i] : series_value(series, i);

		if (value == NO_VALUE)
			continue;
		*low = !any || value < *low ? value : *low;
		*high = !any || value > *high ? value : *high;
		any = true;
	}
}

bool series_multiply(struct series *series, int64_t factor, int64_t most)
{
	size_t count = series->width == 1 ? series->count : series->rows, i;
	int64_t low, high, largest;

	series_ends(series, &low, &high);
	largest = llabs(low) > llabs(high) ? llabs(low) : llabs(high);
	if (largest > most / factor)
		return false;
	if (series->width == sizeof(int32_t) && !fits_in_four(largest * factor))
		widen(series, sizeof(int64_t));
	for (i = 0; i < count; i++) {
		int64_t value = series->width == 1 ? series->values[i] : series_value(series, i);

		value = value == NO_VALUE ? NO_VALUE : value * factor;
		if (series->width == 1)
			series->values[i] = value;
		else
			set_cell(series, i, value);
	}
	return true;
}

void series_reorder(struct series *series, const uint32_t *order)
{
	struct series before = *series;
	size_t i;

	if (!series->halves) {
		series->cells = cells_reordered(series->cells, series->width, order, series->rows);
		series->capacity = series->rows;
		return;
	}
	series->capacity = 0;
	series->cells = grow(NULL, &series->capacity, bytes_of(series, series->rows), 1);
	for (i = 0; i < series->rows; i++)
		set_code(series, i, code_at(&before, order[i]));
	free(before.cells);
}
