/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An estimate with its standard error, t-test and interval: the shape of every contrast. */
#ifndef STAT_CONTRAST_H
#define STAT_CONTRAST_H

#include <stddef.h>

#include "stat/status.h"

/* With a status other than ok only estimate, clusters and df may be filled; all else is NaN, and so
 * is the estimate itself where a compared cell is empty. */
struct contrast {
	double estimate;
	double std_error;
	double statistic; /* estimate / std_error unless the function says otherwise */
	double df;
	double p_value; /* two-sided */
	double conf_low;
	double conf_high;
	size_t clusters; /* clusters that took part; 0 where none are used */
	enum stat_status status;
};

/*
 * Completes a contrast from its estimate, standard error and degrees of freedom: t = estimate / SE
 * on t(df), interval estimate -+ t(df, (1 + confidence) / 2) SE. `confidence` in (0, 1).
 * Status: ZERO_VAR if SE <= 1e-12 max(1, |estimate|); DF<1 if df < 1 (by more than rounding);
 * BAD_INPUT if estimate or SE is NaN or infinite or the confidence is out of range.
 */
struct contrast contrast_complete(double estimate, double std_error, double df, double confidence);

/* A refused contrast: this estimate (may be NaN) and status, everything else NaN, no clusters. */
struct contrast contrast_refuse(double estimate, enum stat_status status);

#endif
