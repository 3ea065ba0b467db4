/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A target beside what was reached, and how much of the way from the baseline was covered. */
#ifndef RESULT_PROGRESS_H
#define RESULT_PROGRESS_H

#include "result/estimate.h"
#include "stat/ratio.h"
#include "study/targets.h"

/* Whether a target was reached, by the interval of the value that was. */
enum reached {
	REACHED_YES,
	REACHED_NO,
	REACHED_POSSIBLY,     /* too few villages to say it clearly */
	REACHED_POSSIBLY_NOT, /* likewise */
	REACHED_UNCLEAR,      /* the target lies within the interval, or there is none */
	REACHED_NOT_MEASURED,
	REACHED_COUNT
};
extern const char *const reached_names[REACHED_COUNT];
struct text reached_text(enum reached reached);

struct progress {
	const struct target *target;
	const char *arm; /* NULL: all together */
	struct estimate before,
		after;    /* at the baseline and in the target's round; everybody then */
	struct ratio way; /* (after - before) / (target - before) */
	enum reached reached;
	enum result_status status; /* ok, or why cells are empty */
	struct text note;
};

/*
 * With B at the baseline, F in the target's round and target T, in the direction that is good for
 * the indicator (where none is: from B towards T):
 *   reached      conf_low of F >= T           not reached  conf_high of F < T
 *   unclear      otherwise;  "possibly" where the cell has fewer than FEW_VILLAGES villages.
 * F and B are levels of everybody in each round, as in estimates.csv, since a target is a level.
 * Progress is (F - B) / (T - B) with Fieller's interval (stat/ratio.h). Variances of B, F and
 * F - B come from the headline's method (CR2, or the survey design), so villages that are in both
 * rounds count as such: cov(F - B, T - B) = (V_B - V_F + V_F-B) / 2; df are those of F - B.
 * It is refused as NO_DISTANCE where B is at T or beyond, and as UNBOUNDED where |T - B| < 2 SE(B)
 * or Fieller's set has no end; what is said of the target stands then.
 */
struct progress progress_of(
	const struct samples *samples, const struct target *target, const char *arm);

enum progress_column {
	PROGRESS_GOAL,
	PROGRESS_INDICATOR,
	PROGRESS_LABEL_ID,
	PROGRESS_LABEL_EN,
	PROGRESS_TYPE,
	PROGRESS_UNIT,
	PROGRESS_ROUND_FROM,
	PROGRESS_ROUND_TO,
	PROGRESS_ARM,
	PROGRESS_GROUP,
	PROGRESS_GROUP_VALUE,
	PROGRESS_SAMPLE,
	PROGRESS_N_FROM,
	PROGRESS_N_TO,
	PROGRESS_CLUSTERS,
	PROGRESS_VALUE_FROM,
	PROGRESS_VALUE_TO,
	PROGRESS_STD_ERROR,
	PROGRESS_DF,
	PROGRESS_CONF_LOW,
	PROGRESS_CONF_HIGH,
	PROGRESS_DIRECTION,
	PROGRESS_TARGET,
	PROGRESS_PROGRESS,
	PROGRESS_PROGRESS_LOW,
	PROGRESS_PROGRESS_HIGH,
	PROGRESS_VERDICT,
	PROGRESS_PHRASE_ID,
	PROGRESS_PHRASE_EN,
	PROGRESS_EXPLANATION,
	PROGRESS_PLANNED,
	PROGRESS_STATUS,
	PROGRESS_NOTE_ID,
	PROGRESS_NOTE_EN,
	PROGRESS_COLUMN_COUNT
};

/* The columns of progress.csv, ended by a NULL name; and the row. */
extern const struct column progress_columns[PROGRESS_COLUMN_COUNT + 1];
void progress_put(const struct progress *progress);

#endif
