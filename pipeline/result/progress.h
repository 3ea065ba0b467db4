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
	const char *arm;               /* NULL: all together */
	struct estimate before, after; /* at the baseline and in the target's round; everybody then */
	struct ratio way;              /* (after - before) / (target - before) */
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

/* The columns of progress.csv, ended by a NULL name; and the row. */
extern const struct column progress_columns[];
void progress_put(const struct progress *progress);

#endif
