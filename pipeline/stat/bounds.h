/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What missing people could change: weighting in cells, and Lee's bounds. */
#ifndef STAT_BOUNDS_H
#define STAT_BOUNDS_H

#include <stddef.h>

#include "stat/status.h"

/* People alike at the start: the weight of all, of those followed, and the weighted sum of their
 * values. Without survey weights these are numbers of people. */
struct followed_cell {
	double before, after, sum;
};

/* Inverse probability weighting by cells: each person followed counts before / after of their cell,
 * so the estimate is sum_c before_c mean_c / sum_c before_c. NaN where a cell has nobody followed. */
double followed_mean(const struct followed_cell *cells, size_t count);

/* A value and its weight (> 0). */
struct bound_value {
	double value, weight;
};

/* The mean of the lowest (or highest) part `keep` of the weight, 0 < keep <= 1, of values that
 * ascend; the value at the margin counts in part. NaN without values. */
double trimmed_mean(const struct bound_value *values, size_t n, double keep, int lowest);

/* Those of an arm who were followed, values ascending, and the share of the arm that they are. */
struct bound_side {
	const struct bound_value *values;
	size_t n;
	double share; /* 0 .. 1 */
};

struct bounds {
	double low, high;
	double trimmed; /* share of the fuller side that was left out */
	enum stat_status status;
};

/*
 * Lee 2009: bounds of mean(arm) - mean(comparison) among those who would be followed in either,
 * if the programme moves the chance to be followed one way only. The side with the larger share
 * followed, q, loses its highest or its lowest (q - q') / q. Status TOO_FEW where a side has
 * nobody; BAD_INPUT for a share outside (0, 1].
 */
struct bounds lee_bounds(const struct bound_side *arm, const struct bound_side *comparison);

#endif
