/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts distinct values arm by arm.
 *
 * Values that lie close together, which answers do, are counted in a table. Amounts are sorted once;
 * those of an arm and part are then picked out in that order.
 */
#include "tally/values.h"

#include <stdlib.h>
#include <string.h>

#include "tally/sort.h"

enum { MOST_SPAN = 1 << 14 }; /* of values in a table */

/* How many people have a value, and their weights (0 where people count alike). */
struct slot {
	int64_t n;
	int128 sum_w;
};

static struct {
	const struct observations *seen;
	const struct store *store;
	int64_t low;
	size_t span;           /* of a table; 0 where values are sorted */
	struct sorted *sorted; /* observations by y */
	size_t sorted_count, sorted_capacity;
	const uint16_t *code;
	struct slot *slots; /* [part, arm, value - low] */
	size_t slot_capacity;
	struct sorted *picked; /* the sorted ones by part and arm */
	size_t picked_capacity;
	size_t *start; /* of each part and arm among them */
	size_t start_capacity;
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
	for (i = 0; i < store->unit_count; i++)
		arm_of[i] = (size_t)((const char **)bsearch(&store->units[i].arm, arms, arm_count,
					     sizeof(*arms), by_text) -
			arms);
}

size_t values_begin(const struct observations *seen, const struct store *store)
{
	int64_t low = INT64_MAX, high = INT64_MIN;
	size_t distinct = 0, i;

	if (arms == NULL)
		find_arms(store);
	now.seen = seen;
	now.store = store;
	for (i = 0; i < seen->count; i++)
		if (seen->states[i] == OBSERVED) {
			low = seen->y[i] < low ? seen->y[i] : low;
			high = seen->y[i] > high ? seen->y[i] : high;
		}
	now.low = low;
	now.span = 0;
	now.sorted_count = 0;
	if (low > high)
		return 0;
	if (high - low < MOST_SPAN) { /* values are below 2^62 in size */
		now.span = (size_t)(high - low) + 1;
		return now.span;
	}
	now.sorted = grow(now.sorted, &now.sorted_capacity, seen->count, sizeof(*now.sorted));
	for (i = 0; i < seen->count; i++)
		if (seen->states[i] == OBSERVED)
			now.sorted[now.sorted_count++] = (struct sorted){ seen->y[i], (uint32_t)i };
	now.picked = grow(now.picked, &now.picked_capacity, seen->count, sizeof(*now.picked));
	sort_by_value(now.sorted, now.picked, now.sorted_count);
	for (i = 0; i < now.sorted_count; i++)
		distinct += i == 0 || now.sorted[i].value != now.sorted[i - 1].value;
	return distinct;
}

/* ---- counting ---- */

/* Part and arm of an observation as one number, or NO_NAME where it is in none. */
static size_t place_of(size_t i)
{
	size_t row = now.seen->first + i, part = now.code == NULL ? 0 : (size_t)now.code[row] - 1;

	if (now.code != NULL && now.code[row] == 0)
		return NO_NAME;
	return part * arm_count + arm_of[now.store->unit[row]];
}

static int64_t weight_of(size_t i)
{
	return now.store->weight == NULL ? 0 : now.store->weight[now.seen->first + i];
}

static void count_in_table(size_t places)
{
	size_t i;

	now.slots = grow(now.slots, &now.slot_capacity, places * now.span, sizeof(*now.slots));
	memset(now.slots, 0, places * now.span * sizeof(*now.slots));
	for (i = 0; i < now.seen->count; i++) {
		size_t place = place_of(i);
		struct slot *slot;

		if (now.seen->states[i] != OBSERVED || place == NO_NAME)
			continue;
		slot = &now.slots[place * now.span + (size_t)(now.seen->y[i] - now.low)];
		slot->n++;
		slot->sum_w += weight_of(i);
	}
}

static void pick_sorted(size_t places)
{
	size_t i, place;

	now.start = grow(now.start, &now.start_capacity, places + 2, sizeof(*now.start));
	memset(now.start, 0, (places + 2) * sizeof(*now.start));
	for (i = 0; i < now.sorted_count; i++)
		if ((place = place_of(now.sorted[i].of)) != NO_NAME)
			now.start[place + 2]++;
	for (i = 2; i < places + 2; i++)
		now.start[i] += now.start[i - 1];
	for (i = 0; i < now.sorted_count; i++) /* start[place + 1] ends as the end of the place */
		if ((place = place_of(now.sorted[i].of)) != NO_NAME)
			now.picked[now.start[place + 1]++] = now.sorted[i];
}

void values_count(const uint16_t *code, size_t parts)
{
	now.code = code;
	if (now.span > 0)
		count_in_table(parts * arm_count);
	else
		pick_sorted(parts * arm_count);
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
	if (pending->row.n > 0)
		pending->put(&pending->row);
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
	if (row->weights != NULL)
		exact_add(row->weights->sum_w, exact_from_int128(sum_w), &row->weights->sum_w);
}

static void add_values(struct pending *pending, size_t place)
{
	size_t i;

	for (i = 0; i < now.span; i++) {
		const struct slot *slot = &now.slots[place * now.span + i];

		if (slot->n > 0)
			add_value(pending, now.low + (int64_t)i, slot->n, slot->sum_w);
	}
	for (i = now.span > 0 ? 0 : now.start[place]; now.span == 0 && i < now.start[place + 1];
		i++)
		add_value(pending, now.picked[i].value, 1, weight_of(now.picked[i].of));
}

void values_write(
	size_t part, struct tally_row row, bool round, void (*put)(const struct tally_row *row))
{
	struct pending pending = { .row = row, .put = put };
	size_t arm;

	pending.row.kind = VALUE_ROW;
	pending.row.cluster = pending.row.stratum = "";
	pending.row.rounded = round;
	pending.row.weights = now.store->weight == NULL ? NULL : &pending.weights;
	for (arm = 0; arm < arm_count; arm++) {
		pending.row.arm = arms[arm];
		add_values(&pending, part * arm_count + arm);
		flush(&pending);
	}
}
