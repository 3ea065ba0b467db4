/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one axis that all panels of a chart share, and where a mean stands on it. */
#ifndef DRAWING_PANEL_AXIS_H
#define DRAWING_PANEL_AXIS_H

#include "drawing/amount.h"

enum panel_unit {
	PANEL_HUNDRED, /* indices and shares, in per cent */
	PANEL_OWN,     /* one unit that all of them have */
	PANEL_SCALED   /* units differ: places on each one's own scale, in per cent */
};

/* What one panel shows: from its lowest to its highest mean; NaN where nothing is drawn. */
struct panel_range {
	const struct indicator *indicator;
	double low, high;
};

struct panel_axis {
	enum panel_unit unit;
	double low, high; /* round numbers about all means, at least 40 % of the scale apart */
	double divisor;   /* of the numbers at the gridlines */
	struct text title;
	bool cut; /* begins above zero */
};

/* The axis for these panels, one or more. */
struct panel_axis panel_axis_for(const struct panel_range *shown, size_t count);

/* Where a mean of the indicator stands; NaN if its unit has no place on the axis. */
double panel_place(const struct panel_axis *axis, const struct indicator *indicator, double value);

/* The gridlines, numbered at the axis's own scale. */
void panel_ticks(const struct panel_axis *axis);

#endif
