/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums up products of members exactly, and brings them to one scale. */
#include "people/items.h"

#include <math.h>
#include <string.h>

#include "people/covariates.h"
#include "stat/moments.h"

static struct pair_sums *pairs; /* count x count, of which i <= j is used */
static double *covariance;
static int64_t *values;
static size_t pair_capacity, covariance_capacity, value_capacity;

static void add(struct exact *sum, int64_t a, int64_t b)
{
	exact_add(*sum, exact_from_int128((int128)a * b), sum);
}

static void add_pair(struct pair_sums *sums, int64_t x, int64_t y)
{
	sums->n++;
	add(&sums->sum_x, x, 1);
	add(&sums->sum_x2, x, x);
	add(&sums->sum_y, y, 1);
	add(&sums->sum_y2, y, y);
	add(&sums->sum_xy, x, y);
}

/* Counts a person's row in, if all members are answered. */
static void add_row(
	struct items *items, const struct store *store, const struct indicator *index, size_t row)
{
	size_t answered = 0, i, j;

	for (i = 0; i < items->count; i++) {
		values[i] = series_value(&store->indicators[index->members[i]].values, row);
		answered += values[i] != NO_VALUE;
	}
	items->n_missing += answered > 0 && answered < items->count;
	if (answered < items->count)
		return;
	items->n++;
	for (i = 0; i < items->count; i++)
		for (j = i; j < items->count; j++)
			add_pair(&pairs[i * items->count + j], values[i], values[j]);
}

/* What a unit of a member's values is worth on the common scale, with the sign of its direction. */
static double worth_of(const struct items *items, const struct people *people,
	const struct indicator *index, size_t i)
{
	const struct indicator *member = &indicators_load()->list[index->members[i]];
	double span = member->scale_max - member->scale_min;
	double spread = sqrt(comoments_from_sums(&pairs[i * items->count + i], 1).covariance);

	if (items->standardised)
		return (double)member->direction / spread;
	return member->direction * 100 / span / (double)indicator_scale(people, index->members[i]);
}

static void scale(
	const struct items *items, const struct people *people, const struct indicator *index)
{
	size_t count = items->count, i, j;

	for (i = 0; i < count; i++)
		for (j = i; j < count; j++) {
			double product = comoments_from_sums(&pairs[i * count + j], 1).covariance *
				worth_of(items, people, index, i) *
				worth_of(items, people, index, j);

			covariance[i * count + j] = covariance[j * count + i] =
				items->n < 2 ? (double)NAN : product;
		}
}

struct items items_of(const struct people *people, const struct indicator *index, size_t round)
{
	struct items items = { .count = index->member_count,
		.standardised = index->build != BUILD_PERCENT_OF_MAXIMUM };
	const struct store *store = people->store;
	size_t squares = items.count * items.count + 1, i;

	for (i = 0; i < items.count; i++) {
		const struct indicator *member = &indicators_load()->list[index->members[i]];

		items.standardised = items.standardised || member->min_frozen || member->max_frozen;
	}
	pairs = grow(pairs, &pair_capacity, squares, sizeof(*pairs));
	covariance = grow(covariance, &covariance_capacity, squares, sizeof(*covariance));
	values = grow(values, &value_capacity, items.count + 1, sizeof(*values));
	memset(pairs, 0, squares * sizeof(*pairs));
	for (i = store->round_start[round]; i < store->round_start[round + 1]; i++)
		add_row(&items, store, index, i);
	scale(&items, people, index);
	items.covariance = covariance;
	return items;
}
