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

/* Products of up to two weights and two values fit in 128 bits. */
static bool is_small(int64_t weight, int64_t y)
{
	const int64_t most_weight = (int64_t)1 << 40, most_value = (int64_t)1 << 22;

	return weight < most_weight && y < most_value && y > -most_value;
}

void cell_add(struct cell *cell, const struct observation *one, int64_t weight)
{
	cell->members++;
	cell->n_missing += one->state == OBSERVED_NOT;
	if (one->state != OBSERVED)
		return;
	cell->n++;
	cell->sum_y += one->y;
	if (weight == 0)
		return;
	add_near(&cell->sum_w, weight);
	add_product(&cell->sum_wy, weight, one->y);
}

static void add_weights(struct total *total, int64_t w, int64_t y)
{
	int128 wy = (int128)w * y, w2 = (int128)w * w, y2 = (int128)y * y;

	add_near(&total->sum_w, w);
	add_near(&total->sum_wy, wy);
	add_near(&total->sum_w2, w2);
	if (is_small(w, y)) {
		add_near(&total->sum_wy2, wy * y);
		add_near(&total->sum_w2y, wy * w);
		add_near(&total->sum_w2y2, wy * wy);
		return;
	}
	add_large(&total->sum_wy2, y2, w);
	add_large(&total->sum_w2y, w2, y);
	add_large(&total->sum_w2y2, w2, y2);
}

void total_add(struct total *total, const struct observation *one, int64_t weight, bool pairs)
{
	total->members++;
	total->n_missing += one->state == OBSERVED_NOT;
	if (one->state != OBSERVED)
		return;
	total->n++;
	add_near(&total->sum_y, one->y);
	add_product(&total->sum_y2, one->y, one->y);
	if (weight > 0)
		add_weights(total, weight, one->y);
	if (!pairs)
		return;
	add_near(&total->sum_x, one->x);
	add_product(&total->sum_x2, one->x, one->x);
	add_product(&total->sum_xy, one->x, one->y);
	if (weight > 0)
		add_product(&total->sum_wx, weight, one->x);
}

void cell_fill(const struct cell *cell, struct tally_weights *weights, struct tally_row *row)
{
	row->n = cell->n;
	row->n_missing = cell->n_missing;
	row->sum_y = exact_from_int128(cell->sum_y);
	row->weights = weights;
	if (weights != NULL)
		*weights = (struct tally_weights){ .sum_w = whole(&cell->sum_w), .sum_wy = whole(&cell->sum_wy) };
}

void total_fill(const struct total *total, struct tally_weights *weights, struct tally_row *row)
{
	row->n = total->n;
	row->n_missing = total->n_missing;
	row->sum_y = whole(&total->sum_y);
	row->sum_y2 = whole(&total->sum_y2);
	row->sum_x = whole(&total->sum_x);
	row->sum_x2 = whole(&total->sum_x2);
	row->sum_xy = whole(&total->sum_xy);
	row->weights = weights;
	if (weights != NULL)
		*weights = (struct tally_weights){
			.sum_w = whole(&total->sum_w),
			.sum_wy = whole(&total->sum_wy),
			.sum_w2 = whole(&total->sum_w2),
			.sum_wy2 = whole(&total->sum_wy2),
			.sum_wx = whole(&total->sum_wx),
			.sum_w2y = whole(&total->sum_w2y),
			.sum_w2y2 = whole(&total->sum_w2y2),
		};
}
