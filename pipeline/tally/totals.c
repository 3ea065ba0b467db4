/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact sums of values and weights: in 128 bits while they fit, in 256 where they do not. */
#include "tally/totals.h"

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

bool small_enough(int64_t value, int64_t weight)
{
	int64_t largest; /* squares of weights are summed where all values are 0, too */

	return !__builtin_mul_overflow(value < 1 ? 1 : value, weight < 1 ? 1 : weight, &largest) &&
		largest < (int64_t)1 << 26;
}

static void count_people(
	struct cell *cell, const struct observations *seen, size_t first, size_t end)
{
	size_t i;

	cell->members += (int64_t)(end - first);
	for (i = first; i < end; i++) {
		cell->n += seen->states[i] == OBSERVED;
		cell->n_missing += seen->states[i] == OBSERVED_NOT;
	}
}

/* ---- many people whose sums fit in 64 bits ---- */

static void add_small_values(
	struct cell *cell, const struct observations *seen, size_t first, size_t end)
{
	int64_t sum_y = 0, sum_y2 = 0;
	size_t i;

	for (i = first; i < end; i++) {
		sum_y += seen->y[i];
		sum_y2 += seen->y[i] * seen->y[i];
	}
	cell->sum_y += sum_y;
	add_near(&cell->sum_y2, sum_y2);
}

static void add_small_pairs(struct cell *cell, struct total *total, const struct observations *seen,
	size_t first, size_t end)
{
	int64_t sum_x = 0, sum_x2 = 0, sum_xy = 0, sum_wx = 0;
	size_t i;

	for (i = first; i < end; i++) {
		sum_x += seen->x[i];
		sum_x2 += seen->x[i] * seen->x[i];
		sum_xy += seen->x[i] * seen->y[i];
		sum_wx += seen->x[i] * seen->w[i];
	}
	cell->sum_x += sum_x;
	add_near(&cell->sum_x2, sum_x2);
	add_near(&cell->sum_xy, sum_xy);
	add_near(&total->sum_wx, sum_wx);
}

static void add_small_weights(struct cell *cell, struct total *total,
	const struct observations *seen, size_t first, size_t end)
{
	int64_t sum_w = 0, sum_wy = 0, sum_w2 = 0, sum_wy2 = 0, sum_w2y = 0, sum_w2y2 = 0;
	size_t i;

	for (i = first; i < end; i++) {
		int64_t y = seen->y[i], w = seen->w[i], wy = w * y;

		sum_w += w;
		sum_wy += wy;
		sum_w2 += w * w;
		sum_wy2 += wy * y;
		sum_w2y += wy * w;
		sum_w2y2 += wy * wy;
	}
	cell->sum_w += sum_w;
	add_near(&cell->sum_wy, sum_wy);
	add_near(&total->sum_w2, sum_w2);
	add_near(&total->sum_wy2, sum_wy2);
	add_near(&total->sum_w2y, sum_w2y);
	add_near(&total->sum_w2y2, sum_w2y2);
}

/* ---- one person ---- */

static void add_one(struct cell *cell, struct total *total, const struct observations *seen,
	size_t i, bool pairs)
{
	int64_t y = seen->y[i], x = seen->x[i], w = seen->w[i];

	cell->sum_y += y;
	add_near(&cell->sum_y2, (int128)y * y);
	if (w > 0) {
		cell->sum_w += w;
		add_near(&cell->sum_wy, (int128)w * y);
		add_weights(total, w, y);
	}
	if (!pairs)
		return;
	cell->sum_x += x;
	add_near(&cell->sum_x2, (int128)x * x);
	add_near(&cell->sum_xy, (int128)x * y);
	if (w > 0)
		add_product(&total->sum_wx, w, x);
}

void sums_add(struct cell *cell, struct total *total, const struct observations *seen, size_t first,
	size_t end, const struct terms *terms)
{
	size_t i;

	count_people(cell, seen, first, end);
	for (i = first; i < end && !terms->small; i++)
		if (seen->states[i] == OBSERVED)
			add_one(cell, total, seen, i, terms->pairs);
	if (!terms->small)
		return;
	add_small_values(cell, seen, first, end);
	if (terms->pairs)
		add_small_pairs(cell, total, seen, first, end);
	if (terms->weighted)
		add_small_weights(cell, total, seen, first, end);
}

/* weight x per in 10^-9, rounded there where there are more decimals. */
static int128 per_weight(int64_t weight, int64_t per)
{
	const int128 unit = 1000000000;

	return weight == 0 ? per : ((int128)weight * per + unit / 2) / unit;
}

void sums_add_ratio(
	struct cell *cell, const struct observations *seen, size_t first, size_t end, int64_t unit)
{
	const int64_t one = 1000000000;
	size_t i;

	count_people(cell, seen, first, end);
	for (i = first; i < end; i++) {
		int64_t y = seen->y[i], w = seen->w[i] * unit;

		if (seen->states[i] != OBSERVED)
			continue;
		cell->sum_y += y;
		add_near(&cell->sum_y2, (int128)y * y);
		cell->sum_w += per_weight(w, seen->x[i]);
		add_near(&cell->sum_wy, (int128)(w == 0 ? one : w) * y);
	}
}

static void join(struct long_sum *into, const struct long_sum *more)
{
	add_far(into, more->far);
	add_near(into, more->near);
}

void total_add(struct total *total, const struct cell *cell)
{
	struct cell *into = &total->cell;

	into->members += cell->members;
	into->n += cell->n;
	into->n_missing += cell->n_missing;
	into->sum_y += cell->sum_y;
	into->sum_x += cell->sum_x;
	into->sum_w += cell->sum_w;
	join(&into->sum_y2, &cell->sum_y2);
	join(&into->sum_x2, &cell->sum_x2);
	join(&into->sum_xy, &cell->sum_xy);
	join(&into->sum_wy, &cell->sum_wy);
}

void sum_scale(struct exact *sum, int64_t factor)
{
	if (exact_multiply_int64(*sum, factor, sum) != STAT_OK)
		refuse_size();
}

void cell_fill(const struct cell *cell, int64_t unit, struct tally_row *row)
{
	row->n = cell->n;
	row->n_missing = cell->n_missing;
	row->sum_y = exact_from_int128(cell->sum_y);
	*row->products = (struct tally_products){ whole(&cell->sum_y2),
		exact_from_int128(cell->sum_x), whole(&cell->sum_x2), whole(&cell->sum_xy) };
	if (row->weights == NULL)
		return;
	*row->weights =
		(struct tally_weights){ exact_from_int128(cell->sum_w), whole(&cell->sum_wy) };
	sum_scale(&row->weights->sum_w, unit);
	sum_scale(&row->weights->sum_wy, unit);
}

static struct exact scaled(const struct long_sum *sum, int64_t unit, int times)
{
	struct exact result = whole(sum);

	while (times-- > 0)
		sum_scale(&result, unit);
	return result;
}

void total_fill(const struct total *total, int64_t unit, struct tally_row *row)
{
	cell_fill(&total->cell, unit, row);
	if (row->weight_products == NULL)
		return;
	*row->weight_products = (struct tally_weight_products){ scaled(&total->sum_w2, unit, 2),
		scaled(&total->sum_wy2, unit, 1), scaled(&total->sum_wx, unit, 1),
		scaled(&total->sum_w2y, unit, 2), scaled(&total->sum_w2y2, unit, 2) };
}
