/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums packed rows by village, arm and group, exactly, and writes them. */
#include "tally/sums.h"

#include <stdlib.h>
#include <string.h>

#include "tally/division.h"
#include "tally/totals.h"
#include "tally/values.h"

/* What is being summed: an indicator's measure in a round or pair of rounds. */
static struct {
	const struct store *store;
	struct inquiry inquiry;
	struct reach reach;
	struct terms terms;
	bool counted; /* how often each value occurs is asked too */
	bool round_values;
	struct observations seen;
	struct total *totals; /* of one part of the people */
} now;

/* Fixed for the whole tally. */
static size_t *total_of; /* unit -> its arm and stratum */
static size_t total_count;
static struct unit *totals_of; /* each arm and stratum, in order */
static int64_t largest_weight;

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
	now.totals = keep((total_count + 1) * sizeof(*now.totals));
	series_ends(&store->weights, &(int64_t){ 0 }, &largest_weight);
}

static const struct indicator *indicator_now(void)
{
	return &indicators_load()->list[now.inquiry.indicator];
}

static bool is_ratio(void)
{
	return indicator_now()->type == INDICATOR_RATIO;
}

/* Whether rows have sums with weights. */
static bool has_weights(void)
{
	return now.terms.weighted || is_ratio();
}

/* Of weights as they were added, in 10^-9. */
static int64_t unit_now(void)
{
	return is_ratio() ? 1 : now.store->weight_unit;
}

/* ---- writing ---- */

static void put(const struct tally_row *row)
{
	size_t indicator = now.inquiry.indicator;

	tally_put(row, indicator_now(), now.store->indicators[indicator].scale,
		now.store->indicators[indicator].decimals);
}

static void put_village(const struct cell *cell, const struct unit *unit, struct tally_row row)
{
	struct tally_products products;
	struct tally_weights weights;

	row.kind = VILLAGE_ROW;
	row.products = &products;
	row.weights = has_weights() ? &weights : NULL;
	row.cluster = unit->cluster;
	row.stratum = unit->stratum;
	row.arm = unit->arm;
	cell_fill(cell, unit_now(), &row);
	put(&row);
}

static void put_totals(struct tally_row row)
{
	struct tally_products products;
	struct tally_weights weights;
	struct tally_weight_products weight_products;
	size_t i;

	row.kind = TOTAL_ROW;
	row.products = &products;
	row.weights = has_weights() ? &weights : NULL;
	row.weight_products = has_weights() ? &weight_products : NULL;
	row.cluster = "";
	for (i = 0; i < total_count; i++) {
		if (now.totals[i].cell.members == 0)
			continue;
		row.stratum = totals_of[i].stratum;
		row.arm = totals_of[i].arm;
		row.fpc = store_fpc(now.store, row.stratum, inquiry_round(&now.inquiry));
		total_fill(&now.totals[i], unit_now(), &row);
		put(&row);
	}
}

/* ---- summing ---- */

/* Adds observations first .. end - 1, who are of one unit. */
static void add_people(struct cell *cell, size_t first, size_t end, size_t unit)
{
	if (is_ratio())
		sums_add_ratio(cell, &now.seen, first, end, now.store->weight_unit);
	else
		sums_add(cell, &now.totals[total_of[unit]], &now.seen, first, end, &now.terms);
	if (now.counted)
		values_add(&now.seen, first, end, unit);
}

/* The village under way. */
struct village {
	struct cell cell;
	size_t unit; /* NO_NAME before the first */
};

static void end_village(const struct village *village, const struct tally_row *row)
{
	if (village->unit == NO_NAME)
		return;
	put_village(&village->cell, &now.store->units[village->unit], *row);
	total_add(&now.totals[total_of[village->unit]], &village->cell);
}

/* Adds the people observed, who are in the order of units, and writes each village that is complete. */
static void add_observed(struct village *village, const struct tally_row *row)
{
	const uint32_t *unit = now.store->unit, *rows = now.seen.rows;
	size_t first, end;

	for (first = 0; first < now.seen.count; first = end) {
		if (unit[rows[first]] != village->unit) {
			end_village(village, row);
			*village = (struct village){ .unit = unit[rows[first]] };
		}
		for (end = first + 1; end < now.seen.count && unit[rows[end]] == village->unit;
			end++)
			;
		add_people(&village->cell, first, end, village->unit);
	}
}

/* Rows of the store in its order: a list of them, or (rows NULL) those from `first` on. */
struct people {
	const uint32_t *rows;
	size_t first, count;
};

static void sum_villages(const struct people *people, const struct tally_row *row)
{
	struct village village = { .unit = NO_NAME };
	uint32_t numbers[BATCH];
	size_t done, count, i;

	for (done = 0; done < people->count; done += count) {
		count = people->count - done < BATCH ? people->count - done : BATCH;
		for (i = 0; i < count && people->rows == NULL; i++)
			numbers[i] = (uint32_t)(people->first + done + i);
		observe(&now.seen, &now.inquiry,
			people->rows == NULL ? numbers : people->rows + done, count);
		add_observed(&village, row);
	}
	end_village(&village, row);
}

/* The rows of everybody, or of one value of a group. */
static void write_part(const struct people *people, struct tally_row row)
{
	memset(now.totals, 0, total_count * sizeof(*now.totals));
	if (now.counted)
		values_begin(now.store, &now.reach);
	sum_villages(people, &row);
	put_totals(row);
	if (row.group[0] == '\0')
		now.round_values = now.counted && values_distinct() > DISTINCT_LIMIT;
	if (now.counted)
		values_write(row, now.round_values, put);
}

static void write_group(size_t group, struct tally_row row)
{
	struct division division = divide(now.store, group, inquiry_round(&now.inquiry));
	size_t i;

	row.group = groups_load()->list[group].name;
	for (i = 0; i < division.values; i++) {
		size_t value = division.order[i], first = division.start[value];

		row.group_value = name_text(now.store->groups[group].names, value);
		write_part(&(struct people){ division.rows + first, 0,
				   division.start[value + 1] - first },
			row);
	}
}

static bool are_terms_small(void)
{
	const struct reach *reach = &now.reach;
	int64_t largest = reach->size;

	largest = llabs(reach->low) > largest ? llabs(reach->low) : largest;
	largest = llabs(reach->high) > largest ? llabs(reach->high) : largest;
	return small_enough(largest, largest_weight);
}

static void write_measure(enum measure measure, size_t from, size_t to)
{
	struct tally_row row = {
		.measure = measure, .round_from = from, .round = to, .group = "", .group_value = ""
	};
	size_t round, first, i;

	now.inquiry.measure = measure;
	now.inquiry.from = from;
	now.inquiry.to = to;
	now.reach = inquiry_reach(&now.inquiry);
	now.terms =
		(struct terms){ measure == CHANGE, store_weighted(now.store), are_terms_small() };
	now.counted = tally_has_values(measure) && !is_ratio();
	round = inquiry_round(&now.inquiry);
	first = now.store->round_start[round];
	write_part(&(struct people){ NULL, first, now.store->round_start[round + 1] - first }, row);
	now.counted = now.counted && indicator_now()->type != INDICATOR_AMOUNT;
	for (i = 0; i < groups_load()->count; i++)
		write_group(i, row);
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
	const struct indicator *indicator = indicator_now();
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
	now.store = now.inquiry.store = store;
	for (now.inquiry.indicator = 0; now.inquiry.indicator < indicators_load()->count;
		now.inquiry.indicator++)
		write_indicator(pairs, count);
}
