/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels, changes, and whether a change is for better or worse. */
#include "tally/observe.h"

#include "kit/decimal.h"

/* Is a change of `size` (in units of 10^-decimals / scale, as values are) at least `mid`? Without
 * a mid any change counts. */
static bool matters(int64_t size, const struct indicator *indicator, int64_t scale, int decimals)
{
	struct decimal mid;
	int128 left = size, right;

	if (size <= 0 || missing(indicator->mid_text) || !decimal_read(indicator->mid_text, &mid))
		return size > 0;
	right = (int128)mid.units * scale;
	for (; decimals > mid.decimals; decimals--)
		right *= 10;
	for (; decimals < mid.decimals; decimals++)
		left *= 10;
	return left >= right;
}

static void observe_level(struct observation *one, int64_t value)
{
	one->state = value == NO_VALUE ? OBSERVED_NOT : OBSERVED;
	one->y = value;
}

static void observe_change(struct observation *one, int64_t earlier, int64_t later)
{
	one->state = earlier == NO_VALUE ? OBSERVED_NEVER : later == NO_VALUE ? OBSERVED_NOT : OBSERVED;
	if (one->state != OBSERVED)
		return;
	one->x = earlier;
	one->y = later - earlier;
}

void observe(struct observations *seen, const struct store *store, size_t which, enum measure measure, size_t from, size_t to)
{
	const struct indicator *indicator = &indicators_load()->list[which];
	const int64_t *values = store->indicators[which].values;
	size_t rounds = rounds_load()->count, round = measure == LEVEL ? to : from, row;
	int sign = (int)indicator->direction * (measure == WORSE ? -1 : 1);

	seen->list = grow(seen->list, &seen->capacity, store->rows + 1, sizeof(*seen->list));
	seen->count = 0;
	for (row = 0; row < store->rows; row++) {
		struct observation *one = &seen->list[seen->count];
		uint32_t later;

		if (store->round[row] != round)
			continue;
		one->row = (uint32_t)row;
		seen->count++;
		if (measure == LEVEL) {
			observe_level(one, values[row]);
			continue;
		}
		later = store->row_of[store->person[row] * rounds + to];
		observe_change(one, values[row], later == NO_ROW ? NO_VALUE : values[later]);
		if (measure != CHANGE && one->state == OBSERVED)
			one->y = matters(one->y * sign, indicator, store->indicators[which].scale, store->indicators[which].decimals);
	}
}
