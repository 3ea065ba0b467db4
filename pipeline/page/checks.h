/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the other looks at a headline say: other methods, and the people who are missing. */
#ifndef PAGE_CHECKS_H
#define PAGE_CHECKS_H

#include "drawing/headline.h"

/*
 * The checks of comparisons.csv and few_villages.csv (each --with) beside a headline: same contrast,
 * arm and rounds, everybody. Where the study has villages, those that ignore them are left out.
 * A check agrees where the headline's own p is below 1 - confidence, with it and in the same
 * direction; else where its p is not. One that could not come below with so few villages
 * (p_attainable) says nothing.
 */
struct checks {
	double p;   /* of the headline, unadjusted; NaN where it has none */
	bool clear; /* p is below 1 - confidence */
	size_t agree, differ, mute;
	struct text others; /* which differ */
	const char *source; /* rows of those that differ; else of the headline */
};
struct checks checks_of(const struct headline *headline);
struct text checks_text(const struct checks *checks);

/* Whether rise or fall survives, by bounds.csv (--with). */
enum survival {
	SURVIVAL_UNKNOWN,
	SURVIVAL_WORST,     /* even in the worst case */
	SURVIVAL_MILD,      /* under milder assumptions, not in the worst case */
	SURVIVAL_UNBOUNDED, /* likewise; a worst case there is not, as for amounts */
	SURVIVAL_NONE,
	SURVIVAL_COUNT
};

struct missing_people {
	enum survival survival;
	double lost;        /* share of those with the earlier value; the larger one of two arms */
	const char *source; /* the row that decides */
};
struct missing_people missing_people_of(const struct headline *headline);

/* A headline that is not clear has no direction to lose. */
struct text missing_people_text(const struct missing_people *people, const struct checks *checks);

#endif
