/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts distinct values arm by arm.
 *
 * Values that lie close together, which answers do, are counted in a table. Amounts are sorted; those
 * of an arm are then picked out in that order.
 */
#include "tally/values.h"

#include <stdlib.h>
#include <string.h>

#include "tally/sort.h"
#include "tally/totals.h"

enum { MOST_SPAN = 1 << 14 }; /* of values in a table */

/* How many people have a value, and their weights in the store's units (0 where people count alike). */
struct slot {
	int64_t n;
	int128 sum_w;
};

static struct {
	const struct store *store;
	int64_t low;
	size_t span;         /* of a table; 0 where values are sorted */
	struct slot *slots;  /* [arm, value - low] */
	struct sorted *list; /* observed values, and their rows */
	struct sorted *room; /* to sort them, and then those of each arm together */
	size_t count;
	bool in_order;
	size_t *start; /* of each arm in `room` */
	size_t slot_capacity, capacity, room_capacity;
} now;

static const char **arms; /* of the store, in order */
static size_t *arm_of;    /* of each unit */
static size_t arm_count;

static int by_text(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void find_arms(const struct store *store)
{
	size_t i;

	arms = keep((store->unit_count + 1) * sizeof(*arms));
	arm_of = keep((store->unit_count + 1) * sizeof(*arm_of));
	for (i = 0; i < store->unit_count; i++)
		if (bsearch(&store->units[i].arm, arms, arm_count, sizeof(*arms), by_text) ==
			NULL) {
			arms[arm_count++] = store->units[i].arm;
			qsort(arms, arm_count, sizeof(*arms), by_text);
		}
	now.start = keep((arm_count + 2) * sizeof(*now.start));
	for (i = 0; i < store->unit_count; i++)
		arm_of[i] = (size_t)((const char **)bsearch(&store->units[i].arm, arms, arm_count,
					     sizeof(*arms), by_text) -
			arms);
}

/* ---- counting ---- */

void values_begin(const struct store *store, const struct reach *reach)
{
	size_t places;

	if (arms == NULL)
		find_arms(store);
	now.store = store;
	now.low = reach->low;
	now.count = 0;
	now.in_order = false;
	now.span =
		reach->high - reach->low < MOST_SPAN ? (size_t)(reach->high - reach->low) + 1 : 0;
	places = arm_count * now.span;
	now.slots = grow(now.slots, &now.slot_capacity, places, sizeof(*now.slots));
	if (places > 0)
		memset(now.slots, 0, places * sizeof(*now.slots));
}

void values_add(const struct observations *seen, size_t first, size_t end, size_t unit)
{
	struct slot *slots = now.slots + arm_of[unit] * now.span;
	size_t i;

	if (now.span == 0)
		now.list =
			grow(now.list, &now.capacity, now.count + end - first, sizeof(*now.list));
	for (i = first; i < end; i++) {
		if (seen->states[i] != OBSERVED)
			continue;
		if (now.span == 0) {
			now.list[now.count++] = (struct sorted){ seen->y[i], seen->rows[i] };
			continue;
		}
		slots[seen->y[i] - now.low].n++;
		slots[seen->y[i] - now.low].sum_w += seen->w[i];
	}
}

static void sort_list(void)
{
	if (now.in_order)
		return;
	now.room = grow(now.room, &now.room_capacity, now.count, sizeof(*now.room));
	sort_by_value(now.list, now.room, now.count);
	now.in_order = true;
}

size_t values_distinct(void)
{
	size_t distinct = now.span, i;

	if (now.span == 0)
		sort_list();
	for (i = 0; i < now.count; i++)
		distinct += i == 0 || now.list[i].value != now.list[i - 1].value;
	return distinct;
}

/* Puts the sorted values of each arm together. */
static void pick_arms(void)
{
	const uint32_t *unit = now.store->unit;
	size_t i;

	sort_list();
	memset(now.start, 0, (arm_count + 2) * sizeof(*now.start));
	for (i = 0; i < now.count; i++)
		now.start[arm_of[unit[now.list[i].of]] + 2]++;
	for (i = 2; i < arm_count + 2; i++)
		now.start[i] += now.start[i - 1];
	for (i = 0; i < now.count; i++) /* start[arm + 1] ends as the end of the arm */
		now.room[now.start[arm_of[unit[now.list[i].of]] + 1]++] = now.list[i];
}

/* ---- writing ---- */

/* The value row under way, and where it goes. */
struct pending {
	struct tally_row row;
	struct tally_weights weights;
	void (*put)(const struct tally_row *row);
};

static void flush(struct pending *pending)
{
	if (pending->row.n > 0) {
		sum_scale(&pending->weights.sum_w, now.store->weight_unit);
		pending->put(&pending->row);
	}
	pending->row.n = 0;
	pending->row.sum_y = exact_from_int64(0);
	pending->weights.sum_w = exact_from_int64(0);
}

/* Adds people with a value to the row of that value, or of that value at 4 digits. */
static void add_value(struct pending *pending, int64_t value, int64_t n, int128 sum_w)
{
	struct tally_row *row = &pending->row;
	int64_t counted = row->rounded ? four_digits(value) : value;
	struct exact sum;

	if (row->n > 0 && row->value != counted)
		flush(pending);
	row->value = counted;
	row->n += n;
	if (row->rounded &&
		(exact_multiply_int64(exact_from_int64(value), n, &sum) != STAT_OK ||
			exact_add(row->sum_y, sum, &row->sum_y) != STAT_OK))
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
	if (row->weights != NULL &&
		exact_add(row->weights->sum_w, exact_from_int128(sum_w), &row->weights->sum_w) !=
			STAT_OK)
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
}

/* In the store's units. */
static int64_t weight_of(size_t row)
{
	return store_weighted(now.store) ? series_value(&now.store->weights, row) : 0;
}

static void add_arm(struct pending *pending, size_t arm)
{
	size_t i;

	for (i = 0; i < now.span; i++) {
		const struct slot *slot = &now.slots[arm * now.span + i];

		if (slot->n > 0)
			add_value(pending, now.low + (int64_t)i, slot->n, slot->sum_w);
	}
	for (i = now.span > 0 ? 0 : now.start[arm]; now.span == 0 && i < now.start[arm + 1]; i++)
		add_value(pending, now.room[i].value, 1, weight_of(now.room[i].of));
}

void values_write(struct tally_row row, bool round, void (*put)(const struct tally_row *row))
{
	struct pending pending = { .row = row, .put = put };
	size_t arm;

	if (now.span == 0)
		pick_arms();
	pending.row.kind = VALUE_ROW;
	pending.row.cluster = pending.row.stratum = "";
	pending.row.rounded = round;
	pending.row.weights = store_weighted(now.store) ? &pending.weights : NULL;
	for (arm = 0; arm < arm_count; arm++) {
		pending.row.arm = arms[arm];
		add_arm(&pending, arm);
		flush(&pending);
	}
}
