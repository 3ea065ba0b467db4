/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ratio of two estimates with Fieller's interval. */
#ifndef STAT_RATIO_H
#define STAT_RATIO_H

#include "stat/status.h"

/* Two estimates of the same data and how they vary together. */
struct ratio_parts {
	double numerator, denominator;
	double var_numerator, var_denominator; /* squared standard errors; 0 where one is fixed */
	double covariance;
	double df; /* of t; infinite for the normal distribution */
};

struct ratio {
	double ratio; /* numerator / denominator */
	double conf_low, conf_high;
	enum stat_status status;
};

/*
 * The ratio R = N / D with the set of all r for which N - r D cannot be told from 0 at this
 * confidence, t = t(df, (1 + confidence) / 2):
 *   (N - r D)^2 <= t^2 (V_N - 2 r C + r^2 V_D)
 * With a = D^2 - t^2 V_D, b = N D - t^2 C, c = N^2 - t^2 V_N its limits are
 * (b -+ sqrt(b^2 - a c)) / a where a > 0 (Fieller 1954). Where a <= 0 the denominator itself cannot
 * be told from 0 and the set is the whole line, or all but a stretch of it: refused.
 *
 * Status, the first that applies, with all numbers NaN: BAD_INPUT (a number that is not finite, df
 * <= 0, confidence outside (0, 1), a negative variance); UNBOUNDED. ZERO_VAR, where neither part
 * varies: the ratio stands, its limits are NaN.
 */
struct ratio ratio_fieller(const struct ratio_parts *parts, double confidence);

#endif
