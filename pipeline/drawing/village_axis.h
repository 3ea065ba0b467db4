/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of changes on which the goals' villages are drawn, turned so that right is better. */
#ifndef DRAWING_VILLAGE_AXIS_H
#define DRAWING_VILLAGE_AXIS_H

#include "drawing/axis.h"
#include "drawing/village_spread.h"

struct village_axis {
	double low, high; /* round numbers about all intervals */
	struct axis axis; /* `scaled`: changes in per cent of each scale; its title */
	const struct village_spread *list;
	size_t count;
};

/* The axis for these, one or more; those that are `against` the comparison are not drawn. */
struct village_axis village_axis_for(const struct village_spread *list, size_t count);

/* Where a change stands; NaN if its unit has no place on the axis. */
double village_axis_place(
	const struct village_axis *axis, const struct village_spread *spread, double change);

/* How an indicator's changes are printed: by the largest of its rows. */
struct amount village_axis_amount(
	const struct village_axis *axis, const struct indicator *indicator);

#endif
