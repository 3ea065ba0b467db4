/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts.csv: which of the default charts are made, and titles of the study's own. */
#ifndef STUDY_CHARTS_H
#define STUDY_CHARTS_H

#include "kit/kit.h"

enum { CHART_TITLE_LENGTH = 90 }; /* characters; what two lines of a chart have room for */

struct listed_chart {
	const char *name;
	struct text title; /* both halves "" where the computed title stands alone */
	struct place place;
};

struct charts {
	bool listed; /* charts.csv is there: these charts are made and no others */
	size_t count;
	const struct listed_chart *list;
};

/*
 * The rows of charts.csv in their order; nothing is listed where the file is absent. Faults: a row
 * without a name; a chart that stands twice; a title in one language alone, or longer than
 * CHART_TITLE_LENGTH. Whether there is a chart of that name, only the driver knows.
 */
const struct charts *charts_load(void);

/* The study's own title of a chart; both halves "" where it has none. */
struct text chart_own_title(const char *chart);

#endif
