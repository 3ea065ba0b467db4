/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one axis that all panels of gaps share, and where a mean stands on it. */
#ifndef DRAWING_EQUITY_AXIS_H
#define DRAWING_EQUITY_AXIS_H

#include "drawing/equity.h"

enum equity_unit {
	EQUITY_HUNDRED, /* indices and shares, in per cent */
	EQUITY_OWN,     /* one unit that all of them have */
	EQUITY_SCALED   /* units differ: places on each one's own scale, in per cent */
};

struct equity_axis {
	enum equity_unit unit;
	double low, high; /* round numbers about all means, at least 40 % of the scale apart */
	double divisor;   /* of the numbers at the gridlines */
	struct text title;
	bool cut; /* begins above zero */
};

/* The axis for the means of these rows. */
struct equity_axis equity_axis_for(const struct equity *const *shown, size_t count);

/* Where a mean of the indicator stands; NaN if its unit has no place on the axis. */
double equity_place(
	const struct equity_axis *axis, const struct indicator *indicator, double value);

#endif
