/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines through rounds of uneven distance: contrasts of means, and shares that rise or fall. */
#ifndef STAT_TREND_H
#define STAT_TREND_H

#include <stddef.h>
#include <stdint.h>

#include "stat/status.h"

/* With a comparison arm each round is two cells of a contrast (cluster.h, design.h). */
enum { TREND_MAX_ROUNDS = 16 };

/*
 * The least-squares slope through one value a round, in whole numbers: with x_r the day of round r
 * and xbar their mean,
 *   sum_r (x_r - xbar) y_r / sum_r (x_r - xbar)^2 = per_day sum_r c_r y_r.
 * c_r are the numbers R x_r - sum x over their greatest common divisor, and add up to 0, so that
 * sums of c_r y_r over people stay exact. The slope of a person, the mean slope of people measured
 * in every round and the contrast of cell means all come from the same c_r.
 *
 * days      ascending strictly, 2 .. TREND_MAX_ROUNDS of them, apart by less than 10^6.
 * c         room for as many.
 * BAD_INPUT, with nothing written, otherwise.
 */
enum stat_status trend_coefficients(
	const int64_t *days, size_t rounds, int64_t *c, double *per_day);

/*
 * How a course bends: the coefficients q_r of 2 b in the least-squares parabola a + s x + b x^2 through one
 * value a round, x in days. sum_r q_r y_r is what the slope itself changes in a day, and 0 on a straight
 * line: with x about their mean and z_r = x_r^2 - x_r sum x^3 / sum x^2 - sum x^2 / R,
 * q_r = 2 z_r / sum z^2. days as above, three or more of them; BAD_INPUT, with nothing written, otherwise.
 */
enum stat_status trend_bend(const int64_t *days, size_t rounds, double *q);

struct trend_test {
	double chi2; /* one degree of freedom */
	double p_value;
	enum stat_status status;
};

/*
 * Cochran-Armitage: do shares events/people of independent samples rise or fall with their days?
 *   chi2 = (sum_r (x_r - n_r p) s_r)^2 / (p (1 - p) sum_r n_r (s_r - sbar)^2),
 * p = sum x / sum n, sbar = sum n s / sum n: R's prop.trend.test(events, people, days). People count
 * alike and villages are left out. TOO_FEW if a round has nobody; NO_EVENTS if nobody or everybody
 * has the attribute; BAD_INPUT for counts that no data can have or days that do not ascend.
 */
struct trend_test trend_of_shares(
	const int64_t *events, const int64_t *people, const int64_t *days, size_t rounds);

#endif
