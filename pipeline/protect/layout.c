/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which arms and groups a sheet has, and where the same people stand in another sheet. */
#include "protect/layout.h"

#include <string.h>

#include "kit/kit.h"
#include "protect/audit.h"

static void add_column(
	struct layout *layout, size_t *capacity, const char *group, const char *value)
{
	const struct column_of *last =
		layout->columns == 0 ? NULL : &layout->list[layout->columns - 1];
	size_t variable = last == NULL                                  ? 0
		: last->variable > 0 && strcmp(last->group, group) == 0 ? last->variable
									: last->variable + 1;

	layout->list = grow(layout->list, capacity, layout->columns + 1, sizeof(*layout->list));
	layout->list[layout->columns++] = (struct column_of){ group, value, variable };
}

static void set_columns(struct layout *layout, const struct samples *samples)
{
	const struct sample_group *groups;
	size_t count = sample_groups(samples, &groups), capacity = 0, i;

	add_column(layout, &capacity, "", "");
	for (i = 0; i < count; i++) {
		if (groups[i].group[0] == '\0')
			continue;
		add_column(layout, &capacity, groups[i].group, groups[i].group_value);
		if (i + 1 == count || strcmp(groups[i].group, groups[i + 1].group) != 0)
			add_column(layout, &capacity, groups[i].group, NULL);
	}
}

static void set_rows(struct layout *layout, const struct samples *samples)
{
	const char *const *arms;
	size_t count = sample_arms(samples, &arms);

	layout->rows = count > 1 ? count + 2 : 1;
	layout->arms = keep(layout->rows * sizeof(*layout->arms));
	if (count < 2) {
		layout->only_arm = count == 1 && *arms[0] != '\0' ? arms[0] : NULL;
		return;
	}
	memcpy(layout->arms + 1, arms, count * sizeof(*arms));
	layout->arms[count + 1] = "";
}

struct layout layout_of(const struct samples *samples)
{
	struct layout layout = { 0 };

	set_rows(&layout, samples);
	set_columns(&layout, samples);
	return layout;
}

static bool is_printed(const struct layout *layout, size_t row, size_t column)
{
	const char *arm = layout->arms[row];

	return (arm == NULL || *arm != '\0') && layout->list[column].value != NULL;
}

struct sheet layout_sheet(const struct layout *layout, size_t villages)
{
	size_t *variables = keep(layout->columns * sizeof(*variables));
	struct sheet sheet;
	size_t row, column;

	for (column = 0; column < layout->columns; column++)
		variables[column] = layout->list[column].variable;
	sheet = sheet_new(layout->rows, layout->columns, variables, villages);
	for (row = 0; row < layout->rows; row++)
		for (column = 0; column < layout->columns; column++)
			sheet.cells[row * layout->columns + column].printed =
				is_printed(layout, row, column);
	return sheet;
}

/* ---- the same people elsewhere ---- */

static bool same_arm(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same_column(const struct column_of *a, const struct column_of *b)
{
	if ((a->value == NULL) != (b->value == NULL) || strcmp(a->group, b->group) != 0)
		return false;
	return a->value == NULL || strcmp(a->value, b->value) == 0;
}

static size_t find_arm(const struct layout *layout, const char *arm)
{
	size_t row;

	for (row = 0; row < layout->rows; row++)
		if (same_arm(layout->arms[row], arm))
			return row;
	return NO_CELL;
}

static size_t find_column(const struct layout *layout, const struct column_of *wanted)
{
	size_t column;

	for (column = 0; column < layout->columns; column++)
		if (same_column(&layout->list[column], wanted))
			return column;
	return NO_CELL;
}

size_t same_people(const struct layout *in, const struct layout *of, size_t cell)
{
	size_t row = find_arm(in, of->arms[cell / of->columns]);
	size_t column = find_column(in, &of->list[cell % of->columns]);

	return row == NO_CELL || column == NO_CELL ? NO_CELL : row * in->columns + column;
}
