/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact sums of values and weights: in 128 bits while they fit, in 256 where they do not. */
#include "tally/totals.h"

#include <stdlib.h>

static _Noreturn void refuse_size(void)
{
	refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
}

static void add_exact(struct exact *sum, struct exact term)
{
	if (exact_add(*sum, term, sum) != STAT_OK)
		refuse_size();
}

static struct exact added(struct exact sum, int128 term)
{
	add_exact(&sum, exact_from_int128(term));
	return sum;
}

static void add_far(struct long_sum *sum, struct exact term)
{
	add_exact(&sum->far, term);
}

static void add_near(struct long_sum *sum, int128 term)
{
	int128 next;

	if (__builtin_add_overflow(sum->near, term, &next)) {
		add_far(sum, exact_from_int128(sum->near));
		next = term;
	}
	sum->near = next;
}

static struct exact whole(const struct long_sum *sum)
{
	return added(sum->far, sum->near);
}

static void cell_add_far(struct cell *cell, int which, struct exact term)
{
	size_t none = 0;

	if (cell->far == NULL)
		cell->far = grow(NULL, &none, FAR_COUNT, sizeof(*cell->far));
	add_exact(&cell->far[which], term);
}

static void cell_add(struct cell *cell, int which, int128 term)
{
	int128 next;

	if (__builtin_add_overflow(cell->near[which], term, &next)) {
		cell_add_far(cell, which, exact_from_int128(cell->near[which]));
		next = term;
	}
	cell->near[which] = next;
}

static struct exact cell_whole(const struct cell *cell, int which)
{
	const struct exact none = { { 0 } };

	return added(cell->far == NULL ? none : cell->far[which], cell->near[which]);
}

/* Adds a b, where each is below 2^63 in size. */
static void add_product(struct long_sum *sum, int64_t a, int64_t b)
{
	add_near(sum, (int128)a * b);
}

/* Adds the product of a (below 2^126 in size) and b. */
static void add_large(struct long_sum *sum, int128 a, int128 b)
{
	struct exact product;

	if (exact_multiply(exact_from_int128(a), exact_from_int128(b), &product) != STAT_OK)
		refuse_size();
	add_far(sum, product);
}

static void add_weights(struct total *total, int64_t w, int64_t y)
{
	int128 wy = (int128)w * y, w2 = (int128)w * w, y2 = (int128)y * y;

	add_near(&total->sum_w2, w2);
	if (wy == (int64_t)wy) { /* its products with two more fit in 128 bits */
		add_product(&total->sum_wy2, (int64_t)wy, y);
		add_product(&total->sum_w2y, (int64_t)wy, w);
		add_product(&total->sum_w2y2, (int64_t)wy, (int64_t)wy);
		return;
	}
	add_large(&total->sum_wy2, y2, w);
	add_large(&total->sum_w2y, w2, y);
	add_large(&total->sum_w2y2, w2, y2);
}

void sums_add(struct cell *cell, struct total *total, const struct observations *seen, size_t i,
	int64_t weight, bool pairs)
{
	int64_t y = seen->y[i], x;

	cell->members++;
	cell->n_missing += seen->states[i] == OBSERVED_NOT;
	if (seen->states[i] != OBSERVED)
		return;
	cell->n++;
	cell->sum_y += y;
	cell_add(cell, FAR_Y2, (int128)y * y);
	if (weight > 0) {
		cell->sum_w += weight;
		cell_add(cell, FAR_WY, (int128)weight * y);
		add_weights(total, weight, y);
	}
	if (!pairs)
		return;
	x = seen->x[i];
	cell->sum_x += x;
	cell_add(cell, FAR_X2, (int128)x * x);
	cell_add(cell, FAR_XY, (int128)x * y);
	if (weight > 0)
		add_product(&total->sum_wx, weight, x);
}

/* weight x per in 10^-9, rounded there where there are more decimals. */
static int128 per_weight(int64_t weight, int64_t per)
{
	const int128 unit = 1000000000;

	return weight == 0 ? per : ((int128)weight * per + unit / 2) / unit;
}

void sums_add_ratio(struct cell *cell, const struct observations *seen, size_t i, int64_t weight)
{
	const int64_t one = 1000000000;
	int64_t y = seen->y[i];

	cell->members++;
	cell->n_missing += seen->states[i] == OBSERVED_NOT;
	if (seen->states[i] != OBSERVED)
		return;
	cell->n++;
	cell->sum_y += y;
	cell_add(cell, FAR_Y2, (int128)y * y);
	cell->sum_w += per_weight(weight, seen->x[i]);
	cell_add(cell, FAR_WY, (int128)(weight == 0 ? one : weight) * y);
}

void total_add(struct total *total, const struct cell *cell)
{
	struct cell *into = &total->cell;
	int i;

	into->members += cell->members;
	into->n += cell->n;
	into->n_missing += cell->n_missing;
	into->sum_y += cell->sum_y;
	into->sum_x += cell->sum_x;
	into->sum_w += cell->sum_w;
	for (i = 0; i < FAR_COUNT; i++) {
		cell_add(into, i, cell->near[i]);
		if (cell->far != NULL)
			cell_add_far(into, i, cell->far[i]);
	}
}

void cells_release(struct cell *cells, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		free(cells[i].far);
	free(cells);
}

void totals_release(struct total *totals, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		free(totals[i].cell.far);
	free(totals);
}

void cell_fill(const struct cell *cell, struct tally_weights *weights, struct tally_row *row)
{
	row->n = cell->n;
	row->n_missing = cell->n_missing;
	row->sum_y = exact_from_int128(cell->sum_y);
	row->sum_x = exact_from_int128(cell->sum_x);
	row->sum_y2 = cell_whole(cell, FAR_Y2);
	row->sum_x2 = cell_whole(cell, FAR_X2);
	row->sum_xy = cell_whole(cell, FAR_XY);
	row->weights = weights;
	if (weights != NULL)
		*weights = (struct tally_weights){ .sum_w = exact_from_int128(cell->sum_w),
			.sum_wy = cell_whole(cell, FAR_WY) };
}

void total_fill(const struct total *total, struct tally_weights *weights, struct tally_row *row)
{
	cell_fill(&total->cell, weights, row);
	if (weights == NULL)
		return;
	weights->sum_w2 = whole(&total->sum_w2);
	weights->sum_wy2 = whole(&total->sum_wy2);
	weights->sum_wx = whole(&total->sum_wx);
	weights->sum_w2y = whole(&total->sum_w2y);
	weights->sum_w2y2 = whole(&total->sum_w2y2);
}
