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

/* What a byte says of a person: enum observed, and whether the change is for better or for worse. */
enum { STATE_BITS = 2, STATE_MASK = (1 << STATE_BITS) - 1, WORSE_BIT = STATE_BITS + 1 };

/* People of the earlier round of a pair, from its first row on. */
struct pair {
	uint32_t *later;   /* their rows in the later round, NO_ROW where there is none */
	uint8_t *outcomes; /* what was seen of their change last */
};

static const struct pair *pair_of(const struct store *store, size_t from, size_t to)
{
	static struct pair *pairs;
	size_t rounds = rounds_load()->count, first = store->round_start[from],
	       people = store->round_start[from + 1] - first, capacity = 0, i;
	struct pair *pair;

	if (pairs == NULL)
		pairs = keep(rounds * rounds * sizeof(*pairs));
	pair = &pairs[from * rounds + to];
	if (pair->later != NULL)
		return pair;
	pair->later = grow(NULL, &capacity, people + 1, sizeof(*pair->later));
	for (i = 0; i < people; i++)
		pair->later[i] = store->row_of[store->person[first + i] * rounds + to];
	capacity = 0;
	pair->outcomes = grow(NULL, &capacity, people + 1, sizeof(*pair->outcomes));
	return pair;
}

size_t inquiry_round(const struct inquiry *inquiry)
{
	return inquiry->measure == LEVEL ? inquiry->to : inquiry->from;
}

struct reach inquiry_reach(const struct inquiry *inquiry)
{
	static size_t indicator = NO_NAME; /* whose ends these are */
	static int64_t low, high;

	if (!tally_has_values(inquiry->measure))
		return (struct reach){ 0, 1, 1 };
	if (indicator != inquiry->indicator)
		series_ends(&inquiry->store->indicators[inquiry->indicator].values, &low, &high);
	indicator = inquiry->indicator;
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

/* Whether changes are for better or for worse: by at least `least` in the direction of `sign`. */
static void note_outcomes(
	const struct observations *seen, uint8_t *outcomes, size_t first, int sign, int64_t least)
{
	size_t i;

	for (i = 0; i < seen->count; i++) {
		int64_t gain = seen->y[i] * sign;

		outcomes[seen->rows[i] - first] = (uint8_t)(seen->states[i] |
			(gain >= least) << STATE_BITS | (gain <= -least) << WORSE_BIT);
	}
}

/* y is 1 for those with this outcome, else 0. */
static void observe_outcomes(
	struct observations *seen, const uint8_t *outcomes, size_t first, int bit)
{
	size_t i;

	for (i = 0; i < seen->count; i++) {
		uint8_t outcome = outcomes[seen->rows[i] - first];

		seen->states[i] = outcome & STATE_MASK;
		seen->y[i] = outcome >> bit & 1;
	}
}

static void weigh(struct observations *seen, const struct series *weights)
{
	size_t i;

	series_pick(weights, seen->rows, seen->count, seen->w);
	for (i = 0; i < seen->count; i++)
		seen->w[i] *= seen->states[i] == OBSERVED;
}

static void observe_pairs(
	struct observations *seen, const struct inquiry *inquiry, const struct pair *pair)
{
	const struct store *store = inquiry->store;
	const struct series *values = &store->indicators[inquiry->indicator].values;
	const struct indicator *indicator = &indicators_load()->list[inquiry->indicator];
	size_t first = store->round_start[inquiry->from], i;
	uint32_t rows[BATCH];

	for (i = 0; i < seen->count; i++)
		rows[i] = pair->later[seen->rows[i] - first];
	series_pick(values, seen->rows, seen->count, seen->x);
	series_pick(values, rows, seen->count, seen->y);
	observe_changes(seen);
	note_outcomes(seen, pair->outcomes, first, (int)indicator->direction,
		least_that_matters(indicator, store->indicators[inquiry->indicator].scale,
			store->indicators[inquiry->indicator].decimals));
}

static void observe_later(struct observations *seen, const struct inquiry *inquiry)
{
	const struct pair *pair = pair_of(inquiry->store, inquiry->from, inquiry->to);

	if (inquiry->measure == CHANGE)
		observe_pairs(seen, inquiry, pair);
	else
		observe_outcomes(seen, pair->outcomes, inquiry->store->round_start[inquiry->from],
			inquiry->measure == WORSE ? WORSE_BIT : STATE_BITS);
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
		observe_later(seen, inquiry);
	}
	if (store_weighted(store))
		weigh(seen, &store->weights);
	else
		memset(seen->w, 0, count * sizeof(*seen->w));
}
