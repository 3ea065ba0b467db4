/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means over a cell: its people as rows of a small tally, which result/ knows how to weigh. */
#include <string.h>

#include "result/design.h"
#include "result/sample.h"
#include "spread/cell.h"
#include "stat/cluster.h"
#include "study/study.h"
#include "tally/tally.h"

/* One pointer each, since the tally compares texts by their places. */
static const char blank[] = "";

/* The units of the store with such texts. */
static const struct unit *units;

static struct tally_row *rows;
static size_t row_count, row_capacity;
static struct tally_weights *heavy; /* of each row */
static size_t heavy_capacity;

static const char *once(const struct names *names, const char *text)
{
	size_t number = name_find(names, text, strlen(text));

	return number == NO_NAME ? blank : name_text(names, number);
}

static const struct unit *units_of(const struct people *people)
{
	const struct store *store = people->store;
	struct unit *made = keep((store->unit_count + 1) * sizeof(*made));
	size_t i;

	for (i = 0; i < store->unit_count; i++)
		made[i] = (struct unit){ store->units[i].cluster,
			once(store->strata, store->units[i].stratum),
			people->arm[i] == ALL_ARMS ? blank : people->arms[people->arm[i]] };
	return made;
}

static struct tally_row *add_row(
	const struct cell *cell, enum row_kind kind, const struct unit *unit)
{
	rows = grow(rows, &row_capacity, row_count + 1, sizeof(*rows));
	rows[row_count] = (struct tally_row){ .kind = kind,
		.measure = LEVEL,
		.round_from = NO_NAME,
		.round = cell->round,
		.arm = unit->arm,
		.group = blank,
		.group_value = blank,
		.stratum = unit->stratum,
		.cluster = kind == VILLAGE_ROW ? unit->cluster : blank };
	return &rows[row_count++];
}

/* Every stratum of the study, with its population: one row an arm. */
static void add_strata(const struct cell *cell)
{
	const struct store *store = cell->people->store;
	size_t first = row_count, i, j;

	for (i = 0; i < store->unit_count; i++) {
		const struct unit *unit = &units[i];

		for (j = first; j < row_count; j++)
			if (rows[j].arm == unit->arm && rows[j].stratum == unit->stratum)
				break;
		if (j == row_count)
			add_row(cell, TOTAL_ROW, unit)->fpc =
				store_fpc(store, unit->stratum, cell->round);
	}
}

/* Every village of the round: without members it counts with a total of 0. */
static void add_visits(const struct cell *cell)
{
	const struct store *store = cell->people->store;
	uint32_t row, first = store->round_start[cell->round];

	for (row = first; row < store->round_start[cell->round + 1]; row++)
		if (row == first || store->unit[row] != store->unit[row - 1])
			add_row(cell, VILLAGE_ROW, &units[store->unit[row]]);
}

static int128 derive(const struct derived *derived, int64_t value)
{
	int128 scaled = (int128)value * derived->factor;

	if (derived->share)
		return value >= derived->low && value <= derived->high;
	if (scaled < derived->low)
		return derived->low;
	return scaled > derived->high ? derived->high : scaled;
}

static void add_person(
	struct tally_row *row, struct tally_weights *sums, int128 value, int64_t weight)
{
	struct exact y = exact_from_int128(value), wy;

	row->n++;
	exact_add(row->sum_y, y, &row->sum_y);
	exact_multiply_int64(y, weight, &wy);
	exact_add(sums->sum_w, exact_from_int64(weight), &sums->sum_w);
	exact_add(sums->sum_wy, wy, &sums->sum_wy);
}

/* The cell's people by unit; of everybody they take the place of the visits. */
static void add_members(const struct cell *cell, const struct derived *derived)
{
	const struct store *store = cell->people->store;
	size_t i, at = 0;

	for (i = 0; i < cell->n; i++) {
		uint32_t unit = store->unit[cell->rows[i]];

		if (i == 0 || unit != store->unit[cell->rows[i - 1]]) {
			struct tally_row *row = add_row(cell, VILLAGE_ROW, &units[unit]);

			at = row_count - 1;
			if (cell->division->group != NULL) {
				row->group = cell->division->group->name;
				row->group_value = cell->division->value;
			}
			heavy = grow(heavy, &heavy_capacity, row_count, sizeof(*heavy));
			memset(&heavy[at], 0, sizeof(*heavy));
		}
		add_person(&rows[at], &heavy[at], derive(derived, cell->values[i]),
			row_weight(cell->people, cell->rows[i]));
	}
}

static void make_rows(const struct cell *cell, const struct derived *derived)
{
	size_t i;

	if (units == NULL)
		units = units_of(cell->people);
	row_count = 0;
	add_strata(cell);
	add_visits(cell);
	add_members(cell, derived);
	for (i = 0; i < row_count && store_weighted(cell->people->store); i++)
		if (rows[i].n > 0)
			rows[i].weights = &heavy[i];
}

struct contrast cell_mean(const struct cell *cell, const struct derived *derived, struct text *note)
{
	static const double one = 1;
	const struct division *division = cell->division;
	struct tally_block block = { .indicator = cell->indicator,
		.scale = derived->share ? 1 : cell->scale * derived->factor };
	struct sample sample = { LEVEL, NO_NAME, cell->round,
		cell->arm == ALL_ARMS ? NULL : arm_name(cell->people, cell->arm),
		division->group == NULL ? "" : division->group->name,
		division->group == NULL ? "" : division->value };
	const struct samples *samples;
	const struct cluster_cell *parts;
	size_t count;

	make_rows(cell, derived);
	block.rows = rows;
	block.count = row_count;
	samples = samples_of(&block);
	if (study_weighted())
		return design_of(samples, &sample, 1, &one, note).contrast;
	count = sample_parts(samples, &sample, 1, &parts);
	return cluster_contrast(parts, count, &one, 1, block.scale, study_load()->confidence);
}
