/* SPDX-License-Identifier: GPL-3.0-or-later */
/* protect: the tally in, the list of cells that must not be published out. */
#include "kit/kit.h"
#include "protect/decide.h"
#include "protect/list.h"
#include "study/begin.h"
#include "tally/tally.h"

static const struct study *study;
static const struct rounds *rounds;
static const struct round_pair *pairs;
static size_t pair_count;

static struct folio *folios;
static size_t folio_count, folio_capacity;
/* ---- the list ---- */

static void put_cell_of(const struct folio *folio, size_t from, size_t round,
	const struct sheet *sheet, size_t at, const char *arm)
{
	const struct column_of *column = &folio->layout.list[at % sheet->columns];

	put_string(output,
		folio->indicator == NO_NAME ? NULL
					    : indicators_load()->list[folio->indicator].name);
	put_string(output, from == NO_NAME ? NULL : rounds->list[from].name);
	put_string(output, rounds->list[round].name);
	put_string(output, arm);
	put_string(output, column->group);
	put_string(output, column->value);
	put_string(output, reason_names[sheet->cells[at].reason]);
	end_row(output);
}

/* Where all are in one arm, rows that compare it with an empty one name it. */
static void put_cell(
	const struct folio *folio, size_t from, size_t round, const struct sheet *sheet, size_t at)
{
	const char *only = folio->layout.only_arm;

	put_cell_of(folio, from, round, sheet, at, folio->layout.arms[at / sheet->columns]);
	if (only != NULL && study->arm_comparison != NULL)
		put_cell_of(folio, from, round, sheet, at, only);
}

static void put_sheet(
	const struct folio *folio, size_t from, size_t round, const struct sheet *sheet)
{
	size_t i;

	for (i = 0; i < sheet->rows * sheet->columns; i++)
		if (sheet->cells[i].reason != SHOWN)
			put_cell(folio, from, round, sheet, i);
}

static void put_folio(const struct folio *folio)
{
	size_t i;

	for (i = 0; i < rounds->count; i++)
		put_sheet(folio, NO_NAME, i, &folio->levels[i]);
	for (i = 0; i < pair_count; i++)
		put_sheet(folio, pairs[i].from, pairs[i].to, &folio->changes[i]);
}

/* ---- the stage ---- */

static void take(const struct tally_block *block)
{
	if (study->min_people == 0)
		return;
	folios = grow(folios, &folio_capacity, folio_count + 1, sizeof(*folios));
	folios[folio_count++] = gather(block);
}

static void begin(const struct reader *input)
{
	tally_take(take);
	study_begin(input);
	study = study_load();
	rounds = rounds_load();
	pair_count = round_pairs(rounds, &pairs);
	if (study->min_people == 0)
		warn(
			&(struct place){
				.file = "study.csv", .column = "min_people", .offending = "0" },
			SAY("nothing is withheld: numbers of single people may be published",
				"tidak ada yang ditutup: angka orang per orang dapat "
				"dipublikasikan"));
}

static void end(void)
{
	struct folio present;
	size_t i;

	tally_end();
	if (folio_count == 0)
		return;
	present = decide(folios, folio_count);
	put_folio(&present);
	for (i = 0; i < folio_count; i++)
		put_folio(&folios[i]);
}

static const struct stage stage = {
	.name = "protect",
	.purpose = { "List the cells that would show too few people or villages, or give such "
		     "cells away.",
		"Mendaftar sel yang menampakkan orang atau desa yang terlalu sedikit, atau "
		"membocorkan sel seperti itu." },
	.tables = study_tables,
	.needs = tally_columns,
	.makes = list_columns,
	.begin = begin,
	.row = tally_row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
