/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis that the goals of a chart share, and where a value stands on it. */
#ifndef DRAWING_AXIS_H
#define DRAWING_AXIS_H

#include "drawing/amount.h"

struct axis {
	double low, high;
	struct amount amount; /* of all numbers; not where units differ */
	struct text title;    /* at the axis */
	struct text subject;  /* what is shown, in the subtitle */
	bool scaled;          /* units differ: values stand at their share of their own scale */
	bool cut;             /* begins above the scale's own beginning */
};

/* The axis for the values of these headlines (of the rows of comparisons.csv behind them): 0-100 for
 * indices and shares; the indicators' own scale where they share one; round numbers about the values
 * where there is none; shares of each scale where units differ. */
struct axis axis_for(const struct headline *const *shown, size_t count);

/* How numbers of an indicator shown are printed. */
struct amount axis_amount(const struct axis *axis, const struct indicator *indicator,
	const struct headline *const *shown, size_t count);

/* How the numbers of a headline are printed that stands alone. */
struct amount headline_amount(const struct headline *headline);

/* Whether numbers need their units in the row: units differ. */
bool axis_units(const struct axis *axis);

/* The gridlines, numbered at the axis's own scale. */
void axis_ticks(const struct axis *axis);

/* Where a value of an indicator stands; NaN if its unit has no place on this axis. */
double axis_place(const struct axis *axis, const struct indicator *indicator, double value);

/* Whether values of an indicator have a place on this axis. */
bool axis_has(const struct axis *axis, const struct indicator *indicator);

/* The value of a column of comparisons.csv, NaN where blank. */
double comparison_number(size_t row, size_t column);

#endif
