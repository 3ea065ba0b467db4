/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of gaps.csv: two values of a group side by side, and whether the focal one fell behind. */
#ifndef RESULT_GAP_H
#define RESULT_GAP_H

#include "result/comparison.h"

enum gap_column {
	GAP_GOAL,
	GAP_INDICATOR,
	GAP_LABEL_ID,
	GAP_LABEL_EN,
	GAP_TYPE,
	GAP_UNIT,
	GAP_CONTRAST,
	GAP_ROUND_FROM,
	GAP_ROUND_TO,
	GAP_ARM,
	GAP_GROUP,
	GAP_GROUP_VALUE,
	GAP_GROUP_VALUE_COMPARED,
	GAP_SAMPLE,
	GAP_N_FROM,
	GAP_N_TO,
	GAP_N_FROM_COMPARED,
	GAP_N_TO_COMPARED,
	GAP_CLUSTERS,
	GAP_VALUE_FROM,
	GAP_VALUE_TO,
	GAP_VALUE_FROM_COMPARED,
	GAP_VALUE_TO_COMPARED,
	GAP_GAP_FROM,
	GAP_GAP_TO,
	GAP_ESTIMATE,
	GAP_STD_ERROR,
	GAP_STATISTIC,
	GAP_DF,
	GAP_P_VALUE,
	GAP_CONF_LOW,
	GAP_CONF_HIGH,
	GAP_METHOD,
	GAP_SE_METHOD,
	GAP_FELL_BEHIND,
	GAP_FAMILY,
	GAP_PLANNED,
	GAP_STATUS,
	GAP_NOTE_ID,
	GAP_NOTE_EN,
	GAP_COLUMN_COUNT
};

/* Header for `needs` and `makes` of stages; ends with a NULL name. */
extern const struct column gap_columns[GAP_COLUMN_COUNT + 1];

enum fell_behind {
	BEHIND_CANNOT_TELL,
	BEHIND_NO,
	BEHIND_POSSIBLY, /* yes, but with fewer than FEW_VILLAGES villages on a side */
	BEHIND_YES,
	BEHIND_COUNT
};
extern const char *const fell_behind_names[BEHIND_COUNT];

/*
 * Whether those in focus lost ground against those compared with: the whole interval of the change
 * of the gap lies against the direction of the indicator (yes), or none of it by as much as matters
 * (no): on the good scale high < 0, or low > -mid; without mid (NaN) low >= 0.
 */
enum fell_behind fell_behind(
	double conf_low, double conf_high, enum direction direction, double mid, bool few);

/* Writes the row of a frame of a gap. From and to are the rounds, but of a gap_did the changes of
 * the comparison arm and of the arm; gap_to - gap_from is the estimate. */
void gap_put(const struct frame *frame, const struct comparison *comparison);

#endif
