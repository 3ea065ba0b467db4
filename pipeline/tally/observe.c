/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels, changes, and whether a change is for better or worse. */
#include "tally/observe.h"

#include <stdlib.h>
#include <string.h>

#include "kit/decimal.h"

/* The least change (in units of 10^-decimals / scale, as values are) that is at least `mid`; any
 * above 0 where there is none. */
static int64_t least_that_matters(const struct indicator *indicator, int64_t scale, int decimals)
{
	const int128 enough = (int128)1000000000000000000 * 1000000000000;
	struct decimal mid;
	int128 size, unit = 1, least;

	if (missing(indicator->mid_text) || !decimal_read(indicator->mid_text, &mid) ||
		mid.units <= 0)
		return 1;
	size = (int128)mid.units * scale;
	for (; decimals > mid.decimals; decimals--)
		size *= 10;
	for (; decimals < mid.decimals && unit < enough; decimals++)
		unit *= 10;
	least = (size + unit - 1) / unit;
	return least > INT64_MAX ? INT64_MAX : (int64_t)least;
}

/* The row in round `to` of each person of round `from`, NO_ROW where there is none. */
static const uint32_t *later_rows(const struct store *store, size_t from, size_t to)
{
	static uint32_t **pairs;
	size_t rounds = rounds_load()->count, capacity = 0, i;
	uint32_t *later;

	if (pairs == NULL)
		pairs = keep(rounds * rounds * sizeof(*pairs));
	if (pairs[from * rounds + to] != NULL)
		return pairs[from * rounds + to];
	later = grow(NULL, &capacity, store->round_start[from + 1] - store->round_start[from] + 1,
		sizeof(*later));
	for (i = store->round_start[from]; i < store->round_start[from + 1]; i++)
		later[i - store->round_start[from]] = store->row_of[store->person[i] * rounds + to];
	pairs[from * rounds + to] = later;
	return later;
}

size_t inquiry_round(const struct inquiry *inquiry)
{
	return inquiry->measure == LEVEL ? inquiry->to : inquiry->from;
}

struct reach inquiry_reach(const struct inquiry *inquiry)
{
	int64_t low, high;

	if (!tally_has_values(inquiry->measure))
		return (struct reach){ 0, 1, 1 };
	series_ends(&inquiry->store->indicators[inquiry->indicator].values, &low, &high);
	if (inquiry->measure == CHANGE)
		return (struct reach){ low - high, high - low,
			llabs(low) > llabs(high) ? llabs(low) : llabs(high) };
	return (struct reach){ low, high, 0 };
}

static void observe_levels(struct observations *seen)
{
	size_t i;

	for (i = 0; i < seen->count; i++) {
		bool observed = seen->y[i] != NO_VALUE;

		seen->states[i] = observed ? OBSERVED : OBSERVED_NOT;
		seen->y[i] *= observed;
	}
}

/* y holds later values and becomes what is later minus earlier. Who is missing is not to be foretold,
 * so factors of 0 and 1 take the place of branches. */
static void observe_changes(struct observations *seen)
{
	static const uint8_t states[] = { OBSERVED_NEVER, OBSERVED_NOT, OBSERVED };
	size_t i;

	for (i = 0; i < seen->count; i++) {
		bool earlier = seen->x[i] != NO_VALUE, both = earlier & (seen->y[i] != NO_VALUE);

		seen->states[i] = states[earlier + both];
		seen->x[i] *= both;
		seen->y[i] = seen->y[i] * both - seen->x[i];
	}
}

/* y becomes 1 where it is at least `least` in the direction of `sign`, else 0. */
static void count_as(struct observations *seen, int sign, int64_t least)
{
	size_t i;

	for (i = 0; i < seen->count; i++)
		seen->y[i] = seen->y[i] * sign >= least;
}

static void weigh(struct observations *seen, const struct series *weights)
{
	size_t i;

	series_pick(weights, seen->rows, seen->count, seen->w);
	for (i = 0; i < seen->count; i++)
		seen->w[i] *= seen->states[i] == OBSERVED;
}

static void observe_pairs(struct observations *seen, const struct inquiry *inquiry)
{
	const struct store *store = inquiry->store;
	const struct series *values = &store->indicators[inquiry->indicator].values;
	const struct indicator *indicator = &indicators_load()->list[inquiry->indicator];
	const uint32_t *later = later_rows(store, inquiry->from, inquiry->to);
	size_t first = store->round_start[inquiry->from], i;
	uint32_t rows[BATCH];

	for (i = 0; i < seen->count; i++)
		rows[i] = later[seen->rows[i] - first];
	series_pick(values, seen->rows, seen->count, seen->x);
	series_pick(values, rows, seen->count, seen->y);
	observe_changes(seen);
	if (inquiry->measure != CHANGE)
		count_as(seen, (int)indicator->direction * (inquiry->measure == WORSE ? -1 : 1),
			least_that_matters(indicator, store->indicators[inquiry->indicator].scale,
				store->indicators[inquiry->indicator].decimals));
}

void observe(struct observations *seen, const struct inquiry *inquiry, const uint32_t *rows,
	size_t count)
{
	const struct store *store = inquiry->store;

	seen->rows = rows;
	seen->count = count;
	if (inquiry->measure == LEVEL) {
		series_pick(&store->indicators[inquiry->indicator].values, rows, count, seen->y);
		observe_levels(seen);
		if (store->indicators[inquiry->indicator].per.rows > 0)
			series_pick(
				&store->indicators[inquiry->indicator].per, rows, count, seen->x);
	} else {
		observe_pairs(seen, inquiry);
	}
	if (store_weighted(store))
		weigh(seen, &store->weights);
	else
		memset(seen->w, 0, count * sizeof(*seen->w));
}
