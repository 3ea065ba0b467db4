/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the members of an index say the same thing: Cronbach's alpha and what each member does to it. */
#ifndef STAT_RELIABILITY_H
#define STAT_RELIABILITY_H

#include <stddef.h>
#include <stdint.h>

#include "stat/status.h"

struct reliability {
	double alpha; /* may be negative */
	double conf_low, conf_high;
	enum stat_status status;
};

/*
 * alpha = k / (k - 1) (1 - sum of variances / variance of the sum) of `count` items from their
 * covariances over `n` people with all of them, row by row (R's psych::alpha), and Feldt's interval
 * 1 - (1 - alpha) F of (n - 1, (n - 1)(k - 1)) at (1 +- confidence) / 2 (Feldt, Woodruff and Salih
 * 1987). Status: TOO_FEW with fewer than two items or people, ZERO_VAR if the sum or an item does not
 * vary, BAD_INPUT if a covariance is not finite.
 */
struct reliability reliability_alpha(
	const double *covariance, size_t count, int64_t n, double confidence);

/* Alpha of the other items; NaN if they are fewer than two or their sum does not vary. */
double reliability_without(const double *covariance, size_t count, size_t item);

/* The correlation of an item with the sum of the others; NaN if either does not vary. */
double reliability_item_rest(const double *covariance, size_t count, size_t item);

#endif
