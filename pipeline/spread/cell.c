/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the people of a cell and counts their values. */
#include "spread/cell.h"

#include <stdlib.h>
#include <string.h>

#include "people/covariates.h"

/* One value and what it weighs, to be sorted. */
struct heavy {
	int64_t value, weight;
};

static struct {
	uint32_t *rows;
	int64_t *values;
	struct heavy *sorted;
	struct value_count *counts;
	struct value_weight *weights;
	size_t row_capacity, value_capacity, sorted_capacity, count_capacity, weight_capacity;
} room;

int64_t row_weight(const struct people *people, uint32_t row)
{
	return store_weighted(people->store) ? store_weight(people->store, row) : 1;
}

static void gather(
	struct cell *cell, int64_t (*value_of)(uint32_t row, const void *what), const void *what)
{
	const struct store *store = cell->people->store;
	uint32_t row, end = store->round_start[cell->round + 1];
	size_t most = end - store->round_start[cell->round] + 1;

	room.rows = grow(room.rows, &room.row_capacity, most, sizeof(*room.rows));
	room.values = grow(room.values, &room.value_capacity, most, sizeof(*room.values));
	for (row = store->round_start[cell->round]; row < end; row++) {
		int64_t value;

		if (!row_of_arm(cell->people, row, cell->arm) ||
			!row_in_division(cell->people, row, cell->division))
			continue;
		value = value_of(row, what);
		if (value == NO_VALUE) {
			cell->n_missing++;
			continue;
		}
		room.rows[cell->n] = row;
		room.values[cell->n++] = value;
	}
	cell->rows = room.rows;
	cell->values = room.values;
}

static int compare_values(const void *left, const void *right)
{
	const struct heavy *a = left, *b = right;

	return (a->value > b->value) - (a->value < b->value);
}

static void add_distinct(struct cell *cell, int64_t value)
{
	size_t i = cell->distinct++;

	room.counts = grow(room.counts, &room.count_capacity, cell->distinct, sizeof(*room.counts));
	room.weights =
		grow(room.weights, &room.weight_capacity, cell->distinct, sizeof(*room.weights));
	room.counts[i] = (struct value_count){ value, 0 };
	room.weights[i] = (struct value_weight){ value, exact_from_int64(0) };
}

/* A weight is below 2^63 and people are fewer than 2^32, so that 256 bits hold any sum. */
static void count_values(struct cell *cell)
{
	size_t i;

	room.sorted = grow(room.sorted, &room.sorted_capacity, cell->n + 1, sizeof(*room.sorted));
	for (i = 0; i < cell->n; i++)
		room.sorted[i] =
			(struct heavy){ cell->values[i], row_weight(cell->people, cell->rows[i]) };
	qsort(room.sorted, cell->n, sizeof(*room.sorted), compare_values);
	for (i = 0; i < cell->n; i++) {
		struct value_weight *weight;

		if (i == 0 || room.sorted[i].value != room.sorted[i - 1].value)
			add_distinct(cell, room.sorted[i].value);
		room.counts[cell->distinct - 1].count++;
		weight = &room.weights[cell->distinct - 1];
		exact_add(weight->weight, exact_from_int64(room.sorted[i].weight), &weight->weight);
	}
	cell->counts = room.counts;
	cell->weights = store_weighted(cell->people->store) ? room.weights : NULL;
}

/* Marks the villages that are met, in `place`, and counts them. */
static size_t mark_villages(const struct cell *cell, size_t *place, size_t clusters)
{
	size_t met = 0, i;

	memset(place, 0, clusters * sizeof(*place));
	for (i = 0; i < cell->n; i++) {
		size_t *mark = &place[row_cluster(cell->people, cell->rows[i])];

		met += *mark == 0;
		*mark = 1;
	}
	return met;
}

/* Villages are ranked from 0, and there are no more of them than units. */
static size_t *village_room(const struct cell *cell, size_t *clusters)
{
	static size_t *place;

	*clusters = cell->people->store->unit_count + 1;
	if (place == NULL)
		place = keep((*clusters + 1) * sizeof(*place));
	return place;
}

const size_t *cell_villages(const struct cell *cell)
{
	static size_t *places, capacity;
	size_t clusters, next = 0, i, *place = village_room(cell, &clusters);

	mark_villages(cell, place, clusters);
	for (i = 0; i < clusters; i++)
		if (place[i] > 0)
			place[i] = next++;
	places = grow(places, &capacity, cell->n + 1, sizeof(*places));
	for (i = 0; i < cell->n; i++)
		places[i] = place[row_cluster(cell->people, cell->rows[i])];
	return places;
}

struct cell cell_by(const struct cell *of, int64_t (*value_of)(uint32_t row, const void *what),
	const void *what, int64_t scale)
{
	struct cell cell = { .people = of->people,
		.indicator = of->indicator,
		.round = of->round,
		.arm = of->arm,
		.division = of->division,
		.scale = scale };
	size_t clusters, *place;

	gather(&cell, value_of, what);
	count_values(&cell);
	place = village_room(&cell, &clusters);
	cell.villages = mark_villages(&cell, place, clusters);
	return cell;
}

static int64_t own_value(uint32_t row, const void *series)
{
	return series_value(series, row);
}

struct cell cell_of(const struct people *people, size_t indicator, size_t round, size_t arm,
	const struct division *division)
{
	const struct cell about = { .people = people,
		.indicator = indicator,
		.round = round,
		.arm = arm,
		.division = division };

	return cell_by(&about, own_value, &people->store->indicators[indicator].values,
		indicator_scale(people, indicator));
}
