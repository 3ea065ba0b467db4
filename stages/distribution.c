/* SPDX-License-Identifier: GPL-3.0-or-later */
/* distribution: scores in, how answers are spread out: categories, quantiles, zeros, inequality. */
#include <math.h>

#include "kit/kit.h"
#include "people/people.h"
#include "result/keys.h"
#include "result/status.h"
#include "spread/columns.h"
#include "spread/finish.h"
#include "spread/put.h"
#include "spread/wanted.h"
#include "stat/distribution.h"
#include "study/begin.h"

static const struct people *people;
static const struct division *all_divisions;
static size_t division_count;

/* The statistics of the indicator under way. */
static struct wanted wanted[MOST_WANTED];
static size_t wanted_count;
static struct cut cut;

/* ---- the row ---- */

static void put_keys(const struct cell *cell, const struct wanted *which)
{
	put_indicator_keys(&indicators_load()->list[cell->indicator]);
	cell_put_keys(cell);
	put_string(output, which->name);
	if (which->category)
		put_integer(output, which->low);
	else
		put_missing(output);
	put_string(output, which->label.id);
	put_string(output, which->label.en);
}

static void put_statistic(
	const struct cell *cell, const struct wanted *which, const struct statistic *result)
{
	struct statistic told = *result;

	if (people->store->indicators[cell->indicator].decimals > 0)
		note_add(&told.note, result_note(NOTE_AS_WRITTEN));
	put_keys(cell, which);
	put_integer(output, (int64_t)cell->n);
	put_integer(output, cell->n_missing);
	put_integer(output, (int64_t)cell->villages);
	statistic_put(cell, &told);
}

static void put_cell(const struct cell *cell, bool asked)
{
	size_t i;

	for (i = 0; i < wanted_count; i++) {
		struct statistic result;

		if (asked)
			result = wanted_statistic(&wanted[i], cell, &cut);
		else
			result = statistic_none(NULL);
		if (!asked)
			result.status = RESULT_NOT_ASKED;
		put_statistic(cell, &wanted[i], &result);
	}
}

/* ---- which cells ---- */

static void put_arm(size_t indicator, size_t round, size_t arm)
{
	struct cell all = cell_of(people, indicator, round, ALL_ARMS, &all_divisions[0]);
	bool asked = all.n > 0;
	size_t i;

	for (i = 0; i < division_count && (asked || i == 0); i++) {
		struct cell cell = cell_of(people, indicator, round, arm, &all_divisions[i]);

		put_cell(&cell, asked);
	}
}

static void put_indicator(size_t indicator)
{
	size_t round, arm;

	wanted_count = wanted_of(people, indicator, wanted);
	if (wanted_count == 0)
		return;
	cut = cut_of(people, indicator, &all_divisions[0]);
	for (round = 0; round < people->rounds; round++) {
		put_arm(indicator, round, ALL_ARMS);
		for (arm = 0; arm < people->arm_count && people->arm_count > 1; arm++)
			put_arm(indicator, round, arm);
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
	size_t i;

	people = people_finish();
	division_count = divisions(people, &all_divisions);
	for (i = 0; i < indicators_load()->count && people->store->rows > 0; i++)
		if (indicator_of_people(&indicators_load()->list[i]))
			put_indicator(i);
}

static const struct stage stage = {
	.name = "distribution",
	.purpose = { "Show how answers are spread: categories, quantiles, zeros and inequality.",
		"Menunjukkan sebaran jawaban: kategori, kuantil, nilai nol, dan ketimpangan." },
	.tables = planned_tables,
	.needs = people_needs,
	.makes = distribution_columns,
	.begin = begin,
	.row = people_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
