/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of villages: the change in each one, and how far villages differ. */
#ifndef RESULT_VILLAGE_H
#define RESULT_VILLAGE_H

#include "kit/kit.h"
#include "study/study.h"

/* villages.csv, which is never published: a row per village, indicator and pair of rounds. */
enum village_column {
	VILLAGE_GOAL,
	VILLAGE_INDICATOR,
	VILLAGE_LABEL_ID,
	VILLAGE_LABEL_EN,
	VILLAGE_TYPE,
	VILLAGE_UNIT,
	VILLAGE_ROUND_FROM,
	VILLAGE_ROUND_TO,
	VILLAGE_ARM,
	VILLAGE_CLUSTER,
	VILLAGE_SAMPLE,
	VILLAGE_N_FROM,
	VILLAGE_N_TO,
	VILLAGE_VALUE_FROM,
	VILLAGE_VALUE_TO,
	VILLAGE_ESTIMATE,
	VILLAGE_STD_ERROR,
	VILLAGE_DF,
	VILLAGE_CONF_LOW,
	VILLAGE_CONF_HIGH,
	VILLAGE_CLASS,
	VILLAGE_COMPARED,
	VILLAGE_COMPARED_STD_ERROR,
	VILLAGE_COMPARED_DF,
	VILLAGE_DIFFERENCE,
	VILLAGE_DIFFERENCE_LOW,
	VILLAGE_DIFFERENCE_HIGH,
	VILLAGE_DIFFERENCE_CLASS,
	VILLAGE_STATUS,
	VILLAGE_NOTE_ID,
	VILLAGE_NOTE_EN,
	VILLAGE_COLUMN_COUNT
};
extern const struct column village_columns[VILLAGE_COLUMN_COUNT + 1];

/* heterogeneity.csv: a row per indicator, pair of rounds, arm and contrast. */
enum spread_column {
	SPREAD_GOAL,
	SPREAD_INDICATOR,
	SPREAD_LABEL_ID,
	SPREAD_LABEL_EN,
	SPREAD_TYPE,
	SPREAD_UNIT,
	SPREAD_CONTRAST,
	SPREAD_ROUND_FROM,
	SPREAD_ROUND_TO,
	SPREAD_ARM,
	SPREAD_SAMPLE,
	SPREAD_N_FROM,
	SPREAD_N_TO,
	SPREAD_CLUSTERS,
	SPREAD_ESTIMATE,
	SPREAD_STD_ERROR,
	SPREAD_DF,
	SPREAD_CONF_LOW,
	SPREAD_CONF_HIGH,
	SPREAD_TAU,
	SPREAD_TAU_LOW,
	SPREAD_TAU_HIGH,
	SPREAD_I2,
	SPREAD_Q,
	SPREAD_Q_DF,
	SPREAD_Q_P,
	SPREAD_PREDICTION_LOW,
	SPREAD_PREDICTION_HIGH,
	SPREAD_VILLAGES_BETTER,
	SPREAD_VILLAGES_WORSE,
	SPREAD_VILLAGES_UNCLEAR,
	SPREAD_SHARE_BETTER,
	SPREAD_SHARE_WORSE,
	SPREAD_BY_CHANCE,
	SPREAD_METHOD,
	SPREAD_PLANNED,
	SPREAD_STATUS,
	SPREAD_NOTE_ID,
	SPREAD_NOTE_EN,
	SPREAD_COLUMN_COUNT
};
extern const struct column spread_columns[SPREAD_COLUMN_COUNT + 1];

enum village_class {
	VILLAGE_UNCLEAR, /* the interval holds 0 */
	VILLAGE_BETTER,
	VILLAGE_WORSE,
	VILLAGE_ROSE, /* neither way is good */
	VILLAGE_FELL,
	VILLAGE_CLASS_COUNT
};
extern const char *const village_class_names[VILLAGE_CLASS_COUNT];

/* By the interval of a village's change alone; no number of villages is corrected for. */
enum village_class village_class(double conf_low, double conf_high, enum direction direction);

/* The code of a printed name; VILLAGE_CLASS_COUNT for any other text. */
enum village_class village_class_read(struct value name);

#endif
