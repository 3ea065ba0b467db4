/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contrast under the null hypothesis, laid out by cluster so that clusters' signs can be flipped. */
#include "stat/flips.h"

#include <math.h>

#include "stat/cells.h"

/* What is only needed until the rows are filled. */
struct cells {
	double n[CLUSTER_MAX_CELLS];
	struct exact sum[CLUSTER_MAX_CELLS];
	struct exact people[CLUSTER_MAX_CELLS];
	struct cell_reach reach[CLUSTER_MAX_CELLS];
	double lift[CLUSTER_MAX_CELLS]; /* m_k - mu_k */
};

static double *row_of(const struct flips *flips, size_t cluster)
{
	return flips->rows + cluster * (1 + 2 * flips->cells);
}

static enum stat_status add_parts(const struct flips *flips, struct cells *cells,
	const struct cluster_cell *parts, size_t count)
{
	size_t last[CLUSTER_MAX_CELLS], i;

	for (i = 0; i < count; i++) {
		size_t k = parts[i].cell;
		struct cell_reach *reach;

		if (k >= flips->cells || parts[i].n < 0)
			return STAT_BAD_INPUT;
		if (parts[i].n == 0 || !cell_takes_part(flips->weight[k]))
			continue;
		reach = &cells->reach[k];
		if (exact_add(cells->sum[k], parts[i].sum, &cells->sum[k]) != STAT_OK)
			return STAT_OVERFLOW;
		reach->n += parts[i].n;
		if (reach->clusters == 0)
			reach->first = parts[i].cluster;
		reach->clusters += reach->clusters == 0 || last[k] != parts[i].cluster;
		last[k] = parts[i].cluster;
	}
	return cells_judge(flips->weight, cells->reach, flips->cells);
}

/* What the null hypothesis makes of the cells. */
static void restrict_cells(const struct flips *flips, struct cells *cells, int64_t scale)
{
	double spread = 0, estimate;
	size_t k;

	for (k = 0; k < flips->cells; k++) {
		cells->n[k] = (double)cells->reach[k].n;
		cells->people[k] = exact_from_int64(cells->reach[k].n);
		if (cell_takes_part(flips->weight[k]))
			spread += flips->weight[k] * flips->weight[k] / cells->n[k];
	}
	estimate = cells_contrast(flips->weight, cells->sum, cells->people, flips->cells, scale);
	for (k = 0; k < flips->cells; k++)
		cells->lift[k] = cell_takes_part(flips->weight[k])
			? flips->weight[k] / cells->n[k] * estimate / spread
			: 0;
}

/* Adds a part to its cluster's row: S_gk - n_gk m_k is (N_k S_gk - n_gk S_k) / N_k. */
static enum stat_status add_to_row(const struct flips *flips, const struct cells *cells,
	double *row, const struct cluster_cell *part, int64_t scale)
{
	size_t k = part->cell;
	struct exact own, expected;
	double share = (double)part->n / cells->n[k], deviation;

	if (exact_multiply(cells->people[k], part->sum, &own) != STAT_OK ||
		exact_multiply_int64(cells->sum[k], part->n, &expected) != STAT_OK ||
		exact_subtract(own, expected, &own) != STAT_OK)
		return STAT_OVERFLOW;
	deviation = exact_ratio(own, cells->people[k]) / (double)scale / cells->n[k] +
		share * cells->lift[k];
	row[0] += flips->weight[k] * deviation;
	row[1 + 2 * k] += share;
	row[2 + 2 * k] += deviation;
	return STAT_OK;
}

static void clear_rows(const struct flips *flips, size_t first, size_t last)
{
	double *row;

	for (row = row_of(flips, first); row < row_of(flips, last); row++)
		*row = 0;
}

/* Rows in the order of the parts, or by the clusters' own numbers. */
static enum stat_status fill_rows(struct flips *flips, const struct cells *cells,
	const struct cluster_cell *parts, size_t count, int64_t scale)
{
	bool numbered = flips->clusters > 0;
	size_t last = 0, i;

	if (numbered)
		clear_rows(flips, 0, flips->clusters);
	for (i = 0; i < count; i++) {
		if (parts[i].n == 0 || !cell_takes_part(flips->weight[parts[i].cell]))
			continue;
		if (flips->present == 0 || parts[i].cluster != last)
			flips->present++;
		last = parts[i].cluster;
		if (!numbered && flips->clusters < flips->present) {
			flips->clusters = flips->present;
			clear_rows(flips, flips->clusters - 1, flips->clusters);
		}
		if (add_to_row(flips, cells, row_of(flips, numbered ? last : flips->present - 1),
			    &parts[i], scale) != STAT_OK)
			return STAT_OVERFLOW;
	}
	return STAT_OK;
}

enum stat_status flips_prepare(
	struct flips *flips, const struct cluster_cell *parts, size_t count, int64_t scale)
{
	struct cells cells = { .n = { 0 } };
	enum stat_status status;

	flips->present = 0;
	if (flips->cells < 1 || flips->cells > CLUSTER_MAX_CELLS || scale < 1)
		return STAT_BAD_INPUT;
	status = add_parts(flips, &cells, parts, count);
	if (status != STAT_OK)
		return status;
	restrict_cells(flips, &cells, scale);
	return fill_rows(flips, &cells, parts, count, scale);
}

struct flipped flips_turn(const struct flips *flips, const double *sign)
{
	struct flipped result = { 0, 0 };
	double shift[CLUSTER_MAX_CELLS] = { 0 };
	size_t g, k;

	for (g = 0; g < flips->clusters; g++) {
		const double *row = row_of(flips, g);

		result.size += sign[g] * row[0];
		for (k = 0; k < flips->cells; k++)
			shift[k] += sign[g] * row[2 + 2 * k];
	}
	for (g = 0; flips->studentised && g < flips->clusters; g++) {
		const double *row = row_of(flips, g);
		double total = sign[g] * row[0];

		for (k = 0; k < flips->cells; k++)
			total -= flips->weight[k] * shift[k] * row[1 + 2 * k];
		result.variance += total * total;
	}
	result.size = fabs(result.size);
	return result;
}

bool flipped_constant(struct flipped flipped)
{
	return sqrt(flipped.variance) <= 1e-12 * fmax(1, flipped.size);
}

double flips_attainable(const struct flips *flips)
{
	return ldexp(1, 1 - (int)flips->present);
}
