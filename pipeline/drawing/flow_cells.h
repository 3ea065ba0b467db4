/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of the flow chart: boxes of people, and who leaves between them. */
#ifndef DRAWING_FLOW_CELLS_H
#define DRAWING_FLOW_CELLS_H

#include "drawing/texts.h"

enum { FLOW_COLUMNS = 3 };

/* The columns of part `rows` (plots/README.md). */
extern const char flow_row_columns[];

/* How many columns the chart has, 1 to FLOW_COLUMNS: it decides how long a line may be. */
void flow_cells_begin(size_t columns);

/* A box: what it is, a detail (may be ""), how many. Part of the row under way, as flow_leaving. */
void flow_box(size_t column, struct text name, struct text detail, struct text n);

/* Who leaves before the next box: how many, and the reasons over two lines. */
void flow_leaving(size_t column, struct text n, struct text reasons);

/* A count, and a share in per cent, with a decimal where they are a hundred or more. */
struct text flow_count(int64_t count);
struct text flow_percent(int64_t part, int64_t of);

/* A pattern with {n}, and {share} of `of`; with {n} a range where the two differ. */
struct text flow_fill(const char *key, int64_t count, int64_t of);
struct text flow_fill_range(const char *key, int64_t least, int64_t most);

/* Adds "no row 62" to reasons; nothing for 0. A line is not broken between word and number. */
void flow_reason(struct text *reasons, const char *step, int64_t count);

#endif
