/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts distinct values arm by arm. */
#include "tally/values.h"

#include <stdlib.h>
#include <string.h>

/* A value with a weight (0 where people count alike). */
struct entry {
	int64_t value, weight;
};

/* A distinct value: how many people have it, and their weights. */
struct slot {
	int64_t value, n;
	int128 sum_w;
};

static struct entry *entries;
static size_t entry_capacity;
static struct slot *slots;	/* the table made last, in ascending order */
static size_t slot_capacity;
static const char **arms;	/* of the store, in order */
static size_t arm_count;

static int by_value(const void *left, const void *right)
{
	int64_t a = ((const struct entry *)left)->value, b = ((const struct entry *)right)->value;

	return (a > b) - (a < b);
}

static void add_entry(struct slot *slot, const struct entry *entry)
{
	slot->value = entry->value;
	slot->n++;
	slot->sum_w += entry->weight;
}

/* One slot for each whole number from the lowest value on; then those that nobody has go. */
static size_t tabulate_close(size_t count, int64_t low, size_t span)
{
	size_t kept = 0, i;

	slots = grow(slots, &slot_capacity, span, sizeof(*slots));
	memset(slots, 0, span * sizeof(*slots));
	for (i = 0; i < count; i++)
		add_entry(&slots[entries[i].value - low], &entries[i]);
	for (i = 0; i < span; i++)
		if (slots[i].n > 0)
			slots[kept++] = slots[i];
	return kept;
}

static size_t tabulate_sorted(size_t count)
{
	size_t kept = 0, i;

	qsort(entries, count, sizeof(*entries), by_value);
	for (i = 0; i < count; i++) {
		if (kept == 0 || slots[kept - 1].value != entries[i].value) {
			slots = grow(slots, &slot_capacity, kept + 1, sizeof(*slots));
			slots[kept++] = (struct slot){ 0 };
		}
		add_entry(&slots[kept - 1], &entries[i]);
	}
	return kept;
}

/* Makes slots of so many entries; how many. Values that lie close together, which answers do, need
 * no sorting. */
static size_t tabulate(size_t count)
{
	int64_t low = 0, high = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		low = i == 0 || entries[i].value < low ? entries[i].value : low;
		high = i == 0 || entries[i].value > high ? entries[i].value : high;
	}
	if (count > 0 && (uint64_t)(high - low) < count / 2 + 1000)	/* values are below 2^62 in size */
		return tabulate_close(count, low, (size_t)(high - low) + 1);
	return tabulate_sorted(count);
}

size_t values_distinct(const struct observations *seen)
{
	size_t count = 0, i;

	if (seen->count <= DISTINCT_LIMIT)
		return seen->count;	/* no need to look closer */
	entries = grow(entries, &entry_capacity, seen->count, sizeof(*entries));
	for (i = 0; i < seen->count; i++)
		if (seen->list[i].state == OBSERVED)
			entries[count++] = (struct entry){ seen->list[i].y, 0 };
	return tabulate(count);
}

static int by_text(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void find_arms(const struct store *store)
{
	size_t i, j;

	arms = keep((store->unit_count + 1) * sizeof(*arms));
	for (i = 0; i < store->unit_count; i++) {
		for (j = 0; j < arm_count && strcmp(arms[j], store->units[i].arm) != 0; j++)
			;
		if (j == arm_count)
			arms[arm_count++] = store->units[i].arm;
	}
	qsort(arms, arm_count, sizeof(*arms), by_text);
}

/* Adds a slot to a row whose value is its own or that at 4 digits. */
static void add_slot(struct tally_row *row, const struct slot *slot)
{
	struct exact sum;

	row->n += slot->n;
	if (row->rounded && (exact_multiply_int64(exact_from_int64(slot->value), slot->n, &sum) != STAT_OK ||
			     exact_add(row->sum_y, sum, &row->sum_y) != STAT_OK))
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
	if (row->weights != NULL)
		exact_add(row->weights->sum_w, exact_from_int128(slot->sum_w), &row->weights->sum_w);
}

static void write_slots(const struct value_rows *rows, const char *arm, size_t count, bool weighted)
{
	struct tally_row row = rows->row;
	struct tally_weights weights;
	size_t i = 0;

	row.kind = VALUE_ROW;
	row.arm = arm;
	row.cluster = row.stratum = "";
	row.rounded = rows->round;
	row.weights = weighted ? &weights : NULL;
	while (i < count) {
		row.value = rows->round ? four_digits(slots[i].value) : slots[i].value;
		row.n = 0;
		row.sum_y = exact_from_int64(0);
		weights = (struct tally_weights){ .sum_w = exact_from_int64(0) };
		do
			add_slot(&row, &slots[i++]);
		while (i < count && rows->round && four_digits(slots[i].value) == row.value);
		rows->put(&row);
	}
}

void values_write(const struct value_rows *rows, const struct observations *seen, const struct store *store,
		  const uint16_t *code, size_t wanted)
{
	const int64_t *weight = store->weight;
	size_t arm, count, i;

	if (arms == NULL)
		find_arms(store);
	entries = grow(entries, &entry_capacity, seen->count + 1, sizeof(*entries));
	for (arm = 0; arm < arm_count; arm++) {
		count = 0;
		for (i = 0; i < seen->count; i++) {
			const struct observation *one = &seen->list[i];

			if (one->state == OBSERVED && (code == NULL || code[one->row] == wanted) &&
			    strcmp(store->units[store->unit[one->row]].arm, arms[arm]) == 0)
				entries[count++] = (struct entry){ one->y, weight == NULL ? 0 : weight[one->row] };
		}
		write_slots(rows, arms[arm], tabulate(count), weight != NULL);
	}
}
