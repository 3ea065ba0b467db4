/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statistics of distributions.csv: shares, quantiles, winsorised means, Gini, over-dispersion. */
#ifndef SPREAD_STATISTIC_H
#define SPREAD_STATISTIC_H

#include "result/status.h"
#include "spread/cell.h"

/* With a status other than ok only the estimate may stand. */
struct statistic {
	double estimate, std_error, df, conf_low, conf_high; /* NaN where there is none */
	const char *method;
	enum result_status status;
	struct text refusal; /* in place of the status's own note, where it says more */
	struct text note;
};

/*
 * The share of people with a value from low to high (units of 1/scale). With villages or a survey
 * design a mean of 0 and 1 (cell_mean) with limits on the logit scale (cr2_logit, survey_logit);
 * else Wilson's (wilson). NO_EVENTS, estimate kept, where nobody or everybody is in it and villages
 * or weights count; Wilson's limits stand.
 */
struct statistic statistic_share(const struct cell *cell, int64_t low, int64_t high);

/* The mean by CR2 over villages or the survey design (cell_mean), with limits from t (cr2_t,
 * survey_t); people are villages of their own where there are none. */
struct statistic statistic_mean(const struct cell *cell);

/*
 * The quantile at numerator/denominator: type 7, with weights the inverse of the weighted
 * distribution function. With villages or a survey design the limits are Woodruff's: those of the
 * share at or below the estimate, estimate -+ t SE, taken back through the same definition
 * (cr2_woodruff, survey_woodruff), and the standard error is their distance over 2 t; without,
 * order statistics (order_statistics). A limit is left out where the share's lies beyond 0 or 1,
 * and where fewer than FEWEST_BEYOND people lie at it or beyond, since it would be a single
 * person's value; so is the estimate, with TOO_FEW.
 */
enum { FEWEST_BEYOND = 3 };
struct statistic statistic_quantile(
	const struct cell *cell, int64_t numerator, int64_t denominator);

/* Where values are cut off: the 1st and 99th percentile of everybody in the first round that has
 * values, all arms, unweighted, type 7, in units of 1/(100 scale). */
struct cut {
	bool known;
	size_t round;
	int128 low, high;
};
struct cut cut_of(const struct people *people, size_t indicator, const struct division *everybody);

/* The mean after what lies beyond the cut was brought to it. */
struct statistic statistic_winsorised(const struct cell *cell, const struct cut *cut);

/* Gini and variance over mean (stat/spread.h) with the jackknife over villages, without them over
 * people; strata are left out, which a note says. Gini is refused with NEGATIVE. */
struct statistic statistic_gini(const struct cell *cell);
struct statistic statistic_variance_ratio(const struct cell *cell);

#endif
