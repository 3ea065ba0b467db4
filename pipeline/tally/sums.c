/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums packed rows by village, arm and group, exactly, and writes them. */
#include "tally/sums.h"

#include <stdlib.h>
#include <string.h>

#include "tally/totals.h"
#include "tally/values.h"

/* What is being summed: an indicator's measure in a round or pair of rounds. */
static struct {
	const struct store *store;
	size_t indicator;
	struct tally_row key; /* measure and rounds of the rows to write */
	struct observations seen;
	bool round_values;
} now;

/* Fixed for the whole tally. */
static size_t *total_of; /* unit -> its arm and stratum */
static size_t total_count;
static struct unit *totals_of; /* each arm and stratum, in order */

static int by_total(const void *left, const void *right)
{
	const struct unit *a = left, *b = right;
	int order = strcmp(a->stratum, b->stratum);

	return order != 0 ? order : strcmp(a->arm, b->arm);
}

static void find_totals(const struct store *store)
{
	size_t i;

	total_of = keep((store->unit_count + 1) * sizeof(*total_of));
	totals_of = keep((store->unit_count + 1) * sizeof(*totals_of));
	memcpy(totals_of, store->units, store->unit_count * sizeof(*totals_of));
	qsort(totals_of, store->unit_count, sizeof(*totals_of), by_total);
	for (i = 0; i < store->unit_count; i++)
		if (i == 0 || by_total(&totals_of[total_count - 1], &totals_of[i]) != 0)
			totals_of[total_count++] = totals_of[i];
	for (i = 0; i < store->unit_count; i++)
		total_of[i] = (size_t)((struct unit *)bsearch(&store->units[i], totals_of,
					       total_count, sizeof(*totals_of), by_total) -
			totals_of);
}

static bool is_ratio(void)
{
	return indicators_load()->list[now.indicator].type == INDICATOR_RATIO;
}

/* Whether rows have sums with weights. */
static bool has_weights(void)
{
	return now.store->weight != NULL || is_ratio();
}

static void put(const struct tally_row *row)
{
	tally_put(row, &indicators_load()->list[now.indicator],
		now.store->indicators[now.indicator].scale,
		now.store->indicators[now.indicator].decimals);
}

static void put_villages(const struct cell *cells, struct tally_row row)
{
	struct tally_weights weights;
	size_t i;

	row.kind = VILLAGE_ROW;
	for (i = 0; i < now.store->unit_count; i++) {
		const struct cell *cell = &cells[i];
		const struct unit *unit = &now.store->units[i];

		if (cell->members == 0)
			continue;
		row.cluster = unit->cluster;
		row.stratum = unit->stratum;
		row.arm = unit->arm;
		cell_fill(cell, has_weights() ? &weights : NULL, &row);
		put(&row);
	}
}

static void put_totals(const struct total *totals, struct tally_row row)
{
	size_t round = row.measure == LEVEL ? row.round : row.round_from, i;
	struct tally_weights weights;

	row.kind = TOTAL_ROW;
	row.cluster = "";
	for (i = 0; i < total_count; i++) {
		if (totals[i].cell.members == 0)
			continue;
		row.stratum = totals_of[i].stratum;
		row.arm = totals_of[i].arm;
		row.fpc = store_fpc(now.store, row.stratum, round);
		total_fill(&totals[i], has_weights() ? &weights : NULL, &row);
		put(&row);
	}
}

/* Sums observations by unit and by arm and stratum, for each part of a group (code NULL: everybody). */
static void sum_parts(struct cell *cells, struct total *totals, const uint16_t *code, size_t parts)
{
	const struct store *store = now.store;
	struct cell *cell;
	size_t i, part, unit;

	for (i = 0; i < now.seen.count; i++) {
		size_t row = now.seen.first + i;
		int64_t weight = store->weight == NULL ? 0 : store->weight[row];

		if (code != NULL && code[row] == 0)
			continue;
		part = code == NULL ? 0 : (size_t)code[row] - 1;
		unit = store->unit[row];
		cell = &cells[part * store->unit_count + unit];
		if (is_ratio())
			sums_add_ratio(cell, &now.seen, i, weight);
		else
			sums_add(cell, &totals[part * total_count + total_of[unit]], &now.seen, i,
				weight, now.key.measure == CHANGE);
	}
	for (part = 0; part < parts; part++)
		for (unit = 0; unit < store->unit_count; unit++)
			total_add(&totals[part * total_count + total_of[unit]],
				&cells[part * store->unit_count + unit]);
}

/* The rows of everybody (code NULL) or of each value of a group. */
static void write_group(
	const struct names *values, const uint16_t *code, struct tally_row row, bool with_values)
{
	const struct store *store = now.store;
	size_t parts = values == NULL ? 1 : name_count(values),
	       *order = values == NULL ? NULL : names_sorted(values), i;
	size_t capacity = 0, total_capacity = 0;
	struct cell *cells = grow(NULL, &capacity, parts * store->unit_count + 1, sizeof(*cells));
	struct total *totals =
		grow(NULL, &total_capacity, parts * total_count + 1, sizeof(*totals));

	sum_parts(cells, totals, code, parts);
	if (with_values)
		values_count(code, parts);
	for (i = 0; i < parts; i++) {
		size_t part = values == NULL ? 0 : order[i];

		row.group_value = values == NULL ? "" : name_text(values, part);
		put_villages(&cells[part * store->unit_count], row);
		put_totals(&totals[part * total_count], row);
		if (with_values)
			values_write(part, row, now.round_values, put);
	}
	cells_release(cells, parts * store->unit_count);
	totals_release(totals, parts * total_count);
}

static void write_measure(enum measure measure, size_t from, size_t to)
{
	const struct indicator *indicator = &indicators_load()->list[now.indicator];
	const struct groups *groups = groups_load();
	struct tally_row row = {
		.measure = measure, .round_from = from, .round = to, .group = "", .group_value = ""
	};
	bool counted = tally_has_values(measure) && indicator->type != INDICATOR_RATIO;
	size_t i;

	now.key = row;
	observe(&now.seen, now.store, now.indicator, measure, from, to);
	if (counted)
		now.round_values = values_begin(&now.seen, now.store) > DISTINCT_LIMIT;
	write_group(NULL, NULL, row, counted);
	for (i = 0; i < groups->count; i++) {
		row.group = groups->list[i].name;
		write_group(now.store->groups[i].names, now.store->groups[i].code, row,
			counted && indicator->type != INDICATOR_AMOUNT);
	}
}

static int by_rounds(const void *left, const void *right)
{
	const struct round_pair *a = left, *b = right;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

static void write_indicator(const struct round_pair *pairs, size_t pair_count)
{
	const struct indicator *indicator = &indicators_load()->list[now.indicator];
	size_t measure, i;

	for (i = 0; i < rounds_load()->count; i++)
		write_measure(LEVEL, NO_NAME, i);
	for (measure = CHANGE;
		study_load()->design == PANEL && !is_ratio() && measure < MEASURE_COUNT; measure++)
		for (i = 0; i < pair_count; i++)
			if (measure == CHANGE || indicator->direction != DIRECTION_NONE)
				write_measure((enum measure)measure, pairs[i].from, pairs[i].to);
}

void sums_write(const struct store *store)
{
	const struct round_pair *list;
	size_t count = round_pairs(rounds_load(), &list);
	struct round_pair *pairs = keep((count + 1) * sizeof(*pairs));

	if (store->rows == 0)
		return;
	if (count > 0)
		memcpy(pairs, list, count * sizeof(*pairs));
	qsort(pairs, count, sizeof(*pairs), by_rounds);
	find_totals(store);
	now.store = store;
	for (now.indicator = 0; now.indicator < indicators_load()->count; now.indicator++)
		write_indicator(pairs, count);
}
