/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the parts of a cluster, which stand side by side, checks them and adds them up. */
#include "stat/design_walk.h"

static bool part_is_sound(const struct design_walk *walk, size_t i)
{
	const struct design_part *part = &walk->parts[i];
	int weight = exact_sign(part->sum_w);

	if (part->cell >= walk->cells || part->stratum >= walk->strata)
		return false;
	if (part->n < 0 || weight < 0 || (part->n > 0) != (weight > 0))
		return false;
	if (i == 0 || part[-1].stratum < part->stratum)
		return true;
	return part[-1].stratum == part->stratum && part[-1].cluster <= part->cluster;
}

static bool same_cluster(const struct design_part *a, const struct design_part *b)
{
	return a->stratum == b->stratum && a->cluster == b->cluster;
}

bool design_is_sound(const struct design_walk *walk, size_t at)
{
	const struct design_part *first = &walk->parts[at];

	for (; at < walk->count && same_cluster(&walk->parts[at], first); at++)
		if (!part_is_sound(walk, at))
			return false;
	return true;
}

enum stat_status design_add(struct design_cell *cell, int64_t n, struct exact w, struct exact wy)
{
	if (cell->n > INT64_MAX - n || exact_add(cell->sum_w, w, &cell->sum_w) != STAT_OK)
		return STAT_OVERFLOW;
	cell->n += n;
	return exact_add(cell->sum_wy, wy, &cell->sum_wy);
}

enum stat_status design_gather(
	const struct design_walk *walk, size_t *at, struct design_cell *cells)
{
	const struct design_part *first = &walk->parts[*at], *part = first;
	const struct design_part *end = walk->parts + walk->count;
	enum stat_status status = STAT_OK;

	for (size_t k = 0; k < walk->cells; k++)
		cells[k].n = 0;
	for (; part < end && same_cluster(part, first) && status == STAT_OK; part++) {
		struct design_cell *cell = &cells[part->cell];

		if (cell->n == 0)
			*cell = (struct design_cell){ part->n, part->sum_w, part->sum_wy };
		else
			status = design_add(cell, part->n, part->sum_w, part->sum_wy);
	}
	*at = (size_t)(part - walk->parts);
	return status;
}
