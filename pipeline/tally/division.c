/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts rows of a round by their value of a group, by counting. */
#include "tally/division.h"

#include <string.h>

static uint32_t *rows, *start;
static size_t row_capacity, start_capacity;

/* Names of each group in order, sorted once. */
static const size_t *order_of(const struct store *store, size_t group)
{
	static size_t **orders;

	if (orders == NULL)
		orders = keep(groups_load()->count * sizeof(*orders));
	if (orders[group] == NULL)
		orders[group] = names_sorted(store->groups[group].names);
	return orders[group];
}

struct division divide(const struct store *store, size_t group, size_t round)
{
	const uint16_t *code = store->groups[group].code;
	size_t values = name_count(store->groups[group].names), first = store->round_start[round],
	       end = store->round_start[round + 1], i;

	rows = grow(rows, &row_capacity, end - first, sizeof(*rows));
	start = grow(start, &start_capacity, values + 2, sizeof(*start));
	memset(start, 0, (values + 2) * sizeof(*start));
	for (i = first; i < end; i++)
		if (code[i] > 0)
			start[code[i] + 1]++;
	for (i = 2; i < values + 2; i++)
		start[i] += start[i - 1];
	for (i = first; i < end;
		i++) /* start[code] ends as the end of the value, the next one's start */
		if (code[i] > 0)
			rows[start[code[i]]++] = (uint32_t)i;
	return (struct division){ rows, start, values, order_of(store, group) };
}
