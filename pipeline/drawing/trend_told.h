/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trends that charts and pages tell of: each goal's main indicator, over all rounds. */
#ifndef DRAWING_TREND_TOLD_H
#define DRAWING_TREND_TOLD_H

#include "drawing/headline.h"
#include "result/status.h"

/* The change a year of an indicator in an arm: minus that of the comparison, where there is one. */
struct trend_told {
	const struct indicator *indicator;
	const char *arm;            /* "" for everybody */
	bool did;                   /* the estimate is programme minus comparison */
	enum verdict_class verdict; /* by the interval; too early by the goal's lag */
	double estimate, low, high, p_value;
	int64_t n, clusters; /* -1: withheld */
	enum result_status status;
	struct text note;
	size_t row; /* of trends.csv, as a spreadsheet counts */
};

/* Whether the row of trends.csv that is being read (needed by trend_columns) is told: the headline of a
 * primary indicator, everybody's; with a comparison arm that of the difference, or of everybody where
 * it was refused for all. An unknown indicator ends the program (1). */
bool trend_told_read(
	const struct value *needed, const struct scene *scene, struct trend_told *told);

/* Whether the study has villages and the arm, or one of both arms, has fewer than FEW_VILLAGES. */
bool trend_of_few_villages(const struct trend_told *told);

/* How its numbers are printed. */
struct amount trend_amount(const struct trend_told *told);

#endif
