/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How cells add up, and whether anybody stands outside arms and groups. */
#include "puzzle.h"

/* Of people without an arm, then without each group: a line tells of some, a line tells of none. */
static bool *some, *none;

void add_equation(const struct equation *equation)
{
	puzzle.equations = grow(puzzle.equations, &puzzle.equation_capacity,
		puzzle.equation_count + 1, sizeof(*puzzle.equations));
	puzzle.equations[puzzle.equation_count++] = *equation;
}

static struct equation sum_of(size_t total, size_t most)
{
	struct equation line = { 1, keep((most + 1) * sizeof(size_t)),
		keep((most + 1) * sizeof(double)), 0, false };

	line.facts[0] = total;
	line.times[0] = -1;
	return line;
}

static void add_part(struct equation *line, size_t fact)
{
	line->facts[line->count] = fact;
	line->times[line->count++] = 1;
}

static void add_arms(size_t sheet, size_t column)
{
	struct equation line = sum_of(fact_index(sheet, 0, column), puzzle.rows);
	size_t row;

	for (row = 1; row < puzzle.rows; row++)
		add_part(&line, fact_index(sheet, row, column));
	if (puzzle.rows > 1)
		add_equation(&line);
}

static void add_group(size_t sheet, size_t row, size_t group)
{
	size_t values = name_count(puzzle.values), i;
	struct equation line = sum_of(fact_index(sheet, row, 0), values + 1);

	for (i = 0; i < values; i++)
		if (puzzle.group_of[i] == group)
			add_part(&line, fact_index(sheet, row, 1 + i));
	add_part(&line, fact_index(sheet, row, 1 + values + group));
	add_equation(&line);
}

void lines_add(void)
{
	size_t sheet, column, row, group;

	for (sheet = 0; sheet < name_count(puzzle.sheets); sheet++) {
		for (column = 0; column < puzzle.columns; column++)
			add_arms(sheet, column);
		for (row = 0; row < puzzle.rows; row++)
			for (group = 0; group < name_count(puzzle.groups); group++)
				add_group(sheet, row, group);
	}
	known_lines();
}

/* ---- people outside ---- */

/* Whether no table has a cell; and what its people lack: 0 an arm, else a group. */
static bool outside(size_t at, size_t *lacking)
{
	size_t column = at % puzzle.columns, row = at / puzzle.columns % puzzle.rows;
	size_t shown = name_count(puzzle.values);

	*lacking = column > shown ? column - shown : 0;
	return column > shown || (puzzle.rows > 1 && row == puzzle.rows - 1);
}

/* What an equation tells whose one unknown size is that of people outside. */
static void look_outside(const struct fact *of, const struct equation *equation)
{
	double total = equation->total;
	size_t unknown = 0, last = 0, lacking, i;

	for (i = 0; i < equation->count; i++) {
		const struct fact *fact = &of[equation->facts[i]];

		if (fact->known[SIZE]) {
			total -= equation->times[i] * fact->value[SIZE];
			continue;
		}
		unknown++;
		last = equation->facts[i];
	}
	if (unknown != 1 || !outside(last, &lacking))
		return;
	some[lacking] |= total > 0;
	none[lacking] |= total <= 0;
}

static void close_cell(struct fact *fact)
{
	enum quantity quantity;

	for (quantity = SIZE; quantity < QUANTITIES; quantity++) {
		fact->known[quantity] = true;
		fact->value[quantity] = 0;
	}
}

void lines_close(bool some_may)
{
	size_t indicator, at, i;

	some = keep((name_count(puzzle.groups) + 1) * sizeof(*some));
	none = keep((name_count(puzzle.groups) + 1) * sizeof(*none));
	for (indicator = 0; indicator < name_count(puzzle.indicators); indicator++)
		for (i = 0; i < puzzle.equation_count; i++)
			look_outside(puzzle.facts[indicator], &puzzle.equations[i]);
	for (indicator = 0; indicator < name_count(puzzle.indicators); indicator++)
		for (at = 0; at < puzzle.cells; at++)
			if (outside(at, &i) && !some[i] && (none[i] || !some_may))
				close_cell(&puzzle.facts[indicator][at]);
}
