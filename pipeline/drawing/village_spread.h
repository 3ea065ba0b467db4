/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How villages differ, from heterogeneity.csv: what the chart and the report's section show of it. */
#ifndef DRAWING_VILLAGE_SPREAD_H
#define DRAWING_VILLAGE_SPREAD_H

#include "drawing/headline.h"
#include "result/village.h"

/* A row of heterogeneity.csv from the baseline to the last round. Missing numbers are NaN, missing
 * counts -1. */
struct village_spread {
	const struct indicator *indicator;
	const char *arm; /* "" where there is one arm */
	bool against;    /* more than in the comparison arm (did), not the arm's own change */
	bool ok;         /* false: `note` says why there are no numbers */
	double estimate, conf_low, conf_high, tau, prediction_low, prediction_high, by_chance;
	int64_t clusters, better, worse, unclear;
	struct text note;
	size_t row; /* of heterogeneity.csv, as a spreadsheet counts */
};

/* Adds a row of heterogeneity.csv (needed by spread_columns) if it belongs there. */
void village_spread_add(const struct value *needed);

/* Those of each goal's primary indicator (the first, where none is), in the order of goals.csv:
 * the programme's arms by name, then the comparison's; an arm's own change before the difference. */
const struct village_spread *village_spreads(size_t *count);

/* Whether an arm is the one that every other is compared with. */
bool village_spread_compared(const struct village_spread *spread);

/* "8 better, 3 not clear, 1 worse"; without a good direction how many moved. "" where not counted. */
struct text village_spread_counts(const struct village_spread *spread);

#endif
