/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rounds that a trend runs through, and how far apart they lie. */
#ifndef TREND_COURSE_H
#define TREND_COURSE_H

#include "people/people.h"
#include "result/status.h"
#include "stat/trend.h"

/* Rounds in which an indicator has a value of anybody, in the order of rounds.csv. */
struct course {
	size_t count;
	size_t rounds[TREND_MAX_ROUNDS];
	int64_t days[TREND_MAX_ROUNDS];
	int64_t c[TREND_MAX_ROUNDS]; /* stat/trend.h */
	double per_year;             /* a slope a year is per_year sum_r c_r y_r */
	double years;                /* from the first round to the last */
	bool too_early;              /* the last round comes before the indicator's lag is over */
	enum result_status status;   /* ok, NO_TREND, TOO_FEW_ROUNDS, TOO_MANY_ROUNDS, NO_DATES */
	struct text note;            /* rounds that were left out; too early */
};

/* A year has 365.25 days (trend/day.h). NO_DATES where a round has no date, one that the calendar does not have, or
 * one that is not after the round before. A harm is never too early (verdict). */
struct course course_of(const struct people *people, size_t indicator);

#endif
