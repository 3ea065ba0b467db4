/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds units by village: nearly always there is one in each. Villages may come in any order, so rows
 * wait for each other (names.h), as they do for people.
 */
#include "tally/units.h"

#include "tally/tally.h"

static const uint32_t NONE = UINT32_MAX;

static struct names *clusters, *strata, *arms;
static struct name_endings stratum_endings, arm_endings;

/* Numbers of the stratum and arm of a unit, or of a row. */
struct place_in {
	uint32_t stratum, arm;
};

static struct name_queue queue; /* of clusters */
static struct place_in waiting[NAME_QUEUE];
static size_t placed; /* rows that have units */

static uint32_t *first; /* unit of each cluster */
static struct {
	struct place_in in;
	uint32_t cluster;
	uint32_t next; /* unit of the same cluster, or NONE */
} * units;
static size_t count, cluster_count, first_capacity, unit_capacity;

static uint32_t add_unit(size_t cluster, struct place_in in)
{
	units = grow(units, &unit_capacity, count + 1, sizeof(*units));
	units[count].in = in;
	units[count].cluster = (uint32_t)cluster;
	units[count].next = NONE;
	return (uint32_t)count++;
}

/* The cluster's place in `first`, which is NONE where it is new. */
static uint32_t *first_of(size_t cluster)
{
	first = grow(first, &first_capacity, cluster + 1, sizeof(*first));
	if (cluster == cluster_count) {
		first[cluster] = NONE;
		cluster_count++;
	}
	return &first[cluster];
}

static uint32_t unit_in(size_t cluster, struct place_in in)
{
	uint32_t *start = first_of(cluster), unit = *start, last = NONE;

	while (unit != NONE &&
		(units[unit].in.stratum != in.stratum || units[unit].in.arm != in.arm)) {
		last = unit;
		unit = units[unit].next;
	}
	if (unit != NONE)
		return unit;
	unit = add_unit(cluster, in);
	if (last == NONE)
		*start = unit;
	else
		units[last].next = unit;
	return unit;
}

static void place_waiting(struct store *store)
{
	size_t numbers[NAME_QUEUE], rows = queue_numbers(&queue, clusters, numbers), i;

	for (i = 0; i < rows; i++)
		store->unit[placed + i] = unit_in(numbers[i], waiting[i]);
	placed += rows;
}

void units_begin(void)
{
	clusters = names_new();
	strata = names_new();
	arms = names_new();
}

size_t unit_row(struct store *store, const struct value *keys)
{
	struct value cluster = keys[KEY_CLUSTER], stratum = keys[KEY_STRATUM], arm = keys[KEY_ARM];
	size_t number = name_recall(strata, &stratum_endings, stratum.text, stratum.length);

	waiting[queue.count].stratum = (uint32_t)number;
	waiting[queue.count].arm = (uint32_t)name_recall(arms, &arm_endings, arm.text, arm.length);
	if (queue_add(&queue, cluster.text, cluster.length))
		place_waiting(store);
	return number;
}

struct unit *units_finish(struct store *store)
{
	struct unit *all;
	size_t i;

	place_waiting(store);
	store->unit_count = count;
	all = keep((count + 1) * sizeof(*all));
	for (i = 0; i < count; i++)
		all[i] = (struct unit){ name_text(clusters, units[i].cluster),
			name_text(strata, units[i].in.stratum), name_text(arms, units[i].in.arm) };
	return all;
}

const struct names *unit_strata(void)
{
	return strata;
}
