/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of harm.csv: one look for harm, what it found, and its words in both languages. */
#ifndef RESULT_HARM_H
#define RESULT_HARM_H

#include "result/comparison.h"

enum harm_column {
	HARM_GOAL,
	HARM_INDICATOR,
	HARM_LABEL_ID,
	HARM_LABEL_EN,
	HARM_TYPE,
	HARM_UNIT,
	HARM_SCREEN,
	HARM_FLAG,
	HARM_PHRASE_ID,
	HARM_PHRASE_EN,
	HARM_CONTRAST,
	HARM_ROUND_FROM,
	HARM_ROUND_TO,
	HARM_ARM,
	HARM_GROUP,
	HARM_GROUP_VALUE,
	HARM_GROUP_VALUE_COMPARED,
	HARM_SAMPLE,
	HARM_N,
	HARM_N_COMPARED,
	HARM_CLUSTERS,
	HARM_ESTIMATE,
	HARM_STD_ERROR,
	HARM_DF,
	HARM_P_VALUE,
	HARM_CONF_LOW,
	HARM_CONF_HIGH,
	HARM_VALUE_COMPARED,
	HARM_MID,
	HARM_DIRECTION,
	HARM_METHOD,
	HARM_SCREENS,
	HARM_FLAGGED,
	HARM_BY_CHANCE,
	HARM_PLANNED,
	HARM_STATUS,
	HARM_NOTE_ID,
	HARM_NOTE_EN,
	HARM_COLUMN_COUNT
};
extern const struct column harm_columns[HARM_COLUMN_COUNT + 1];

enum screen {
	SCREEN_WORSE_SHARE,            /* of pairs, by mid or more */
	SCREEN_WORSE_SHARE_DIFFERENCE, /* arm minus comparison */
	SCREEN_LOWER_TAIL,             /* the tenth that fared worst */
	SCREEN_CLEARLY_DOWN,           /* change, did, or difference where there is no baseline */
	SCREEN_GAP_WIDENED,
	SCREEN_REPORTED, /* level of an indicator of a goal of kind harm */
	SCREEN_COUNT
};
extern const char *const screen_names[SCREEN_COUNT];

enum harm_flag { FLAG_CANNOT_TELL, FLAG_NONE, FLAG_POSSIBLE, FLAG_HARM, FLAG_COUNT };
extern const char *const harm_flag_names[FLAG_COUNT];

/*
 * Judges an estimate on a scale where up is harm: low > 0 is harm (possible where villages are few),
 * an estimate of mid or more possible; high < mid none (without mid, NaN: high <= 0); else nobody
 * can tell. Nothing is adjusted for the number of screens, since that would hide harm.
 */
enum harm_flag harm_judge(double estimate, double low, double high, double mid, bool few);

/* One look: a frame, or for others only its keys. Limits NaN where there are none. */
struct finding {
	enum screen screen;
	enum harm_flag flag;
	const struct frame *frame;
	const char *contrast, *method;
	int64_t n, n_compared; /* n_compared negative: no others */
	struct contrast result;
	double value_compared;
	enum result_status status;
	struct text note;
};

void harm_put(const struct finding *finding);

/*
 * The looks, each with a row at most, of a frame whose samples, block, rounds, arms and groups are
 * set. harm_contrast: also its kind and pairs; an interval against the indicator's direction.
 * harm_tail: the change at or below which, on the good side, a tenth of the pairs of the arm lie,
 * beside the comparison arm's; possible harm where it is worse by mid or more (it has no interval);
 * refused below 50 pairs in either. harm_reported: the level in round_to; harm where its interval
 * lies above mid, possible where anybody reports it. harm_share: the share that got worse (kind
 * CONTRAST_CHANGE) or its difference from the comparison arm (CONTRAST_DID), of a frame whose
 * changes are 1 for those who got worse and 0 for others. Of sensitive indicators shares and tails
 * are withheld.
 */
void harm_contrast(struct frame frame, enum screen screen);
void harm_tail(struct frame frame);
void harm_reported(struct frame frame);
void harm_share(struct frame frame, enum contrast_kind kind);

/* Rows that say how many screens there were of each kind, how many are flagged as harm, and how
 * many would be by chance; of those put so far. */
void harm_summary(void);

#endif
