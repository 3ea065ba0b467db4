/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds columns of the same people by definition and by sums, and withholds them together. */
#include "protect/twin.h"

#include <string.h>

#include "kit/kit.h"
#include "protect/audit.h"
#include "study/study.h"

struct twin {
	const struct folio *one, *other;
	size_t column, other_column;
};
static struct twin *twins;
static size_t twin_count, twin_capacity;

static size_t pair_count(void)
{
	const struct round_pair *pairs;

	return round_pairs(rounds_load(), &pairs);
}

/* The sheets of a folio one after the other: of rounds, then of changes. */
static const struct sheet *sheet_at(const struct folio *folio, size_t which)
{
	size_t rounds = rounds_load()->count;

	return which < rounds ? &folio->levels[which] : &folio->changes[which - rounds];
}

static size_t sheet_count(void)
{
	return rounds_load()->count + pair_count();
}

/* The cell of the other column in the arm of a row; NO_CELL where the other has no such arm. */
static size_t other_cell(const struct twin *twin, size_t row)
{
	const struct layout *of = &twin->one->layout;
	size_t at = same_people(&twin->other->layout, of, row * of->columns);

	return at == NO_CELL ? NO_CELL : at + twin->other_column;
}

/* Whether all their people are the same, and there are any. */
static bool are_twins(const struct twin *twin)
{
	const struct layout *layout = &twin->one->layout;
	int64_t people = 0;
	size_t row, at, i;

	for (row = 0; row < layout->rows; row++) {
		at = other_cell(twin, row);
		for (i = 0; at != NO_CELL && i < sheet_count(); i++) {
			const struct cell *cells = sheet_at(twin->one, i)->cells;
			const struct crowd *crowd =
				&cells[row * layout->columns + twin->column].crowd;

			if (!crowd_same(crowd, &sheet_at(twin->other, i)->cells[at].crowd))
				return false;
			people += crowd->n;
		}
	}
	return people > 0;
}

static bool same_definition(const struct folio *a, const struct folio *b)
{
	const struct indicator *list = indicators_load()->list;
	const struct indicator *one = &list[a->indicator], *other = &list[b->indicator];

	return one->type == other->type && *one->calculation != '\0' &&
		strcmp(one->calculation, other->calculation) == 0 &&
		strcmp(one->per, other->per) == 0 && a->scale == b->scale;
}

static void add_twins(const struct folio *one, const struct folio *other)
{
	struct twin twin = { one, other, 0, 0 };

	for (twin.column = 0; twin.column < one->layout.columns; twin.column++)
		for (twin.other_column = 0; twin.other_column < other->layout.columns;
			twin.other_column++) {
			if (!are_twins(&twin))
				continue;
			twins = grow(twins, &twin_capacity, twin_count + 1, sizeof(*twins));
			twins[twin_count++] = twin;
		}
}

void twins_find(const struct folio *folios, size_t count)
{
	size_t i, j;

	for (i = 0; i < count; i++)
		for (j = i + 1; j < count; j++)
			if (same_definition(&folios[i], &folios[j]))
				add_twins(&folios[i], &folios[j]);
}

static bool follow(struct cell *cell, const struct cell *twin)
{
	if (!cell->printed || cell->reason != SHOWN || cell->crowd.n == 0 || twin->reason == SHOWN)
		return false;
	cell->reason = DIFFERENCE;
	return true;
}

bool twins_follow(void)
{
	bool changed = false;
	size_t i, row, which, at;

	for (i = 0; i < twin_count; i++) {
		const struct twin *twin = &twins[i];
		const struct layout *layout = &twin->one->layout;

		for (row = 0; row < layout->rows; row++) {
			at = other_cell(twin, row);
			for (which = 0; at != NO_CELL && which < sheet_count(); which++) {
				struct cell *a = sheet_at(twin->one, which)->cells +
					row * layout->columns + twin->column;
				struct cell *b = sheet_at(twin->other, which)->cells + at;

				changed |= follow(a, b);
				changed |= follow(b, a);
			}
		}
	}
	return changed;
}
