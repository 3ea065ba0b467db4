/* SPDX-License-Identifier: GPL-3.0-or-later */
/* multidimensional: scores in, who is held back in several things at once, how far, and by what, out. */
#include <math.h>

#include "kit/kit.h"
#include "people/people.h"
#include "spread/counted.h"
#include "spread/counted_columns.h"
#include "spread/put.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "study/indicator_index.h"

static const struct people *people;
static const struct division *all_divisions;
static size_t division_count;

/* ---- the row ---- */

static void put_keys(const struct cell *cell, const struct counted *counted)
{
	const struct indicators *all = indicators_load();
	const struct indicator *index = &all->list[cell->indicator];
	bool of_member = counted->member != NO_NAME;
	const struct indicator *named =
		of_member ? &all->list[index->members[counted->member]] : index;

	put_string(output, goal_of(index)->name);
	put_string(output, index->name);
	put_string(output, named->label.id);
	put_string(output, named->label.en);
	cell_put_keys(cell);
	put_string(output, counted->measure);
	put_string(output, of_member ? named->name : NULL);
	if (of_member)
		put_integer(output, index->member_weights[counted->member]);
	else
		put_missing(output);
	put_integer(output, index_weight(index));
	put_integer(output, index->k);
}

static void put_counted(const struct cell *cell, const struct counted *counted)
{
	put_keys(cell, counted);
	put_integer(output, counted->n);
	put_integer(output, cell->n_missing);
	put_integer(output, (int64_t)counted->villages);
	if (counted->n_least == NO_VALUE)
		put_missing(output);
	else
		put_integer(output, counted->n_least);
	statistic_put(cell, &counted->statistic);
}

/* ---- which cells ---- */

static void put_arm(size_t index, size_t round, size_t arm)
{
	bool asked = cell_of(people, index, round, ALL_ARMS, &all_divisions[0]).n > 0;
	size_t i, j;

	for (i = 0; i < division_count && (asked || i == 0); i++) {
		struct cell cell = cell_of(people, index, round, arm, &all_divisions[i]);
		const struct counted *list;
		size_t count = counted_measures(&cell, asked, &list);

		for (j = 0; j < count; j++)
			put_counted(&cell, &list[j]);
	}
}

static void put_index(size_t index)
{
	size_t round, arm;

	counted_begin(people, index);
	for (round = 0; round < people->rounds; round++) {
		counted_round(round);
		put_arm(index, round, ALL_ARMS);
		for (arm = 0; arm < people->arm_count && people->arm_count > 1; arm++)
			put_arm(index, round, arm);
	}
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	planned_begin(input);
	people_begin(input);
}

static void end(void)
{
	const struct indicators *indicators = indicators_load();
	size_t i;

	people = people_finish();
	division_count = divisions(people, &all_divisions);
	for (i = 0; i < indicators->count && people->store->rows > 0; i++)
		if (index_counting(&indicators->list[i]))
			put_index(i);
}

static const struct stage stage = {
	.name = "multidimensional",
	.purpose = { "Count who is held back in several things at once, how far, and by what.",
		"Menghitung siapa yang tertinggal dalam beberapa hal sekaligus, seberapa jauh, dan "
		"dalam hal apa." },
	.tables = planned_tables,
	.needs = people_needs,
	.makes = counted_columns,
	.begin = begin,
	.row = people_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
