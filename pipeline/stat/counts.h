/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Medians, quantiles and shares from a table of distinct values and how often each occurs. */
#ifndef STAT_COUNTS_H
#define STAT_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stat/status.h"

/* One distinct value in units of 1/scale and the number of people who gave it (>= 0). Every
 * function takes an array in strictly ascending order of value; missing values are not in it. */
struct value_count {
	int64_t value;
	int64_t count;
};

/* Whether values ascend strictly, no count is negative and their sum fits into 63 bits. */
bool counts_are_sound(const struct value_count *counts, size_t size);

/* The sum of the counts. */
int64_t counts_total(const struct value_count *counts, size_t size);

/* The value of the person at `rank` (0 = the smallest) in units of 1/scale; 0 <= rank < total. */
int64_t counts_at_rank(const struct value_count *counts, size_t size, int64_t rank);

/*
 * The quantile at probability numerator / denominator (both integers, so that 1/4 or 99/100 is
 * exact; 0 <= numerator <= denominator <= 1000000) by the definition of Hyndman and Fan's type 7,
 * R's default: with h = (n - 1) p, x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]),
 * evaluated in integers and rounded once. NaN without any value or for a bad probability.
 */
double counts_quantile(const struct value_count *counts, size_t size, int64_t scale,
	int64_t numerator, int64_t denominator);

/* counts_quantile at 1/2. */
double counts_median(const struct value_count *counts, size_t size, int64_t scale);

struct counts_summary {
	int64_t n;
	int64_t below_zero;
	int64_t zero;
	int64_t above_zero;
	double minimum; /* in the indicator's units; NaN without any value, as the two below */
	double median;
	double maximum;
	enum stat_status status; /* TOO_FEW without any value */
};

struct counts_summary counts_summarise(
	const struct value_count *counts, size_t size, int64_t scale);

#endif
