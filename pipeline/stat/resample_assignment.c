/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Randomisation inference: every way, or many ways, of dealing clusters out to arms. */
#include <math.h>

#include "stat/resample.h"

struct deal {
	struct assigned_cluster *clusters;
	size_t count, ends;
};

/* Sums become sums about the mean of their end, which no difference notices. */
static void centre(const struct deal *deal)
{
	size_t end, i;

	for (end = 0; end < deal->ends; end++) {
		double n = 0, sum = 0;

		for (i = 0; i < deal->count; i++) {
			n += deal->clusters[i].n[end];
			sum += deal->clusters[i].sum[end];
		}
		for (i = 0; n > 0 && i < deal->count; i++)
			deal->clusters[i].sum[end] -= deal->clusters[i].n[end] * (sum / n);
	}
}

/* The size of the difference between arms; infinite where one has no people. */
static double difference(const struct deal *deal)
{
	double n[2][2] = { { 0 } }, sum[2][2] = { { 0 } }, result = 0;
	size_t i, end;

	for (i = 0; i < deal->count; i++) {
		const struct assigned_cluster *cluster = &deal->clusters[i];

		for (end = 0; end < deal->ends; end++) {
			n[cluster->treated][end] += cluster->n[end];
			sum[cluster->treated][end] += cluster->sum[end];
		}
	}
	for (end = 0; end < deal->ends; end++) {
		if (n[0][end] <= 0 || n[1][end] <= 0)
			return (double)INFINITY;
		result = sum[1][end] / n[1][end] - sum[0][end] / n[0][end] - result;
	}
	return fabs(result);
}

static size_t end_of_stratum(const struct deal *deal, size_t first)
{
	size_t last = first;

	while (last < deal->count && deal->clusters[last].stratum == deal->clusters[first].stratum)
		last++;
	return last;
}

static void swap(const struct deal *deal, size_t i, size_t j)
{
	bool treated = deal->clusters[i].treated;

	deal->clusters[i].treated = deal->clusters[j].treated;
	deal->clusters[j].treated = treated;
}

static void reverse(const struct deal *deal, size_t first, size_t last)
{
	for (; first + 1 < last; first++, last--)
		swap(deal, first, last - 1);
}

/* The next arrangement of a stratum in lexicographic order; false, and back at the first one, after
 * the last. */
static bool next_in_stratum(const struct deal *deal, size_t first, size_t last)
{
	size_t i = last, j = last;

	for (i = last - 1; i > first; i--)
		if (!deal->clusters[i - 1].treated && deal->clusters[i].treated)
			break;
	if (i == first) {
		reverse(deal, first, last);
		return false;
	}
	for (j = last; !deal->clusters[j - 1].treated; j--)
		;
	swap(deal, i - 1, j - 1);
	reverse(deal, i, last);
	return true;
}

static bool next_way(const struct deal *deal)
{
	size_t first, last;

	for (first = 0; first < deal->count; first = last) {
		last = end_of_stratum(deal, first);
		if (next_in_stratum(deal, first, last))
			return true;
	}
	return false;
}

/* Fisher and Yates within each stratum. */
static void draw_way(const struct deal *deal, struct random_stream *random)
{
	size_t first, last, i;

	for (first = 0; first < deal->count; first = last) {
		last = end_of_stratum(deal, first);
		for (i = last - first; i > 1; i--)
			swap(deal, first + i - 1, first + (size_t)random_below(random, i));
	}
}

/* How many ways there are, and whether the mirror image of each is one. */
static double count_ways(const struct deal *deal, bool *mirrored)
{
	size_t first, last, i;
	double ways = 1;

	*mirrored = true;
	for (first = 0; first < deal->count; first = last) {
		size_t treated = 0;

		last = end_of_stratum(deal, first);
		for (i = first; i < last; i++)
			treated += deal->clusters[i].treated;
		for (i = 1; i <= treated; i++)
			ways *= (double)(last - first - treated + i) / (double)i;
		*mirrored = *mirrored && 2 * treated == last - first;
	}
	return nearbyint(ways);
}

struct resampled resample_assignment(struct assigned_cluster *clusters, size_t count, size_t ends,
	struct random_stream random, int64_t draws)
{
	const struct deal deal = { clusters, count, ends };
	struct resampled result = { .p_value = (double)NAN, .clusters = count };
	int64_t extreme = 0, i;
	double observed, ways;
	bool mirrored;

	centre(&deal);
	observed = difference(&deal);
	ways = count_ways(&deal, &mirrored);
	result.attainable = (mirrored ? 2 : 1) / ways;
	result.status = isinf(observed) ? STAT_TOO_FEW : ways < 2 ? STAT_ONE_WAY : STAT_OK;
	if (result.status != STAT_OK) {
		result.attainable = (double)NAN;
		return result;
	}
	result.enumerated = ways <= ASSIGNMENT_LIMIT;
	result.draws = result.enumerated ? (int64_t)ways : draws;
	for (i = 0; i < result.draws; i++) {
		if (result.enumerated)
			next_way(&deal); /* a cycle, whichever way it begins with */
		else
			draw_way(&deal, &random);
		extreme += difference(&deal) >= observed * (1 - 1e-9);
	}
	if (!result.enumerated)
		result.attainable = fmax(result.attainable, 1 / (1 + (double)draws));
	result.p_value = result.enumerated ? (double)extreme / ways
					   : (1 + (double)extreme) / (1 + (double)draws);
	return result;
}
