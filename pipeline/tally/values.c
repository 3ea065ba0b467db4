/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts distinct values arm by arm. */
#include "tally/values.h"

#include <stdlib.h>
#include <string.h>

static int64_t *sorted;		/* room for the values being counted */
static size_t capacity;
static const char **arms;	/* of the store, in order */
static size_t arm_count;

static int by_value(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

/* Sorts by counting where values lie close together, which answers do. */
static void sort_values(size_t count)
{
	int64_t low = 0, high = 0, value;
	size_t room = 0, span, i, next = 0;
	uint32_t *counts;

	for (i = 0; i < count; i++) {
		low = i == 0 || sorted[i] < low ? sorted[i] : low;
		high = i == 0 || sorted[i] > high ? sorted[i] : high;
	}
	span = (size_t)(high - low) + 1;	/* values are below 2^62 in size */
	if (span > 2 * count + 1000) {
		qsort(sorted, count, sizeof(*sorted), by_value);
		return;
	}
	counts = grow(NULL, &room, span, sizeof(*counts));
	for (i = 0; i < count; i++)
		counts[sorted[i] - low]++;
	for (value = low; value <= high; value++)
		for (; counts[value - low] > 0; counts[value - low]--)
			sorted[next++] = value;
	free(counts);
}

size_t values_distinct(const struct observations *seen)
{
	size_t count = 0, distinct = 0, i;

	if (seen->count <= DISTINCT_LIMIT)
		return seen->count;	/* no need to look closer */
	sorted = grow(sorted, &capacity, seen->count, sizeof(*sorted));
	for (i = 0; i < seen->count; i++)
		if (seen->list[i].state == OBSERVED)
			sorted[count++] = seen->list[i].y;
	sort_values(count);
	for (i = 0; i < count; i++)
		distinct += i == 0 || sorted[i] != sorted[i - 1];
	return distinct;
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

static void write_runs(const struct value_rows *rows, const char *arm, size_t count)
{
	struct tally_row row = rows->row;
	size_t start, end;

	row.kind = VALUE_ROW;
	row.arm = arm;
	row.cluster = row.stratum = "";
	row.rounded = rows->round;
	for (start = 0; start < count; start = end) {
		row.value = rows->round ? four_digits(sorted[start]) : sorted[start];
		row.sum_y = exact_from_int64(0);
		for (end = start; end < count && (rows->round ? four_digits(sorted[end]) : sorted[end]) == row.value; end++)
			if (rows->round)
				exact_add(row.sum_y, exact_from_int64(sorted[end]), &row.sum_y);
		row.n = (int64_t)(end - start);
		rows->put(&row);
	}
}

void values_write(const struct value_rows *rows, const struct observations *seen, const struct store *store,
		  const uint16_t *code, size_t wanted)
{
	size_t arm, count, i;

	if (arms == NULL)
		find_arms(store);
	sorted = grow(sorted, &capacity, seen->count + 1, sizeof(*sorted));
	for (arm = 0; arm < arm_count; arm++) {
		count = 0;
		for (i = 0; i < seen->count; i++) {
			const struct observation *one = &seen->list[i];

			if (one->state == OBSERVED && (code == NULL || code[one->row] == wanted) &&
			    strcmp(store->units[store->unit[one->row]].arm, arms[arm]) == 0)
				sorted[count++] = one->y;
		}
		sort_values(count);
		write_runs(rows, arms[arm], count);
	}
}
