/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wild cluster bootstrap and the sign-flip test from sums by cluster and cell. */
#include <math.h>

#include "stat/flips.h"
#include "stat/resample.h"

/* The bits of a pattern; or drawn, 64 at a time. */
struct signs {
	struct random_stream random;
	bool drawn;
	uint64_t word;
	unsigned left;
};

static void next_signs(struct signs *signs, double *sign, size_t clusters)
{
	size_t g;

	for (g = 0; g < clusters; g++) {
		if (signs->left == 0) {
			signs->word = signs->drawn ? random_bits(&signs->random) : 0;
			signs->left = 64;
		}
		sign[g] = signs->word & 1 ? -1 : 1;
		signs->word >>= 1;
		signs->left--;
	}
}

/* size / sqrt variance against the same of what was observed, without division. */
static bool extreme(const struct flips *flips, struct flipped observed, struct flipped now)
{
	const double nearly = 1 - 1e-9;

	if (!flips->studentised)
		return now.size >= observed.size * nearly;
	return now.size * sqrt(observed.variance) >= observed.size * sqrt(now.variance) * nearly;
}

static void go_through(const struct flips *flips, struct flipped observed, double *sign,
	struct random_stream random, struct resampled *result)
{
	struct signs signs = { .random = random, .drawn = !result->enumerated };
	int64_t count = 0, i;

	for (i = 0; i < result->draws; i++) {
		if (result->enumerated) {
			signs.word = (uint64_t)i;
			signs.left = 64;
		}
		next_signs(&signs, sign, flips->clusters);
		count += extreme(flips, observed, flips_turn(flips, sign));
	}
	result->p_value = result->enumerated ? (double)count / (double)result->draws
					     : (1 + (double)count) / (1 + (double)result->draws);
}

struct resampled resample_signs(const struct cluster_cell *parts, size_t part_count,
	const double *weight, size_t cell_count, int64_t scale, enum flip_statistic statistic,
	struct random_stream random, int64_t draws, double *work)
{
	struct flips flips = { .weight = weight,
		.cells = cell_count,
		.studentised = statistic == FLIP_T,
		.rows = work };
	struct resampled result = { .p_value = (double)NAN, .attainable = (double)NAN };
	struct signs plus = { .drawn = false };
	struct flipped observed;
	double *sign;

	result.status = flips_prepare(&flips, parts, part_count, scale);
	result.clusters = flips.clusters;
	if (result.status != STAT_OK)
		return result;
	sign = work + flips.clusters * (1 + 2 * cell_count);
	next_signs(&plus, sign, flips.clusters);
	observed = flips_turn(&flips, sign);
	if (flips.studentised && flipped_constant(observed)) {
		result.status = STAT_ZERO_VAR;
		return result;
	}
	result.enumerated = flips.clusters <= FLIP_CLUSTERS;
	result.draws = result.enumerated ? (int64_t)1 << flips.clusters : draws;
	result.attainable = flips_attainable(&flips);
	if (!result.enumerated)
		result.attainable = fmax(result.attainable, 1 / (1 + (double)draws));
	go_through(&flips, observed, sign, random, &result);
	return result;
}
