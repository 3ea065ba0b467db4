/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what multidimensional.csv tells of those held back, and of those left out. */
#include "spread/counted_columns.h"

#include <math.h>
#include <string.h>

#include "puzzle.h"

static const struct table *table;
static size_t first; /* of the names below */

/* Who is held back, or what those lack who answered a member, but not all, is a quantity of its own:
 * of each cell it is known or not, whatever its value. */
static const char *quantity(size_t row, const char *of)
{
	return keep_format("%s:%s", cell(table, row, COUNTED_INDICATOR), of);
}

static const char *text(size_t row, enum counted_column column)
{
	return cell(table, row, column);
}

void counted_meet(const char *folder)
{
	const char *file = keep_format("%s/multidimensional.csv", folder);
	size_t row;

	first = name_count(puzzle.indicators);
	if (!file_exists(file))
		return;
	table = table_load(file, counted_columns, TABLE_OPEN);
	stop_on_faults();
	for (row = 0; row < table->rows; row++) {
		const char *name = quantity(row, text(row, COUNTED_MEMBER));

		name_add(puzzle.indicators, name, strlen(name));
	}
}

size_t counted_first(void)
{
	return first;
}

static void know(size_t of, size_t at)
{
	tell(of, at, 0, (double)NAN);
}

/* A member's mean is of more people than its uncensored headcount. */
static void read_left_out(size_t row, size_t of, size_t at, bool shown)
{
	size_t member = look(puzzle.indicators, text(row, COUNTED_MEMBER));
	size_t index = look(puzzle.indicators, text(row, COUNTED_INDICATOR));
	const struct fact *all, *complete;
	double n;

	if (member == NO_NAME || index == NO_NAME)
		return;
	all = &puzzle.facts[member][at];
	complete = &puzzle.facts[index][at];
	n = all->known[SIZE] && complete->known[SIZE] ? all->value[SIZE] - complete->value[SIZE]
						      : (double)NAN;
	puzzle.facts[of][at].target |= n > 0 && n < puzzle.min_people;
	if ((shown && all->known[SIZE]) || n <= 0)
		know(of, at);
}

static void read_row(size_t row)
{
	size_t of = look(puzzle.indicators, quantity(row, text(row, COUNTED_MEMBER)));
	size_t held_back = look(puzzle.indicators, quantity(row, ""));
	size_t at = place(sheet_of("", text(row, COUNTED_ROUND)), text(row, COUNTED_ARM),
		text(row, COUNTED_GROUP), text(row, COUNTED_GROUP_VALUE));
	const char *measure = text(row, COUNTED_MEASURE);
	bool shown = *text(row, COUNTED_ESTIMATE) != '\0';

	if (at == NO_NAME)
		return;
	if (strcmp(measure, "intensity") == 0)
		puzzle.facts[held_back][at].target |=
			strcmp(text(row, COUNTED_STATUS), "SUPPRESSED") == 0;
	if ((strcmp(measure, "headcount") == 0 || strcmp(measure, "intensity") == 0 ||
		    strcmp(measure, "contribution") == 0) &&
		shown)
		know(held_back, at);
	if (strcmp(measure, "uncensored_headcount") == 0)
		read_left_out(row, of, at, shown);
	if (strcmp(measure, "dropped_headcount") == 0 && shown)
		know(of, at);
}

void counted_read(void)
{
	size_t row;

	for (row = 0; table != NULL && row < table->rows; row++)
		read_row(row);
}
