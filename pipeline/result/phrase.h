/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be said of a result: its class, and its words in both languages. */
#ifndef RESULT_PHRASE_H
#define RESULT_PHRASE_H

#include "result/status.h"
#include "study/study.h"

/* What the design allows to say. */
enum design_level {
	LEVEL_CHANGED,      /* no comparison arm */
	LEVEL_CHANGED_MORE, /* a comparison arm that was not drawn by lot */
	LEVEL_EFFECT,       /* one that was */
	LEVEL_COUNT
};
extern const char *const design_level_names[LEVEL_COUNT];
enum design_level design_level(const struct study *study);

enum verdict_class {
	CLASS_UP,
	CLASS_DOWN,
	CLASS_CHANGED, /* rose or fell where neither is good */
	CLASS_UNCLEAR,
	CLASS_TOO_EARLY,
	CLASS_REFUSED,
	CLASS_COUNT
};
extern const char *const verdict_class_names[CLASS_COUNT];

enum phrase {
	PHRASE_CLEARLY_BETTER,  /* by more than what matters */
	PHRASE_BETTER_SOMEHOW,  /* by an uncertain amount */
	PHRASE_BETTER,          /* no amount that matters was agreed */
	PHRASE_POSSIBLY_BETTER, /* the interval says so, the adjusted test does not */
	PHRASE_SAME,            /* shown not to matter */
	PHRASE_UNCLEAR,
	PHRASE_POSSIBLY_WORSE,
	PHRASE_WORSE,
	PHRASE_CLEARLY_WORSE,
	PHRASE_ROSE, /* no direction is good */
	PHRASE_POSSIBLY_ROSE,
	PHRASE_POSSIBLY_FELL,
	PHRASE_FELL,
	PHRASE_BETTER_NOT_MORE, /* the arm got better, its difference from the comparison is unclear */
	PHRASE_BETTER_AS_WELL, /* likewise, and the comparison got better, too */
	PHRASE_WORSE_NOT_MORE,
	PHRASE_WORSE_AS_WELL,
	PHRASE_TOO_EARLY,
	PHRASE_REFUSED,
	PHRASE_COUNT
};

/*
 * Judges an estimate by its interval and its test. conf_low and conf_high are in the indicator's
 * own sense and turned here where down is good; mid is NaN where none was agreed; clear says that
 * the adjusted test (the unadjusted one where nothing was adjusted) rejects. On the good scale:
 *   low > mid            clearly better            high < -mid         clearly worse
 *   0 < low <= mid       better, size uncertain    -mid <= high < 0    worse
 *   -mid < low <= 0 <= high < mid                  no important change
 *   otherwise cannot tell; and "possibly" where the interval excludes 0 but the test is not clear.
 * Without mid only better, worse or cannot tell; without direction only rose, fell or cannot tell.
 */
enum phrase phrase_of(
	double conf_low, double conf_high, enum direction direction, double mid, bool clear);

/* With fewer villages in an arm than this a result is an indication at most. */
enum { FEW_VILLAGES = 5 };

/* What remains of a phrase where villages are few: nothing that is clear, nothing that is shown. */
enum phrase phrase_capped(enum phrase phrase);

/* What remains of an unclear difference in differences where the change of the arm itself is clear
 * (class up or down), by the class of the comparison arm's change: "better, but not shown to be more
 * than in comparison villages", or that these got better as well. Other phrases stay. */
enum phrase phrase_beside_changes(
	enum phrase phrase, enum verdict_class arm, enum verdict_class comparison);

enum verdict_class phrase_class(enum phrase phrase);

/* The words; `villages` says whether those compared with are villages. */
struct text phrase_text(enum phrase phrase, enum design_level level, bool villages);

#endif
