/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How gaps between groups changed, from the baseline to the last round, and what may be said of it. */
#ifndef DRAWING_EQUITY_H
#define DRAWING_EQUITY_H

#include "drawing/amount.h"

/* A mean in both rounds, and how many people stand behind it. */
struct equity_side {
	struct text label;
	double from, to;
	int64_t n_from, n_to;
};

/* One change of a gap: those in focus minus those compared with, in an arm that has the programme. */
struct equity {
	const struct indicator *indicator;
	const struct group *group;
	const char *arm, *value, *compared; /* compared: "" for all others of the group together */
	struct equity_side focal, others;
	double gap_from, gap_to, change, low, high;
	double did, did_low, did_high; /* beside the comparison arm; NaN without one */
	bool did_clear;
	bool excludes_zero; /* the interval of the change; with few villages that is not clear yet */
	bool few;           /* too few villages for anything to be clear */
	bool primary;       /* of its goal, against all others of the group */
	bool planned, suppressed;
	enum verdict_class class
		; /* up: those in focus gained ground; down: they lost some, which is
				     told however early */
	struct text note;
	size_t row, did_row; /* of gaps.csv, as a spreadsheet counts; did_row 0 without one */
	int64_t clusters;
};

/* Adds a row of gaps.csv (needed by gap_columns) if it tells how a gap changed since the baseline. */
void equity_add(const struct value *needed);

/* All of them by group, arm, goal and indicator, in the order of the study's tables. */
const struct equity *equities(size_t *count);

/* Whether it can be said how the gap changed. */
bool equity_clear(const struct equity *equity);

/* Whether the gap is wider at the end, whoever is ahead. */
bool equity_widened(const struct equity *equity);

/* Worse first: lost ground, changed, gained ground, not clear, refused; else as they stand. */
const struct equity **equities_worst_first(const struct equity *const *list, size_t count);

/* How numbers of an indicator are printed. */
struct amount equity_amount(const struct equity *equity);

/* Widened, narrowed, possibly so, not clear, too early to judge, cannot be judged. */
struct text equity_verdict(const struct equity *equity);

/* How many people there were: once, or in both rounds with an arrow between them. */
struct text equity_counted(const struct equity_side *side, const char *arrow);

/* The group's label, with the arm where there are several. */
struct text equity_group_label(const struct equity *equity, size_t arms);

/* How many programme arms the gaps are told of. */
size_t equity_arms(void);

/* The takeaway title: which gaps clearly widened, which narrowed; from a list of one row or more. */
struct text equity_title(const struct equity *const *list, size_t count);

/* What a clear change of a gap was, who lost or gained ground, and how that is in the comparison. */
struct text equity_sentence(const struct equity *equity, const struct scene *scene);

#endif
