/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the changes of villages from the sums of their rows. */
#include "result/village_change.h"

#include <math.h>

static const struct tally_block *block;
static struct village_change *list;
static size_t count, capacity;
static double squares; /* about the means of villages */
static int64_t df;

static void add_squares(const struct pair_sums *sums)
{
	struct moments moments =
		moments_from_sums(sums->n, sums->sum_y, sums->sum_y2, block->scale);

	if (sums->n > 1)
		squares += moments.variance * (double)(sums->n - 1);
	df += sums->n > 1 ? sums->n - 1 : 0;
}

static void add_pairs(const char *name, const struct pair_sums *sums)
{
	struct change_moments moments = change_moments_from_sums(sums, block->scale);

	add_squares(sums);
	list[count++] = (struct village_change){ name, sums->n, sums->n, moments.earlier.mean,
		moments.later.mean, moments.change.mean, 1 / (double)sums->n };
}

/* Villages that were visited in one of the rounds only have no change. */
static void add_levels(const char *name, const struct pair_sums *from, const struct pair_sums *to)
{
	double earlier, later;

	if (from->n == 0 || to->n == 0)
		return;
	add_squares(from);
	add_squares(to);
	earlier = moments_from_sums(from->n, from->sum_y, from->sum_y2, block->scale).mean;
	later = moments_from_sums(to->n, to->sum_y, to->sum_y2, block->scale).mean;
	list[count++] = (struct village_change){ name, from->n, to->n, earlier, later,
		later - earlier, 1 / (double)from->n + 1 / (double)to->n };
}

static void add_sums(struct pair_sums *sums, const struct pair_sums *more)
{
	sums->n += more->n;
	if (exact_add(sums->sum_x, more->sum_x, &sums->sum_x) != STAT_OK ||
		exact_add(sums->sum_x2, more->sum_x2, &sums->sum_x2) != STAT_OK ||
		exact_add(sums->sum_y, more->sum_y, &sums->sum_y) != STAT_OK ||
		exact_add(sums->sum_y2, more->sum_y2, &sums->sum_y2) != STAT_OK ||
		exact_add(sums->sum_xy, more->sum_xy, &sums->sum_xy) != STAT_OK)
		broken(NULL, SAY("sums are too large", "jumlahnya terlalu besar"));
}

struct village_changes village_changes(const struct frame *frame)
{
	const struct cluster_sums *sums;
	size_t rows = sample_clusters(frame->samples, frame->cells, frame->cell_count, &sums),
	       i = 0;

	block = frame->block;
	count = 0;
	squares = 0;
	df = 0;
	while (i < rows) {
		const struct cluster_sums *first = &sums[i];
		struct pair_sums cells[2] = { { 0 }, { 0 } };

		for (; i < rows && sums[i].cluster == first->cluster; i++)
			add_sums(&cells[sums[i].cell], &sums[i].pairs);
		list = grow(list, &capacity, count + 1, sizeof(*list));
		if (frame->pairs)
			add_pairs(first->name, &cells[0]);
		else
			add_levels(first->name, &cells[0], &cells[1]);
	}
	return (struct village_changes){ list, count, df > 0 ? squares / (double)df : (double)NAN,
		df };
}
