/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a chart: meta, ticks and rows under one header. */
#ifndef DRAWING_PARTS_H
#define DRAWING_PARTS_H

#include "kit/kit.h"

/* Writes the header: the columns that all charts share, then those of this chart's rows (names
 * separated by blanks). */
void parts_begin(const char *row_columns);

/* A row of part `meta`; empty texts are left out. */
void parts_meta(const char *key, struct text value);

/* `key`_1 and `key`_2: a text over two lines of at most `width`, about equally long. */
void parts_meta_lines(const char *key, struct text value, double width);

/* A number for the template (axis ends). */
void parts_meta_number(const char *key, double number);

/* The gridlines of an axis; their numbers are values over the divisor. */
void parts_ticks(double low, double high, double divisor, int decimals);

/* Cells of the row under way; those not set stay empty. */
void part_set(const char *column, const char *text);
void part_set_number(const char *column, double number);
void part_set_text(const char *column, struct text text); /* column_id and column_en */
void part_set_lines(
	const char *column, struct text text, double width); /* column_id_1 ... column_en_2 */

/* Writes the row of part `rows` as number 1, 2, 3 ... */
void part_row(const char *kind);

/* A row of kind `head`, which stands over those that follow, on one line. */
void part_head(struct text words);

#endif
