/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pearson's correlation with Fisher's interval. */
#ifndef STAT_CORRELATION_H
#define STAT_CORRELATION_H

#include <stddef.h>

#include "stat/status.h"

struct correlation {
	double r;
	double conf_low, conf_high;
	enum stat_status status;
};

/*
 * r = sum (x - xbar)(y - ybar) / sqrt(sum (x - xbar)^2 sum (y - ybar)^2) of `n` pairs, with the
 * interval tanh(atanh r -+ z / sqrt(n - 3)), z = normal quantile of (1 + confidence) / 2 (Fisher
 * 1921; R's cor.test). Where r is 1 or -1 so are both limits.
 *
 * Status, the first that applies, with all numbers NaN: BAD_INPUT (a value that is not finite, a
 * confidence outside (0, 1)); TOO_FEW (n < 4); ZERO_VAR (x or y does not vary by more than 1e-12 of
 * its largest value).
 */
struct correlation correlation_fisher(
	const double *x, const double *y, size_t n, double confidence);

#endif
