/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wild cluster bootstrap and the sign-flip test from sums by cluster and cell. */
#include <math.h>

#include "stat/cells.h"
#include "stat/resample.h"

/* Cells and clusters. A cluster's row of `work`: its contribution D_g to the contrast, then for each
 * cell its share n_gk / N_k and its deviation (S_gk - n_gk mu_k) / N_k. */
struct flips {
	const double *weight;
	size_t cells, clusters;
	double n[CLUSTER_MAX_CELLS];
	struct exact sum[CLUSTER_MAX_CELLS];
	struct exact people[CLUSTER_MAX_CELLS];
	struct cell_reach reach[CLUSTER_MAX_CELLS];
	double estimate;
	double lift[CLUSTER_MAX_CELLS]; /* m_k - mu_k */
	double *work;
	bool studentised;
};

static double *row_of(const struct flips *flips, size_t cluster)
{
	return flips->work + cluster * (1 + 2 * flips->cells);
}

static enum stat_status add_parts(
	struct flips *flips, const struct cluster_cell *parts, size_t count)
{
	size_t last[CLUSTER_MAX_CELLS], i;

	for (i = 0; i < count; i++) {
		size_t k = parts[i].cell;
		struct cell_reach *reach;

		if (k >= flips->cells || parts[i].n < 0)
			return STAT_BAD_INPUT;
		if (parts[i].n == 0 || !cell_takes_part(flips->weight[k]))
			continue;
		reach = &flips->reach[k];
		if (exact_add(flips->sum[k], parts[i].sum, &flips->sum[k]) != STAT_OK)
			return STAT_OVERFLOW;
		reach->n += parts[i].n;
		if (reach->clusters == 0)
			reach->first = parts[i].cluster;
		reach->clusters += reach->clusters == 0 || last[k] != parts[i].cluster;
		last[k] = parts[i].cluster;
	}
	return cells_judge(flips->weight, flips->reach, flips->cells);
}

/* What the null hypothesis makes of the cells. */
static void restrict_cells(struct flips *flips, int64_t scale)
{
	double spread = 0;
	size_t k;

	for (k = 0; k < flips->cells; k++) {
		flips->n[k] = (double)flips->reach[k].n;
		flips->people[k] = exact_from_int64(flips->reach[k].n);
		if (cell_takes_part(flips->weight[k]))
			spread += flips->weight[k] * flips->weight[k] / flips->n[k];
	}
	flips->estimate =
		cells_contrast(flips->weight, flips->sum, flips->people, flips->cells, scale);
	for (k = 0; k < flips->cells; k++)
		flips->lift[k] = cell_takes_part(flips->weight[k])
			? flips->weight[k] / flips->n[k] * flips->estimate / spread
			: 0;
}

/* Adds a part to its cluster's row: S_gk - n_gk m_k is (N_k S_gk - n_gk S_k) / N_k. */
static enum stat_status add_to_row(
	const struct flips *flips, double *row, const struct cluster_cell *part, int64_t scale)
{
	size_t k = part->cell;
	struct exact own, expected;
	double share = (double)part->n / flips->n[k], deviation;

	if (exact_multiply(flips->people[k], part->sum, &own) != STAT_OK ||
		exact_multiply_int64(flips->sum[k], part->n, &expected) != STAT_OK ||
		exact_subtract(own, expected, &own) != STAT_OK)
		return STAT_OVERFLOW;
	deviation = exact_ratio(own, flips->people[k]) / (double)scale / flips->n[k] +
		share * flips->lift[k];
	row[0] += flips->weight[k] * deviation;
	row[1 + 2 * k] += share;
	row[2 + 2 * k] += deviation;
	return STAT_OK;
}

static enum stat_status fill_rows(
	struct flips *flips, const struct cluster_cell *parts, size_t count, int64_t scale)
{
	size_t last = 0, i, k;

	for (i = 0; i < count; i++) {
		double *row;

		if (parts[i].n == 0 || !cell_takes_part(flips->weight[parts[i].cell]))
			continue;
		if (flips->clusters == 0 || parts[i].cluster != last) {
			row = row_of(flips, flips->clusters++);
			for (k = 0; k < 1 + 2 * flips->cells; k++)
				row[k] = 0;
		}
		last = parts[i].cluster;
		if (add_to_row(flips, row_of(flips, flips->clusters - 1), &parts[i], scale) !=
			STAT_OK)
			return STAT_OVERFLOW;
	}
	return STAT_OK;
}

/* ---- signs ---- */

/* All plus; the bits of a pattern; or drawn, 64 at a time. */
struct signs {
	struct random_stream random;
	bool drawn;
	uint64_t word;
	unsigned left;
};

static double next_sign(struct signs *signs)
{
	bool minus;

	if (signs->left == 0) {
		signs->word = signs->drawn ? random_bits(&signs->random) : 0;
		signs->left = 64;
	}
	minus = signs->word & 1;
	signs->word >>= 1;
	signs->left--;
	return minus ? -1 : 1;
}

/* The contrast with its clusters' signs flipped, and the sum of squared influence totals. */
struct flipped {
	double size, variance;
};

static struct flipped flip(const struct flips *flips, struct signs *signs)
{
	struct signs again = *signs;
	struct flipped result = { 0, 0 };
	double shift[CLUSTER_MAX_CELLS] = { 0 };
	size_t g, k;

	for (g = 0; g < flips->clusters; g++) {
		const double *row = row_of(flips, g);
		double sign = next_sign(signs);

		result.size += sign * row[0];
		for (k = 0; k < flips->cells; k++)
			shift[k] += sign * row[2 + 2 * k];
	}
	for (g = 0; flips->studentised && g < flips->clusters; g++) {
		const double *row = row_of(flips, g);
		double total = next_sign(&again) * row[0];

		for (k = 0; k < flips->cells; k++)
			total -= flips->weight[k] * shift[k] * row[1 + 2 * k];
		result.variance += total * total;
	}
	result.size = fabs(result.size);
	return result;
}

/* size / sqrt variance against the same of what was observed, without division. */
static bool extreme(const struct flips *flips, struct flipped observed, struct flipped now)
{
	const double nearly = 1 - 1e-9;

	if (!flips->studentised)
		return now.size >= observed.size * nearly;
	return now.size * sqrt(observed.variance) >= observed.size * sqrt(now.variance) * nearly;
}

static void go_through(const struct flips *flips, struct flipped observed,
	struct random_stream random, struct resampled *result)
{
	struct signs signs = { .random = random, .drawn = !result->enumerated };
	int64_t count = 0, i;

	for (i = 0; i < result->draws; i++) {
		signs.word = (uint64_t)i;
		signs.left = result->enumerated ? 64 : 0;
		count += extreme(flips, observed, flip(flips, &signs));
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
		.work = work,
		.studentised = statistic == FLIP_T };
	struct resampled result = { .p_value = (double)NAN, .attainable = (double)NAN };
	struct signs plus = { .drawn = false };
	struct flipped observed;

	result.status = cell_count < 1 || cell_count > CLUSTER_MAX_CELLS || scale < 1
		? STAT_BAD_INPUT
		: add_parts(&flips, parts, part_count);
	if (result.status != STAT_OK)
		return result;
	restrict_cells(&flips, scale);
	result.status = fill_rows(&flips, parts, part_count, scale);
	result.clusters = flips.clusters;
	if (result.status != STAT_OK)
		return result;
	observed = flip(&flips, &plus);
	if (flips.studentised && sqrt(observed.variance) <= 1e-12 * fmax(1, observed.size)) {
		result.status = STAT_ZERO_VAR;
		return result;
	}
	result.enumerated = flips.clusters <= FLIP_CLUSTERS;
	result.draws = result.enumerated ? (int64_t)1 << flips.clusters : draws;
	result.attainable = ldexp(1, 1 - (int)flips.clusters);
	if (!result.enumerated)
		result.attainable = fmax(result.attainable, 1 / (1 + (double)draws));
	go_through(&flips, observed, random, &result);
	return result;
}
