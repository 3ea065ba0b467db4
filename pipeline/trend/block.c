/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds levels and slopes up by village, exactly. */
#include "trend/block.h"

#include <string.h>

/* What a row points to. */
struct sums {
	struct tally_products products;
	struct tally_weights weights;
	struct tally_weight_products weight_products;
};

/* One village, stratum and arm in a round, or its complete panel. */
struct heap {
	size_t members; /* rows, with or without a value */
	int64_t n;
	struct exact sum_y;
	struct sums sums;
};

/* One indicator under way; memory is used again for the next. */
static struct {
	const struct people *people;
	const struct course *course;
	const struct complete *complete;
	size_t indicator;
	struct heap *heaps; /* of each unit */
	struct tally_row *rows;
	struct sums *sums; /* of each row */
	size_t heap_capacity, row_capacity, sum_capacity;
	struct tally_block block;
} now;

/* The texts of units, equal ones at equal pointers. */
static struct unit *texts;

static const char *interned(const struct names *names, const char *text)
{
	return name_text(names, name_find(names, text, strlen(text)));
}

/* Names may move while others are added. */
static void intern_units(const struct store *store)
{
	struct names *names;
	size_t i;

	if (texts != NULL)
		return;
	names = names_new();
	texts = keep((store->unit_count + 1) * sizeof(*texts));
	for (i = 0; i < store->unit_count; i++) {
		const struct unit *unit = &store->units[i];

		name_add(names, unit->cluster, strlen(unit->cluster));
		name_add(names, unit->stratum, strlen(unit->stratum));
		name_add(names, unit->arm, strlen(unit->arm));
	}
	for (i = 0; i < store->unit_count; i++)
		texts[i] = (struct unit){ interned(names, store->units[i].cluster),
			interned(names, store->units[i].stratum),
			interned(names, store->units[i].arm) };
}

/* ---- adding up ---- */

static void add(struct exact *sum, struct exact term)
{
	if (exact_add(*sum, term, sum) != STAT_OK)
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
}

static struct exact times(struct exact a, struct exact b)
{
	struct exact product = { { 0 } };

	if (exact_multiply(a, b, &product) != STAT_OK)
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
	return product;
}

static void add_weighted(struct heap *heap, struct exact y, struct exact w, bool squares)
{
	struct exact wy = times(w, y);

	add(&heap->sums.weights.sum_w, w);
	add(&heap->sums.weights.sum_wy, wy);
	if (!squares)
		return;
	add(&heap->sums.weight_products.sum_w2, times(w, w));
	add(&heap->sums.weight_products.sum_wy2, times(wy, y));
}

/* Adds a value, and its square where it is asked for. */
static void add_value(uint32_t row, struct exact y, bool squares)
{
	const struct store *store = now.people->store;
	struct heap *heap = &now.heaps[store->unit[row]];

	heap->n++;
	add(&heap->sum_y, y);
	if (squares)
		add(&heap->sums.products.sum_y2, times(y, y));
	if (store_weighted(store))
		add_weighted(heap, y, exact_from_int64(store_weight(store, row)), squares);
}

static void add_levels(size_t round, const struct division *division)
{
	const struct store *store = now.people->store;
	uint32_t row;

	for (row = store->round_start[round]; row < store->round_start[round + 1]; row++) {
		int64_t y;

		if (!row_in_division(now.people, row, division))
			continue;
		now.heaps[store->unit[row]].members++;
		y = series_value(&store->indicators[now.indicator].values, row);
		if (y != NO_VALUE)
			add_value(row, exact_from_int64(y), true);
	}
}

static void add_slopes(const struct division *division)
{
	const struct store *store = now.people->store;
	size_t round = now.course->rounds[0], i;
	uint32_t row;

	for (row = store->round_start[round]; row < store->round_start[round + 1]; row++)
		now.heaps[store->unit[row]].members += row_in_division(now.people, row, division);
	for (i = 0; i < now.complete->count; i++)
		if (row_in_division(now.people, now.complete->rows[i], division))
			add_value(now.complete->rows[i],
				exact_from_int128(complete_slope(now.complete, now.course, i)),
				false);
}

/* ---- rows ---- */

static void put_row(enum row_kind kind, struct tally_row row, const struct heap *heap, size_t unit)
{
	size_t at = now.block.count++;

	now.rows = grow(now.rows, &now.row_capacity, at + 1, sizeof(*now.rows));
	now.sums = grow(now.sums, &now.sum_capacity, at + 1, sizeof(*now.sums));
	row.kind = kind;
	row.arm = texts[unit].arm;
	row.stratum = texts[unit].stratum;
	row.cluster = kind == VILLAGE_ROW ? texts[unit].cluster : "";
	row.n = heap->n;
	row.sum_y = heap->sum_y;
	now.sums[at] = heap->sums;
	now.rows[at] = row;
}

/* One total row a unit adds up to the same as one an arm and stratum. */
static void put_heaps(struct tally_row row)
{
	const struct store *store = now.people->store;
	size_t round = row.measure == LEVEL ? row.round : row.round_from, unit;

	for (unit = 0; unit < store->unit_count; unit++) {
		if (now.heaps[unit].members == 0)
			continue;
		put_row(VILLAGE_ROW, row, &now.heaps[unit], unit);
		row.fpc = store_fpc(store, store->units[unit].stratum, round);
		put_row(TOTAL_ROW, row, &now.heaps[unit], unit);
		row.fpc = 0;
	}
}

static void put_division(const struct division *division)
{
	const struct course *course = now.course;
	size_t units = now.people->store->unit_count, i;

	for (i = 0; i <= course->count; i++) {
		bool slopes = i == course->count;
		struct tally_row row = { .measure = slopes ? CHANGE : LEVEL,
			.round_from = slopes ? course->rounds[0] : NO_NAME,
			.round = course->rounds[slopes ? course->count - 1 : i],
			.group = division->group == NULL ? "" : division->group->name,
			.group_value = division->value };

		now.heaps = grow(now.heaps, &now.heap_capacity, units + 1, sizeof(*now.heaps));
		memset(now.heaps, 0, (units + 1) * sizeof(*now.heaps));
		if (slopes)
			add_slopes(division);
		else
			add_levels(course->rounds[i], division);
		put_heaps(row);
	}
}

/* Rows may have moved while they grew. */
static void link_sums(void)
{
	bool weighted = store_weighted(now.people->store);
	size_t i;

	for (i = 0; i < now.block.count; i++) {
		now.rows[i].products = &now.sums[i].products;
		now.rows[i].weights = weighted ? &now.sums[i].weights : NULL;
		now.rows[i].weight_products = weighted ? &now.sums[i].weight_products : NULL;
	}
}

const struct tally_block *trend_block(const struct people *people, size_t indicator,
	const struct course *course, const struct complete *complete)
{
	const struct division *list;
	size_t count = divisions(people, &list), i;

	now.people = people;
	now.course = course;
	now.complete = complete;
	now.indicator = indicator;
	intern_units(people->store);
	now.block = (struct tally_block){ .indicator = indicator,
		.scale = people->store->indicators[indicator].scale,
		.decimals = people->store->indicators[indicator].decimals,
		.as_written = people->store->indicators[indicator].decimals > 0 };
	for (i = 0; i < (size_t)now.block.decimals; i++)
		now.block.scale *= 10;
	for (i = 0; i < count; i++)
		put_division(&list[i]);
	link_sums();
	now.block.rows = now.rows;
	return &now.block;
}
