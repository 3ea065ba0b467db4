/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts who was there at all, as any indicator tells. */
#include "protect/present.h"

#include "kit/kit.h"
#include "protect/audit.h"
#include "protect/nest.h"

static size_t cell_count(const struct layout *layout)
{
	return layout->rows * layout->columns;
}

/* The most people that any folio counts; their villages all together. */
static void raise_cell(struct cell *cell, int64_t n, const struct sheet *sheet, size_t at)
{
	size_t i;

	if (cell->crowd.n < n)
		cell->crowd.n = n;
	for (i = 0; i < sheet->words; i++)
		cell->crowd.villages[i] |= sheet->cells[at].crowd.villages[i];
}

static void raise_present(const struct folio *present, const struct folio *folio, size_t cell)
{
	size_t at = same_people(&folio->layout, &present->layout, cell), i;
	const struct round_pair *pairs;
	size_t pair_count = round_pairs(rounds_load(), &pairs);

	for (i = 0; at != NO_CELL && i < rounds_load()->count; i++) {
		raise_cell(&present->present[i].cells[cell], folio->present[i].cells[at].crowd.n,
			&folio->levels[i], at);
		raise_cell(&present->levels[i].cells[cell], folio->levels[i].cells[at].crowd.n,
			&folio->levels[i], at);
	}
	for (i = 0; at != NO_CELL && i < pair_count; i++)
		raise_cell(&present->changes[i].cells[cell], folio->changes[i].cells[at].crowd.n,
			&folio->changes[i], at);
}

/* Groups within groups are so whatever the indicator. */
static void nest_present(const struct folio *present, const struct folio *folio)
{
	const struct round_pair *pairs;
	size_t pair_count = round_pairs(rounds_load(), &pairs), i;

	for (i = 0; i < rounds_load()->count; i++) {
		nest_follow(
			&present->layout, &present->present[i], &folio->layout, &folio->levels[i]);
		nest_follow(
			&present->layout, &present->levels[i], &folio->layout, &folio->levels[i]);
	}
	for (i = 0; i < pair_count; i++)
		nest_follow(
			&present->layout, &present->changes[i], &folio->layout, &folio->changes[i]);
}

/* Empty sheets with room for every village of the folios. */
static struct sheet *empty_sheets(const struct layout *layout, size_t count, size_t words)
{
	struct sheet *sheets = keep((count + 1) * sizeof(*sheets));
	size_t i;

	for (i = 0; i < count; i++)
		sheets[i] = layout_sheet(layout, 64 * words);
	return sheets;
}

struct folio gather_present(const struct folio *folios, size_t count)
{
	const struct folio *widest = folios;
	struct folio present = { .indicator = NO_NAME, .scale = 1 };
	const struct round_pair *pairs;
	size_t rounds = rounds_load()->count, words = 0, i, j;

	for (i = 0; i < count; i++) {
		if (cell_count(&folios[i].layout) > cell_count(&widest->layout))
			widest = &folios[i];
		for (j = 0; j < rounds; j++)
			if (folios[i].levels[j].words > words)
				words = folios[i].levels[j].words;
	}
	present.layout = widest->layout;
	present.present = empty_sheets(&present.layout, rounds, words);
	present.levels = empty_sheets(&present.layout, rounds, words);
	present.changes = empty_sheets(&present.layout, round_pairs(rounds_load(), &pairs), words);
	for (i = 0; i < count; i++)
		for (j = 0; j < cell_count(&present.layout); j++)
			raise_present(&present, &folios[i], j);
	for (i = 0; i < count; i++)
		nest_present(&present, &folios[i]);
	return present;
}
