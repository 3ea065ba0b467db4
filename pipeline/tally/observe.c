/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels, changes, and whether a change is for better or worse. */
#include "tally/observe.h"

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

static void observe_levels(struct observations *seen)
{
	size_t i;

	for (i = 0; i < seen->count; i++)
		seen->states[i] = seen->y[i] == NO_VALUE ? OBSERVED_NOT : OBSERVED;
}

/* y holds later values and becomes what is later minus earlier. */
static void observe_changes(struct observations *seen)
{
	size_t i;

	for (i = 0; i < seen->count; i++) {
		bool both = seen->x[i] != NO_VALUE && seen->y[i] != NO_VALUE;

		seen->states[i] = both           ? OBSERVED
			: seen->x[i] == NO_VALUE ? OBSERVED_NEVER
						 : OBSERVED_NOT;
		seen->y[i] = both ? seen->y[i] - seen->x[i] : 0;
	}
}

/* y becomes 1 where it is at least `least` in the direction of `sign`, else 0. */
static void count_as(struct observations *seen, int sign, int64_t least)
{
	size_t i;

	for (i = 0; i < seen->count; i++)
		seen->y[i] = seen->y[i] * sign >= least;
}

void observe(struct observations *seen, const struct store *store, size_t which,
	enum measure measure, size_t from, size_t to)
{
	const struct indicator *indicator = &indicators_load()->list[which];
	const struct series *values = &store->indicators[which].values;
	size_t round = measure == LEVEL ? to : from;
	int sign = (int)indicator->direction * (measure == WORSE ? -1 : 1);

	seen->first = store->round_start[round];
	seen->count = store->round_start[round + 1] - seen->first;
	seen->states = grow(seen->states, &seen->state_capacity, seen->count, 1);
	seen->y = grow(seen->y, &seen->y_capacity, seen->count, sizeof(*seen->y));
	if (measure == LEVEL) {
		series_read(values, seen->first, seen->count, seen->y);
		observe_levels(seen);
		if (indicator->type == INDICATOR_RATIO) {
			seen->x = grow(seen->x, &seen->x_capacity, seen->count, sizeof(*seen->x));
			series_read(
				&store->indicators[which].per, seen->first, seen->count, seen->x);
		}
		return;
	}
	seen->x = grow(seen->x, &seen->x_capacity, seen->count, sizeof(*seen->x));
	series_read(values, seen->first, seen->count, seen->x);
	series_pick(values, later_rows(store, from, to), seen->count, seen->y);
	observe_changes(seen);
	if (measure != CHANGE)
		count_as(seen, sign,
			least_that_matters(indicator, store->indicators[which].scale,
				store->indicators[which].decimals));
}
