/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts distinct values arm by arm: those that lie close together, as answers do, in a table; others,
 * as amounts, by sorting them. */
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
	size_t span;        /* of a table; 0 where values are sorted */
	struct slot *slots; /* [arm, value - low] */
	size_t slot_capacity;
	bool in_order;       /* lists of all arms */
	struct sorted *room; /* to sort them */
	size_t room_capacity;
} now;

/* Observed values of an arm that are to be sorted, and their rows. */
static struct list {
	struct sorted *items;
	size_t count, capacity;
	size_t next; /* that was not looked at */
} * lists;

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
	lists = keep((arm_count + 1) * sizeof(*lists));
	for (i = 0; i < store->unit_count; i++)
		arm_of[i] = (size_t)((const char **)bsearch(&store->units[i].arm, arms, arm_count,
					     sizeof(*arms), by_text) -
			arms);
}

/* ---- counting ---- */

void values_begin(const struct store *store, const struct reach *reach)
{
	size_t places, arm;

	if (arms == NULL)
		find_arms(store);
	now.store = store;
	now.low = reach->low;
	now.in_order = false;
	for (arm = 0; arm < arm_count; arm++)
		lists[arm].count = lists[arm].next = 0;
	now.span =
		reach->high - reach->low < MOST_SPAN ? (size_t)(reach->high - reach->low) + 1 : 0;
	places = arm_count * now.span;
	now.slots = grow(now.slots, &now.slot_capacity, places, sizeof(*now.slots));
	if (places > 0)
		memset(now.slots, 0, places * sizeof(*now.slots));
}

static void list_values(
	struct list *list, const struct observations *seen, size_t first, size_t end)
{
	size_t i;

	list->items =
		grow(list->items, &list->capacity, list->count + end - first, sizeof(*list->items));
	for (i = first; i < end; i++)
		if (seen->states[i] == OBSERVED)
			list->items[list->count++] = (struct sorted){ seen->y[i], seen->rows[i] };
}

void values_add(const struct observations *seen, size_t first, size_t end, size_t unit)
{
	struct slot *slots = now.slots + arm_of[unit] * now.span;
	size_t i;

	if (now.span == 0) {
		list_values(&lists[arm_of[unit]], seen, first, end);
		return;
	}
	for (i = first; i < end; i++) {
		if (seen->states[i] != OBSERVED)
			continue;
		slots[seen->y[i] - now.low].n++;
		slots[seen->y[i] - now.low].sum_w += seen->w[i];
	}
}

static void sort_lists(void)
{
	size_t arm;

	for (arm = 0; arm < arm_count && !now.in_order; arm++) {
		now.room = grow(now.room, &now.room_capacity, lists[arm].count, sizeof(*now.room));
		sort_by_value(lists[arm].items, now.room, lists[arm].count);
	}
	now.in_order = true;
}

/* Passes the values of a list that are this one. */
static void pass_value(struct list *list, int64_t value)
{
	while (list->next < list->count && list->items[list->next].value == value)
		list->next++;
}

/* The least value that was not passed in any list; false where there is none. */
static bool least_value(int64_t *least)
{
	bool any = false;
	size_t arm;

	for (arm = 0; arm < arm_count; arm++) {
		const struct list *list = &lists[arm];

		if (list->next == list->count || (any && list->items[list->next].value >= *least))
			continue;
		*least = list->items[list->next].value;
		any = true;
	}
	return any;
}

size_t values_distinct(void)
{
	size_t distinct = 0, arm;
	int64_t value = 0;

	if (now.span > 0)
		return now.span;
	sort_lists();
	for (arm = 0; arm < arm_count; arm++)
		lists[arm].next = 0;
	for (; least_value(&value); distinct++)
		for (arm = 0; arm < arm_count; arm++)
			pass_value(&lists[arm], value);
	return distinct;
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

static void add_counted(struct pending *pending, const struct slot *slots)
{
	size_t i;

	for (i = 0; i < now.span; i++)
		if (slots[i].n > 0)
			add_value(pending, now.low + (int64_t)i, slots[i].n, slots[i].sum_w);
}

/* Equal values stand together. */
static void add_listed(struct pending *pending, const struct list *list)
{
	bool weighted = store_weighted(now.store);
	size_t first, end;

	for (first = 0; first < list->count; first = end) {
		int64_t value = list->items[first].value;
		int128 sum_w = 0;

		for (end = first; end < list->count && list->items[end].value == value; end++)
			if (weighted)
				sum_w += series_value(&now.store->weights, list->items[end].of);
		add_value(pending, value, (int64_t)(end - first), sum_w);
	}
}

void values_write(struct tally_row row, bool round, void (*put)(const struct tally_row *row))
{
	struct pending pending = { .row = row, .put = put };
	size_t arm;

	sort_lists();
	pending.row.kind = VALUE_ROW;
	pending.row.cluster = pending.row.stratum = "";
	pending.row.rounded = round;
	pending.row.weights = store_weighted(now.store) ? &pending.weights : NULL;
	for (arm = 0; arm < arm_count; arm++) {
		pending.row.arm = arms[arm];
		if (now.span > 0)
			add_counted(&pending, now.slots + arm * now.span);
		else
			add_listed(&pending, &lists[arm]);
		flush(&pending);
	}
}
