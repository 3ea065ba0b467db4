/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a study's own data say of the survey to come: spreads, likeness, loss. */
#ifndef RESULT_PLANNING_H
#define RESULT_PLANNING_H

#include "result/sample.h"
#include "result/status.h"
#include "stat/power.h"

struct planning {
	struct power_spread spread;
	double share;           /* of everybody in the later round, of shares */
	double std_dev;         /* of people in a round, within arms */
	double icc;             /* of what is analysed: of changes in a panel, else of levels */
	double autocorrelation; /* of people in a panel; NaN otherwise */
	double attrition;       /* share of people lost from round to round; 0 unless a panel */
	enum result_status status;
};

/* Two groups whose shares are compared in one round, people of villages in each: what they detect beside
 * `share` (upwards or downwards), with the number of people divided by 1 + (people - 1) icc of levels;
 * power_share_told, df NaN. */
struct power_result planning_shares(const struct planning *planning, const struct power_plan *plan,
	bool up, double alpha, double power);

/* The villages (people where there are none) in each group that tell `other` from `share`; 0 where it is
 * no share, or `most` do not do. */
double planning_share_villages(const struct planning *planning, const struct power_plan *plan,
	double other, double alpha, double power, double most);

/* How alike people of a village are in one round. */
double planning_level_icc(const struct planning *planning);

/*
 * From two rounds and everybody in them, within arms, people counting the same. Variances between
 * and within villages by one-way analysis of variance in each arm, their mean squares pooled:
 *   within = MSW,  between = max(0, (MSB - MSW) / n0),  icc = (MSB - MSW) / (MSB + (n0 - 1) MSW)
 * A negative icc is shown and counts as 0 in a plan. Levels: the mean of both rounds. Changes of a
 * panel are those of people seen twice, autocorrelation 1 - var(change) / (2 var(level)); without a
 * panel people are new in each round (person_change = 2 person_level), and villages keep nothing
 * either (village_change = 2 village_level), which errs on the safe side. Without villages all
 * variance lies between people.
 */
struct planning planning_of(const struct samples *samples, size_t round_from, size_t round);

#endif
