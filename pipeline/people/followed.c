/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows people from an earlier round to a later one; sums are exact whatever the order. */
#include "people/followed.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "people/covariates.h"

/* Sums of weights and of weight times value, in units of one weight and of 1/scale. */
struct sums {
	size_t n;
	struct exact weight, total;
};

/* One cell for weighting. */
struct class
{
	size_t key;
	struct sums from, pairs;
};

static struct {
	struct class *classes;
	size_t count, capacity;
	struct bound_value *changes[2];
	size_t change_capacity[2];
} room;

static int64_t weight_of(const struct people *people, uint32_t row)
{
	return store_weighted(people->store) ? store_weight(people->store, row) : 1;
}

static void add(struct sums *sums, int64_t weight, int64_t value)
{
	struct exact product;

	sums->n++;
	exact_multiply_int64(exact_from_int64(value), weight, &product);
	exact_add(sums->weight, exact_from_int64(weight), &sums->weight);
	exact_add(sums->total, product, &sums->total);
}

static void add_sums(struct sums *into, const struct sums *more)
{
	into->n += more->n;
	exact_add(into->weight, more->weight, &into->weight);
	exact_add(into->total, more->total, &into->total);
}

static double mean_of(const struct sums *sums, int64_t scale)
{
	return exact_ratio(sums->total, sums->weight) / (double)scale;
}

/* ---- cells ---- */

/* The stratum's place in byte order, then a digit for each focal group: 0 missing, 1 focal, 2 other. */
static size_t key_of(const struct people *people, uint32_t row)
{
	static const size_t *sorted;
	const struct groups *groups = groups_load();
	const char *stratum = people->store->units[people->store->unit[row]].stratum;
	size_t key = 0, i;

	if (sorted == NULL)
		sorted = names_sorted(people->store->strata);
	while (key < name_count(people->store->strata) &&
		strcmp(name_text(people->store->strata, sorted[key]), stratum) != 0)
		key++;
	for (i = 0; i < groups->count; i++) {
		uint16_t code = people->store->groups[i].code[row];
		const char *focal = groups->list[i].focal;

		if (focal == NULL || *focal == '\0')
			continue;
		key *= 3;
		if (code > 0)
			key += strcmp(name_text(people->store->groups[i].names, code - 1u),
				       focal) == 0
				? 1
				: 2;
	}
	return key;
}

/* The key of each row, found once. */
static size_t row_key(const struct people *people, uint32_t row)
{
	static size_t *keys;
	uint32_t i;

	if (keys == NULL) {
		keys = keep((people->store->rows + 1) * sizeof(*keys));
		for (i = 0; i < people->store->rows; i++)
			keys[i] = key_of(people, i);
	}
	return keys[row];
}

static struct class *class_of(size_t key)
{
	size_t at = room.count, i;

	for (i = 0; i < room.count; i++)
		if (room.classes[i].key == key)
			return &room.classes[i];
	room.classes = grow(room.classes, &room.capacity, room.count + 1, sizeof(*room.classes));
	while (at > 0 && room.classes[at - 1].key > key) {
		room.classes[at] = room.classes[at - 1];
		at--;
	}
	room.classes[at] = (struct class){ .key = key };
	room.count++;
	return &room.classes[at];
}

static void join(size_t into, size_t from)
{
	add_sums(&room.classes[into].from, &room.classes[from].from);
	add_sums(&room.classes[into].pairs, &room.classes[from].pairs);
	room.count--;
	memmove(room.classes + from, room.classes + from + 1,
		(room.count - from) * sizeof(*room.classes));
}

/* Puts small classes into the first of them; then that into the largest other if it is small yet. */
static bool join_small(void)
{
	size_t first = SIZE_MAX, largest = SIZE_MAX, before = room.count, i;

	for (i = 0; i < room.count; i++) {
		if (room.classes[i].pairs.n >= FEWEST_FOLLOWED)
			continue;
		if (first == SIZE_MAX)
			first = i;
		else
			join(first, i--);
	}
	if (first == SIZE_MAX || room.count == 1 || room.classes[first].pairs.n >= FEWEST_FOLLOWED)
		return room.count < before;
	for (i = 0; i < room.count; i++)
		if (i != first &&
			(largest == SIZE_MAX ||
				room.classes[i].pairs.n > room.classes[largest].pairs.n))
			largest = i;
	join(largest, first);
	return true;
}

static void weigh(struct followed *followed, int64_t scale)
{
	struct followed_cell *cells;
	static size_t capacity;
	static struct followed_cell *kept;
	size_t i;

	followed->joined = join_small();
	if (followed->n_pairs < FEWEST_FOLLOWED)
		return;
	kept = cells = grow(kept, &capacity, room.count, sizeof(*cells));
	for (i = 0; i < room.count; i++)
		cells[i] = (struct followed_cell){ exact_to_double(room.classes[i].from.weight),
			exact_to_double(room.classes[i].pairs.weight),
			exact_to_double(room.classes[i].pairs.total) / (double)scale };
	followed->weighted_change = followed_mean(cells, room.count);
	followed->cells = room.count;
}

/* ---- people ---- */

static int compare_changes(const void *left, const void *right)
{
	const struct bound_value *a = left, *b = right;

	if (a->value != b->value)
		return a->value > b->value ? 1 : -1;
	return (a->weight > b->weight) - (a->weight < b->weight);
}

static void add_change(int slot, size_t at, double change, int64_t weight)
{
	room.changes[slot] = grow(
		room.changes[slot], &room.change_capacity[slot], at + 1, sizeof(**room.changes));
	room.changes[slot][at] = (struct bound_value){ change, (double)weight };
}

/* Everybody of an arm, and of them those followed and those lost. */
struct gathered {
	struct sums all, pairs, lost;
};

static void gather(struct gathered *gathered, const struct people *people, size_t indicator,
	uint32_t row, uint32_t later_row, int slot)
{
	const struct series *series = &people->store->indicators[indicator].values;
	int64_t weight = weight_of(people, row), earlier = series_value(series, row), change;
	struct class *class = class_of(row_key(people, row));

	add(&gathered->all, weight, earlier);
	add(&class->from, weight, earlier);
	if (!seen(people, later_row, SIGHT_VALUE, indicator)) {
		add(&gathered->lost, weight, earlier);
		return;
	}
	change = series_value(series, later_row) - earlier;
	add_change(slot, gathered->pairs.n,
		(double)change / (double)indicator_scale(people, indicator), weight);
	add(&gathered->pairs, weight, change);
	add(&class->pairs, weight, change);
}

struct followed followed_of(
	const struct people *people, size_t indicator, size_t from, size_t to, size_t arm, int slot)
{
	const uint32_t *start = people->store->round_start;
	int64_t scale = indicator_scale(people, indicator);
	struct gathered gathered = { .all = { 0 } };
	struct followed followed = { .weighted_change = (double)NAN };
	uint32_t row;

	room.count = 0;
	for (row = start[from]; row < start[from + 1]; row++)
		if (row_of_arm(people, row, arm) && seen(people, row, SIGHT_VALUE, indicator))
			gather(&gathered, people, indicator, row, row_in_round(people, row, to),
				slot);
	if (gathered.pairs.n > 0)
		qsort(room.changes[slot], gathered.pairs.n, sizeof(**room.changes),
			compare_changes);
	followed.n_from = gathered.all.n;
	followed.n_pairs = gathered.pairs.n;
	followed.share = exact_ratio(gathered.pairs.weight, gathered.all.weight);
	followed.lost_share = exact_ratio(gathered.lost.weight, gathered.all.weight);
	followed.mean_change = mean_of(&gathered.pairs, scale);
	followed.lost_mean = mean_of(&gathered.lost, scale);
	followed.changes = room.changes[slot];
	weigh(&followed, scale);
	return followed;
}

struct everybody everybody_in(
	const struct people *people, size_t indicator, size_t round, size_t arm)
{
	const struct store *store = people->store;
	struct sums sums = { 0 };
	uint32_t row;

	for (row = store->round_start[round]; row < store->round_start[round + 1]; row++)
		if (row_of_arm(people, row, arm) && seen(people, row, SIGHT_VALUE, indicator))
			add(&sums, weight_of(people, row),
				series_value(&store->indicators[indicator].values, row));
	return (struct everybody){ sums.n, mean_of(&sums, indicator_scale(people, indicator)) };
}
