/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds how few people stand behind what rows tell together, in cells that add up to each other. */
#include "spread/counted_least.h"

#include <string.h>

#include "spread/lacking.h"
#include "stat/counting.h"

/* What is counted in each cell: those held back, those not, then of each member those who answered
 * it but have no value of the index, and those of them who left out another. */
enum { HELD_BACK, FREE, OF_MEMBERS };

/* Cells that are withheld together: everybody; the arms; of each group its values, then its values in
 * the arms. */
enum { EVERYBODY, THE_ARMS, OF_GROUPS };

static const struct people *people;
static const struct indicator *counting;
static size_t index_taken;
static const struct division *all_divisions;
static size_t division_count, arms, kinds;
static int64_t *counts; /* [(arm * divisions + division) * kinds + kind]; arm 0: all together */
static int64_t *least;  /* [level * kinds + kind]; NO_VALUE: nobody */
static size_t count_capacity, least_capacity;

void counted_least_begin(const struct people *all, size_t index)
{
	people = all;
	index_taken = index;
	counting = &indicators_load()->list[index];
	division_count = divisions(people, &all_divisions);
	arms = people->arm_count > 1 ? people->arm_count : 0; /* a single one has no rows */
	kinds = OF_MEMBERS + 2 * counting->member_count;
}

/* ---- who is counted ---- */

static int64_t is_held_back(uint32_t row, const void *what)
{
	int64_t weight = lacking_weight(row);

	(void)what;
	return weight == NO_VALUE || counting_censored(weight, counting->k) == 0 ? NO_VALUE : 1;
}

static int64_t is_left_out(uint32_t row, const void *what)
{
	return lacking_weight(row) == NO_VALUE ? lacking_member(row, *(const size_t *)what)
					       : NO_VALUE;
}

static int64_t is_dropped(uint32_t row, const void *what)
{
	return lacking_dropped(row) ? is_left_out(row, what) : NO_VALUE;
}

static int64_t *counts_of(size_t arm, size_t division)
{
	return counts + (arm * division_count + division) * kinds;
}

static void count_cell(size_t round, size_t arm, size_t division)
{
	struct cell cell = cell_of(people, index_taken, round, arm == 0 ? ALL_ARMS : arm - 1,
		&all_divisions[division]);
	int64_t *of = counts_of(arm, division), n = (int64_t)cell.n;
	size_t i;

	of[HELD_BACK] = (int64_t)cell_by(&cell, is_held_back, NULL, 1).n;
	of[FREE] = n - of[HELD_BACK];
	for (i = 0; i < counting->member_count; i++) {
		of[OF_MEMBERS + 2 * i] = (int64_t)cell_by(&cell, is_left_out, &i, 1).n;
		of[OF_MEMBERS + 2 * i + 1] = (int64_t)cell_by(&cell, is_dropped, &i, 1).n;
	}
}

/* ---- cells that add up ---- */

static int64_t fewer(int64_t least_yet, int64_t n)
{
	return n > 0 && (least_yet == NO_VALUE || n < least_yet) ? n : least_yet;
}

static size_t level_of(size_t arm, const struct division *division)
{
	size_t group = division->group == NULL ? 0 : 1 + division->index;

	return 2 * group + (arm > 0);
}

static void lower(size_t level, size_t kind, int64_t n)
{
	least[level * kinds + kind] = fewer(least[level * kinds + kind], n);
}

/* The arms of some people, and those who have none. */
static void add_arms(size_t division, size_t kind)
{
	size_t level = level_of(1, &all_divisions[division]), arm;
	int64_t rest = counts_of(0, division)[kind];

	for (arm = 1; arm <= arms; arm++) {
		int64_t n = counts_of(arm, division)[kind];

		lower(level, kind, n);
		rest -= n;
	}
	if (arms > 0)
		lower(level, kind, rest);
}

/* The values of a group from `first` on, and those who have none. Returns the next group's first. */
static size_t add_values(size_t arm, size_t first, size_t kind)
{
	const struct division *of = &all_divisions[first];
	size_t level = level_of(arm, of), i;
	int64_t rest = counts_of(arm, 0)[kind];

	for (i = first; i < division_count && all_divisions[i].group == of->group; i++) {
		int64_t n = counts_of(arm, i)[kind];

		lower(level, kind, n);
		rest -= n;
	}
	lower(level, kind, rest);
	return i;
}

/* What is withheld of a level is withheld of those it adds up from. */
static void hand_down(size_t levels, size_t kind)
{
	size_t level;

	lower(THE_ARMS, kind, least[EVERYBODY * kinds + kind]);
	for (level = OF_GROUPS; level < levels; level++) {
		bool in_arms = level % 2 == 1;

		lower(level, kind, least[(in_arms ? THE_ARMS : EVERYBODY) * kinds + kind]);
		if (in_arms)
			lower(level, kind, least[(level - 1) * kinds + kind]);
	}
}

static void find_least(size_t levels, size_t kind)
{
	size_t division, arm;

	lower(EVERYBODY, kind, counts_of(0, 0)[kind]);
	for (division = 0; division < division_count; division++)
		add_arms(division, kind);
	for (arm = 0; arm <= arms; arm++)
		for (division = 1; division < division_count;)
			division = add_values(arm, division, kind);
	hand_down(levels, kind);
}

void counted_least_round(size_t round)
{
	size_t levels = OF_GROUPS, arm, i;

	for (i = 1; i < division_count; i++)
		levels = 2 * (all_divisions[i].index + 2) > levels
			? 2 * (all_divisions[i].index + 2)
			: levels;
	counts =
		grow(counts, &count_capacity, (arms + 1) * division_count * kinds, sizeof(*counts));
	least = grow(least, &least_capacity, levels * kinds, sizeof(*least));
	for (i = 0; i < levels * kinds; i++)
		least[i] = NO_VALUE;
	for (arm = 0; arm <= arms; arm++)
		for (i = 0; i < division_count; i++)
			count_cell(round, arm, i);
	for (i = 0; i < kinds; i++)
		find_least(levels, i);
}

/* ---- a row ---- */

static int64_t fewest(const int64_t *of, size_t first, size_t last)
{
	int64_t found = NO_VALUE;
	size_t i;

	for (i = first; i <= last; i++)
		found = fewer(found, of[i]);
	return found;
}

int64_t counted_least(const struct cell *cell, const char *measure, size_t member)
{
	size_t arm = cell->arm == ALL_ARMS ? 0 : cell->arm + 1, kind, i;
	const int64_t *of = least + level_of(arm, cell->division) * kinds;
	int64_t found = NO_VALUE;

	if (strcmp(measure, "headcount") == 0 || strcmp(measure, "intensity") == 0)
		return fewest(of, HELD_BACK, FREE);
	if (member == NO_NAME)
		return NO_VALUE;
	kind = OF_MEMBERS + 2 * member;
	if (strcmp(measure, "uncensored_headcount") == 0)
		return fewest(of, kind, kind);
	if (strcmp(measure, "dropped_headcount") == 0)
		return fewest(of, kind, kind + 1);
	found = fewest(of, HELD_BACK, FREE);
	for (i = 0; i < counting->member_count; i++)
		if (counting->member_weights[i] >= counting->k)
			found = fewer(found, of[OF_MEMBERS + 2 * i]);
	return found;
}
