/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles, their limits by order statistics, limits of shares, and the jackknife. */
#include "stat/quantile.h"

#include <math.h>

#include "stat/compensated.h"
#include "stat/distribution.h"

double counts_quantile_at(const struct value_count *counts, size_t size, int64_t scale, double p)
{
	int64_t n = counts_total(counts, size);
	double place = (double)(n - 1) * p;
	double rank = floor(place);
	double low;
	double high;

	if (n < 1 || !(p >= 0 && p <= 1))
		return (double)NAN;
	low = (double)counts_at_rank(counts, size, (int64_t)rank);
	high = place > rank ? (double)counts_at_rank(counts, size, (int64_t)rank + 1) : low;
	return (low + (place - rank) * (high - low)) / (double)scale;
}

double weighted_quantile_at(const struct value_weight *values, size_t size, int64_t scale, double p)
{
	struct exact total = exact_from_int64(0);
	struct exact below = exact_from_int64(0);
	size_t i;

	for (i = 0; i < size; i++)
		if (exact_add(total, values[i].weight, &total) != STAT_OK)
			return (double)NAN;
	if (size == 0 || !(p >= 0 && p <= 1))
		return (double)NAN;
	for (i = 0; i < size; i++) {
		exact_add(below, values[i].weight, &below);
		if (i + 1 == size || exact_ratio(below, total) >= p)
			break;
	}
	return (double)values[i].value / (double)scale;
}

/* The smallest k with P(X <= k) >= probability. */
static int64_t binomial_quantile(double probability, int64_t n, double p)
{
	int64_t low = -1;
	int64_t high = n;

	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;

		if (binomial_below(middle, n, p) >= probability)
			high = middle;
		else
			low = middle;
	}
	return high;
}

struct rank_limits quantile_ranks(int64_t n, double p, double confidence)
{
	double tail = (1 - confidence) / 2;
	struct rank_limits ranks = { 0, 0 };

	if (n < 1 || !(p > 0 && p < 1) || !(confidence > 0 && confidence < 1))
		return ranks;
	ranks.low = binomial_quantile(tail, n, p);
	ranks.high = binomial_quantile(1 - tail, n, p) + 1;
	if (ranks.high > n)
		ranks.high = 0;
	return ranks;
}

bool counts_cut(const struct value_count *counts, size_t size, int64_t numerator,
	int64_t denominator, int128 *cut)
{
	int64_t n = counts_total(counts, size);
	int128 place = (int128)(n - 1) * numerator;
	int64_t rank = (int64_t)(place / denominator);
	int64_t part = (int64_t)(place % denominator);
	int128 low;
	int128 high;

	if (n < 1)
		return false;
	low = counts_at_rank(counts, size, rank);
	high = part > 0 ? counts_at_rank(counts, size, rank + 1) : low;
	*cut = low * denominator + part * (high - low);
	return true;
}

static double expit(double x)
{
	return 1 / (1 + exp(-x));
}

struct contrast share_limits(struct contrast share, double confidence)
{
	double p = share.estimate;
	double reach;

	if (share.status != STAT_OK || !(p > 0 && p < 1))
		return share;
	reach = t_quantile((1 + confidence) / 2, share.df) * share.std_error / (p * (1 - p));
	share.conf_low = expit(log(p / (1 - p)) - reach);
	share.conf_high = expit(log(p / (1 - p)) + reach);
	return share;
}

struct contrast jackknife(
	double estimate, const double *replicates, size_t count, double confidence)
{
	struct compensated sum = { 0, 0 };
	struct compensated squares = { 0, 0 };
	struct contrast result;
	double mean;
	double g = (double)count;

	for (size_t i = 0; i < count; i++)
		compensated_add(&sum, replicates[i]);
	mean = compensated_total(&sum) / g;
	if (count < 2 || isnan(mean)) {
		result = contrast_refuse(estimate, STAT_ONE_CLUSTER);
		result.clusters = count;
		return result;
	}
	for (size_t i = 0; i < count; i++)
		compensated_add(&squares, (replicates[i] - mean) * (replicates[i] - mean));
	result = contrast_complete(
		estimate, sqrt((g - 1) / g * compensated_total(&squares)), g - 1, confidence);
	result.clusters = count;
	return result;
}
