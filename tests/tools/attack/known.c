/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what the questionnaire tells: groups within groups, and indicators that add up to another. */
#include <math.h>

#include "puzzle.h"

enum { WHOLE, PART, KNOWN_COLUMNS };

static const struct column columns[KNOWN_COLUMNS + 1] = {
	[WHOLE] = { "whole", TYPE_TEXT, false, { "whole", "keseluruhan" } },
	[PART] = { "part", TYPE_TEXT, false, { "part", "bagian" } },
};

static const struct table *table;
static bool **determined; /* of each indicator in a family, each cell */

void known_read(const char *folder)
{
	const char *file = keep_format("%s/known.csv", folder);

	determined = keep(name_count(puzzle.indicators) * sizeof(*determined));
	if (!file_exists(file))
		return;
	table = table_load(file, columns, TABLE_OPEN);
	stop_on_faults();
}

/* Names of a column of the table among others; NO_NAME where no row of the results has it. */
static size_t name_in(const struct names *names, size_t row, size_t column)
{
	return look(names, cell(table, row, column));
}

/* Whether a row is the first of its whole. */
static bool is_first(const struct names *names, size_t row)
{
	size_t i;

	for (i = 0; i < row; i++)
		if (name_in(names, i, WHOLE) == name_in(names, row, WHOLE))
			return false;
	return name_in(names, row, WHOLE) != NO_NAME;
}

/* The whole of a row, then its parts; nobody stands in a part that no row of the results has. */
static struct family family_of(const struct names *names, size_t first)
{
	struct family family = { 0, keep((table->rows + 1) * sizeof(*family.members)) };
	size_t i;

	family.members[family.count++] = name_in(names, first, WHOLE);
	for (i = first; i < table->rows; i++)
		if (name_in(names, i, WHOLE) == family.members[0] &&
			name_in(names, i, PART) != NO_NAME)
			family.members[family.count++] = name_in(names, i, PART);
	return family;
}

/* ---- groups within groups ---- */

static void add_line(const struct family *values, size_t sheet, size_t row)
{
	struct equation line = { values->count, keep(values->count * sizeof(size_t)),
		keep(values->count * sizeof(double)), 0, false };
	size_t i;

	for (i = 0; i < values->count; i++) {
		line.facts[i] = fact_index(sheet, row, 1 + values->members[i]);
		line.times[i] = i == 0 ? -1 : 1;
	}
	add_equation(&line);
}

void known_lines(void)
{
	size_t i, sheet, row;

	for (i = 0; table != NULL && i < table->rows; i++) {
		struct family values;

		if (!is_first(puzzle.values, i))
			continue;
		values = family_of(puzzle.values, i);
		for (sheet = 0; sheet < name_count(puzzle.sheets); sheet++)
			for (row = 0; row < puzzle.rows; row++)
				add_line(&values, sheet, row);
	}
}

/* ---- indicators that add up ---- */

void known_solve(void)
{
	size_t i, j;

	for (i = 0; table != NULL && i < table->rows; i++) {
		struct family family;
		bool *found;

		if (!is_first(puzzle.indicators, i))
			continue;
		family = family_of(puzzle.indicators, i);
		found = keep(family.count * puzzle.cells * sizeof(*found));
		determine(&family, SUM, found);
		for (j = 0; j < family.count; j++)
			determined[family.members[j]] = found + j * puzzle.cells;
	}
}

bool known_determined(size_t indicator, size_t at)
{
	return determined[indicator] != NULL && determined[indicator][at];
}

/* ---- one family after the other ---- */

void known_share(const struct family *family)
{
	size_t at, i, j;

	for (at = 0; at < puzzle.cells; at++)
		for (i = 0; i < family->count; i++) {
			const struct fact *fact = &puzzle.facts[family->members[i]][at];

			for (j = 0; j < family->count && fact->known[SIZE]; j++)
				if (!puzzle.facts[family->members[j]][at].known[SIZE])
					tell(family->members[j], at, fact->value[SIZE],
						(double)NAN);
		}
}

struct family known_family(size_t indicator)
{
	struct family alone = { 1, keep(sizeof(*alone.members)) };
	size_t i, j;

	alone.members[0] = indicator;
	for (i = 0; table != NULL && i < table->rows; i++) {
		struct family family;

		if (!is_first(puzzle.indicators, i))
			continue;
		family = family_of(puzzle.indicators, i);
		for (j = 0; j < family.count; j++)
			if (family.members[j] == indicator)
				return family;
	}
	return alone;
}
