/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the rows of a store by counting, once, before anything is summed. */
#include "tally/arrange.h"

#include <stdlib.h>
#include <string.h>

#include "tally/cells.h"

static const struct unit *sorting;

static int by_unit(const void *left, const void *right)
{
	const struct unit *a = &sorting[*(const uint32_t *)left],
			  *b = &sorting[*(const uint32_t *)right];
	int order = strcmp(a->cluster, b->cluster);

	if (order == 0)
		order = strcmp(a->stratum, b->stratum);
	return order != 0 ? order : strcmp(a->arm, b->arm);
}

/* Sorts units; the new number of each old one. Names of villages then stand in memory in the order in
 * which they are written. */
static uint32_t *sort_units(struct unit *units, size_t count)
{
	uint32_t *sorted = keep((count + 1) * sizeof(*sorted)),
		 *number = keep((count + 1) * sizeof(*number));
	struct unit *before = keep((count + 1) * sizeof(*before));
	size_t i;

	for (i = 0; i < count; i++)
		sorted[i] = (uint32_t)i;
	sorting = units;
	qsort(sorted, count, sizeof(*sorted), by_unit);
	for (i = 0; i < count; i++) {
		before[i] = units[i];
		number[sorted[i]] = (uint32_t)i;
	}
	for (i = 0; i < count; i++) {
		units[i] = before[sorted[i]];
		units[i].cluster = keep_text(units[i].cluster, strlen(units[i].cluster));
	}
	return number;
}

/* Old rows in their new order, which keeps the old one within a unit; where each round begins. */
static uint32_t *sort_rows(struct store *store, size_t rounds)
{
	size_t room = 0, capacity = 0, places = rounds * store->unit_count, i;
	uint32_t *start = grow(NULL, &room, places + 1, sizeof(*start));
	uint32_t *order = grow(NULL, &capacity, store->rows + 1, sizeof(*order));

	for (i = 0; i < store->rows; i++)
		start[store->round[i] * store->unit_count + store->unit[i] + 1]++;
	for (i = 0; i < places; i++)
		start[i + 1] += start[i];
	for (i = 0; i <= rounds; i++)
		store->round_start[i] = start[i * store->unit_count];
	for (i = 0; i < store->rows; i++)
		order[start[store->round[i] * store->unit_count + store->unit[i]]++] = (uint32_t)i;
	free(start);
	return order;
}

void store_arrange(struct store *store, struct unit *units)
{
	size_t rounds = rounds_load()->count, rows = store->rows, i;
	uint32_t *number = sort_units(units, store->unit_count), *order;

	store->units = units;
	store->round_start = keep((rounds + 1) * sizeof(*store->round_start));
	for (i = 0; i < rows; i++)
		store->unit[i] = number[store->unit[i]];
	order = sort_rows(store, rounds);
	store->unit = cells_reordered(store->unit, sizeof(*store->unit), order, rows);
	store->round = cells_reordered(store->round, sizeof(*store->round), order, rows);
	store->person = cells_reordered(store->person, sizeof(*store->person), order, rows);
	series_reorder(&store->weights, order);
	for (i = 0; i < groups_load()->count; i++)
		store->groups[i].code = cells_reordered(
			store->groups[i].code, sizeof(*store->groups[i].code), order, rows);
	for (i = 0; i < indicators_load()->count; i++) {
		series_reorder(&store->indicators[i].values, order);
		if (indicators_load()->list[i].type == INDICATOR_RATIO)
			series_reorder(&store->indicators[i].per, order);
	}
	for (i = 0; i < rows; i++)
		store->row_of[store->person[i] * rounds + store->round[i]] = (uint32_t)i;
	free(order);
}
