/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning: what a t test of a given size can detect. Nothing here looks at an observed effect. */
#ifndef STAT_POWER_H
#define STAT_POWER_H

#include <stdbool.h>
#include <stddef.h>

/* P(T > t) for the noncentral t distribution with df degrees of freedom and noncentrality ncp, for
 * t >= 0 and 0 <= ncp <= 37, by Lenth's series (AS 243, 1989) with GSL's incomplete beta function;
 * absolute error below 1e-11. NaN outside. */
double noncentral_t_above(double t, double df, double ncp);

/* The noncentrality at which a two-sided t test at level alpha rejects on the right side with this
 * probability: P(T > t(df, 1 - alpha / 2)) = power, as R's power.t.test. The smallest detectable
 * difference is this times the standard error. NaN where df < 1, power is not in (alpha / 2, 1) or
 * none up to 37 does. */
double power_noncentrality(double df, double alpha, double power);

/* t(df, 1 - alpha / 2) + t(df, power): nearly the noncentrality, for any df above 0. Times the
 * standard error of a finished survey it is the smallest change that this could have detected
 * (Bloom 1995, Evaluation Review 19, 547-556). NaN where df <= 0 or a probability is not in (0, 1). */
double power_reach(double df, double alpha, double power);

/* How many people each of two groups takes, not rounded, for a two-sided test to tell these shares apart
 * with this power: ((z sqrt(2 m (1 - m)) + z' sqrt(p1 (1 - p1) + p2 (1 - p2))) / (p1 - p2))^2 with m the
 * mean of both shares, z and z' the normal quantiles of 1 - alpha / 2 and power (Fleiss, Levin and Paik
 * 2003; R's power.prop.test). NaN where the shares are equal or a probability is not in (0, 1); a share
 * itself may be 0 or 1. */
double power_share_people(double p1, double p2, double alpha, double power);

/* The other share, above the first or below it, that so many people a group just tell apart; NaN where none
 * up to 1, or down to 0, does. */
double power_share_told(double p, double people, bool above, double alpha, double power);

/* What people and villages vary by, on one scale: between villages and between people of one. */
struct power_spread {
	double village_level, person_level;   /* variances in one round */
	double village_change, person_change; /* variances of the change between two */
};

enum power_design { POWER_CHANGE, POWER_DID, POWER_ANCOVA, POWER_DESIGN_COUNT };

/* A survey to come: the same villages in both rounds, people of them with a value in both. */
struct power_plan {
	enum power_design design;
	double villages; /* in each arm; without villages: people, with people = 1 */
	double people;   /* in each village */
};

struct power_result {
	double std_error, df;
	double detectable;
};

/*
 * The standard error of a plan and the smallest change or difference that it detects. With
 * v_d = village_change + person_change / people the variance of a village's mean change, and
 * v_l = village_level + person_level / people that of its level:
 *   change   SE^2 = v_d / villages                         df = villages - 1
 *   did      SE^2 = 2 v_d / villages                       df = 2 villages - 2
 *   ancova   SE^2 = 2 (v_l - c^2 / v_l) / villages         df = 2 villages - 3
 * where c = v_l - v_d / 2 is the covariance of a village's means in both rounds (Donner and Klar
 * 2000; Teerenstra et al. 2012, Statistics in Medicine 31, 2169-2178). NaN where df < 1.
 * power_error leaves `detectable` NaN: power_noncentrality depends on df alone, and may be kept.
 */
struct power_result power_error(const struct power_spread *spread, const struct power_plan *plan);
struct power_result power_of(const struct power_spread *spread, const struct power_plan *plan,
	double alpha, double power);

/* The fewest villages (people where there are none) in each arm with which the plan, its own
 * `villages` aside, detects `difference`; 0 where `most` do not do. */
size_t power_villages(const struct power_spread *spread, const struct power_plan *plan,
	double difference, double alpha, double power, size_t most);

#endif
