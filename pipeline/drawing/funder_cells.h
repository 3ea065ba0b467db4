/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of the page for funders have in common: cells of tables, and lines. */
#ifndef DRAWING_FUNDER_CELLS_H
#define DRAWING_FUNDER_CELLS_H

#include "drawing/amount.h"

/* Whether a cell holds a text, or the last round. */
bool funder_is(const struct table *table, size_t row, size_t column, const char *text);
bool funder_last_round(const struct table *table, size_t row, size_t column);

/* The indicator that a cell names, or NULL. */
const struct indicator *funder_indicator(const struct table *table, size_t row, size_t column);

/* How numbers of an indicator are printed: as its headline's; without one as these ask for, of which some
 * may be NaN. */
struct amount funder_amount(const struct indicator *indicator, const double *numbers, size_t count);

/* The label of a group's value; its name where it has none. */
struct text funder_value_label(const char *group, const char *value);

/* Writes a row of kind line, marked by a class of verdicts. */
void funder_line(const char *verdict, struct text text);

#endif
