/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact sums of values and weights: in 128 bits while they fit, in 256 where they do not. */
#include "tally/totals.h"

static _Noreturn void refuse_size(void)
{
	refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
}

static void add_far(struct long_sum *sum, struct exact term)
{
	if (exact_add(sum->far, term, &sum->far) != STAT_OK)
		refuse_size();
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
	struct exact result;

	if (exact_add(sum->far, exact_from_int128(sum->near), &result) != STAT_OK)
		refuse_size();
	return result;
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
	add_product(&total->sum_y2, y, y);
	if (weight > 0) {
		add_near(&cell->sum_w, weight);
		add_product(&cell->sum_wy, weight, y);
		add_weights(total, weight, y);
	}
	if (!pairs)
		return;
	x = seen->x[i];
	add_near(&total->sum_x, x);
	add_product(&total->sum_x2, x, x);
	add_product(&total->sum_xy, x, y);
	if (weight > 0)
		add_product(&total->sum_wx, weight, x);
}

static void add_sum(struct long_sum *sum, const struct long_sum *more)
{
	add_near(sum, more->near);
	if (exact_sign(more->far) != 0)
		add_far(sum, more->far);
}

void total_add(struct total *total, const struct cell *cell)
{
	total->cell.members += cell->members;
	total->cell.n += cell->n;
	total->cell.n_missing += cell->n_missing;
	total->cell.sum_y += cell->sum_y;
	add_sum(&total->cell.sum_w, &cell->sum_w);
	add_sum(&total->cell.sum_wy, &cell->sum_wy);
}

void cell_fill(const struct cell *cell, struct tally_weights *weights, struct tally_row *row)
{
	row->n = cell->n;
	row->n_missing = cell->n_missing;
	row->sum_y = exact_from_int128(cell->sum_y);
	row->weights = weights;
	if (weights != NULL)
		*weights = (struct tally_weights){ .sum_w = whole(&cell->sum_w),
			.sum_wy = whole(&cell->sum_wy) };
}

void total_fill(const struct total *total, struct tally_weights *weights, struct tally_row *row)
{
	cell_fill(&total->cell, weights, row);
	row->sum_y2 = whole(&total->sum_y2);
	row->sum_x = whole(&total->sum_x);
	row->sum_x2 = whole(&total->sum_x2);
	row->sum_xy = whole(&total->sum_xy);
	if (weights == NULL)
		return;
	weights->sum_w2 = whole(&total->sum_w2);
	weights->sum_wy2 = whole(&total->sum_wy2);
	weights->sum_wx = whole(&total->sum_wx);
	weights->sum_w2y = whole(&total->sum_w2y);
	weights->sum_w2y2 = whole(&total->sum_w2y2);
}
