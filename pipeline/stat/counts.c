/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order statistics of a value table by walking its cumulative counts. */
#include "stat/counts.h"

#include <math.h>

#include "stat/exact.h"

bool counts_are_sound(const struct value_count *counts, size_t size)
{
	int64_t total = 0;

	for (size_t i = 0; i < size; i++) {
		if (counts[i].count < 0 || counts[i].count > INT64_MAX - total)
			return false;
		if (i > 0 && counts[i].value <= counts[i - 1].value)
			return false;
		total += counts[i].count;
	}
	return true;
}

int64_t counts_total(const struct value_count *counts, size_t size)
{
	int64_t total = 0;

	for (size_t i = 0; i < size; i++)
		total += counts[i].count;
	return total;
}

int64_t counts_at_rank(const struct value_count *counts, size_t size, int64_t rank)
{
	size_t i = 0;

	while (i + 1 < size && rank >= counts[i].count)
		rank -= counts[i++].count;
	return counts[i].value;
}

double counts_quantile(const struct value_count *counts, size_t size, int64_t scale,
	int64_t numerator, int64_t denominator)
{
	const int64_t finest = 1000000;
	int64_t n = counts_total(counts, size);
	int128 place;
	int64_t rank;
	int64_t part;
	int128 low;
	int128 high;

	if (n < 1 || scale < 1 || numerator < 0 || numerator > denominator)
		return (double)NAN;
	if (denominator < 1 || denominator > finest)
		return (double)NAN;
	place = (int128)(n - 1) * numerator;
	/* n < 2^43 keeps this product within 64 bits, and no survey comes near */
	if (place > INT64_MAX)
		return (double)NAN;
	rank = (int64_t)place / denominator;
	part = (int64_t)place % denominator;
	low = counts_at_rank(counts, size, rank);
	high = part > 0 ? counts_at_rank(counts, size, rank + 1) : low;
	return exact_ratio(exact_from_int128(low * denominator + part * (high - low)),
		exact_from_int128((int128)denominator * scale));
}

double counts_median(const struct value_count *counts, size_t size, int64_t scale)
{
	return counts_quantile(counts, size, scale, 1, 2);
}

struct counts_summary counts_summarise(const struct value_count *counts, size_t size, int64_t scale)
{
	struct counts_summary summary = { .status = STAT_OK };

	for (size_t i = 0; i < size; i++) {
		summary.n += counts[i].count;
		if (counts[i].value < 0)
			summary.below_zero += counts[i].count;
		else if (counts[i].value > 0)
			summary.above_zero += counts[i].count;
		else
			summary.zero += counts[i].count;
	}
	summary.minimum = counts_quantile(counts, size, scale, 0, 1);
	summary.median = counts_median(counts, size, scale);
	summary.maximum = counts_quantile(counts, size, scale, 1, 1);
	if (summary.n < 1)
		summary.status = STAT_TOO_FEW;
	return summary;
}
