/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two rates of independent Poisson counts. */
#ifndef STAT_RATE_H
#define STAT_RATE_H

#include <stdint.h>

#include "stat/status.h"

struct rate_ratio {
	double ratio; /* (events1 / people1) / (events0 / people0); infinite where events0 is 0 */
	double conf_low; /* 0 where events1 is 0 */
	double conf_high;
	double p_value; /* two-sided */
	enum stat_status status;
};

/*
 * The exact interval and test of a ratio of two rates, given how many events there are in all: the
 * first side's are binomial with p = R people1 / (R people1 + people0) (Przyborowski and Wilenski 1940),
 * so that R's limits follow from Clopper and Pearson's of p; the p value is the sum of the
 * probabilities that do not exceed the observed one by more than 1e-7 of it. R: poisson.test(c(events1,
 * events0), c(people1, people0)). Villages and over-dispersion are left out.
 * Status: BAD_INPUT for negative events, people <= 0 or a confidence outside (0, 1); NO_EVENTS where there
 * are none; OVERFLOW for 2^32 of them or more. All numbers are then NaN.
 */
struct rate_ratio rate_ratio_exact(
	int64_t events1, double people1, int64_t events0, double people0, double confidence);

#endif
