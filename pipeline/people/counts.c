/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many people come to each step between the rows of a round and a printed n. */
#include "people/counts.h"

static struct counts counts;
static const struct people *people;

static int64_t *slots(void)
{
	return keep(counts.slots * sizeof(int64_t));
}

static int64_t **slots_of_indicators(void)
{
	int64_t **list = keep((indicators_load()->count + 1) * sizeof(*list));
	size_t i;

	for (i = 0; i < indicators_load()->count; i++)
		list[i] = slots();
	return list;
}

static void make_room(void)
{
	size_t i, reason;

	counts.slots = people->arm_count + 1;
	counts.rounds = keep((people->rounds + 1) * sizeof(*counts.rounds));
	for (i = 0; i < people->rounds; i++)
		counts.rounds[i] = (struct round_counts){ slots(), slots(), slots_of_indicators() };
	counts.pair_count = round_pairs(rounds_load(), &counts.pairs);
	counts.of_pairs = keep((counts.pair_count + 1) * sizeof(*counts.of_pairs));
	for (i = 0; i < counts.pair_count; i++) {
		struct pair_counts *pair = &counts.of_pairs[i];

		pair->measured = slots();
		pair->stayed = slots();
		pair->linked = slots();
		pair->earlier = slots_of_indicators();
		pair->both = slots_of_indicators();
		for (reason = 0; reason < LEAVING_COUNT; reason++)
			pair->leaving[reason] = slots();
	}
}

/* One more person: for everybody, and for the arm of the row. */
static void add(int64_t *of_slots, uint32_t row)
{
	size_t arm = people->arm[people->store->unit[row]];

	of_slots[0]++;
	if (arm != ALL_ARMS)
		of_slots[1 + arm]++;
}

static enum leaving reason_of(const unsigned char *aside, uint32_t row, size_t to)
{
	size_t person = people->store->person[row];

	if (row_in_round(people, row, to) != NO_ROW)
		return LEAVING_NOT_MEASURED;
	switch (aside[person * people->rounds + to]) {
	case ASIDE_NOT_KEPT:
		return LEAVING_NOT_KEPT;
	case ASIDE_REJECTED:
		return LEAVING_REJECTED;
	case ASIDE_DUPLICATE:
	case ASIDE_IDENTICAL:
		return LEAVING_DUPLICATE;
	default:
		return LEAVING_NO_ROW;
	}
}

/* A person measured in the earlier round of a pair. */
static void count_pair(
	struct pair_counts *pair, uint32_t row, size_t to, const unsigned char *aside)
{
	uint32_t later = row_in_round(people, row, to);
	size_t i;

	add(pair->measured, row);
	if (!seen(people, later, SIGHT_MEASURED, 0)) {
		add(pair->leaving[reason_of(aside, row, to)], row);
		return;
	}
	add(pair->stayed, row);
	add(pair->linked, later);
	for (i = 0; i < indicators_load()->count; i++) {
		if (!seen(people, row, SIGHT_VALUE, i))
			continue;
		add(pair->earlier[i], row);
		if (seen(people, later, SIGHT_VALUE, i))
			add(pair->both[i], row);
	}
}

const struct counts *count_people(const struct people *all, const unsigned char *aside)
{
	uint32_t row;
	size_t i;

	people = all;
	make_room();
	for (row = 0; row < people->store->rows; row++) {
		size_t round = people->store->round[row];

		add(counts.rounds[round].rows, row);
		if (!people->measured[row])
			continue;
		add(counts.rounds[round].measured, row);
		for (i = 0; i < indicators_load()->count; i++)
			if (seen(people, row, SIGHT_VALUE, i))
				add(counts.rounds[round].values[i], row);
		for (i = 0; i < counts.pair_count; i++)
			if (counts.pairs[i].from == round)
				count_pair(&counts.of_pairs[i], row, counts.pairs[i].to, aside);
	}
	return &counts;
}

size_t counts_pair(const struct counts *all, size_t from, size_t to)
{
	size_t i;

	for (i = 0; i < all->pair_count; i++)
		if (all->pairs[i].from == from && all->pairs[i].to == to)
			return i;
	return NO_NAME;
}
