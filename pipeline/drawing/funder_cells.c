/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads cells for the page for funders and writes its lines. */
#include "drawing/funder_cells.h"

#include <math.h>
#include <string.h>

#include "drawing/axis.h"
#include "drawing/funder.h"
#include "drawing/lines.h"
#include "drawing/parts.h"

enum { LINE_WIDTH = 146 };

bool funder_is(const struct table *table, size_t row, size_t column, const char *text)
{
	return strcmp(cell(table, row, column), text) == 0;
}

bool funder_last_round(const struct table *table, size_t row, size_t column)
{
	const struct rounds *rounds = rounds_load();

	return funder_is(table, row, column, rounds->list[rounds->count - 1].name);
}

const struct indicator *funder_indicator(const struct table *table, size_t row, size_t column)
{
	size_t indicator = indicator_find(indicators_load(), cell_value(table, row, column));

	return indicator == NO_NAME ? NULL : &indicators_load()->list[indicator];
}

/* By the ends of the numbers, where the scale has none. */
static struct amount amount_alone(
	const struct indicator *indicator, const double *numbers, size_t count)
{
	double low = indicator->scale_min, high = indicator->scale_max;
	size_t i;

	for (i = 0; i < count && isnan(indicator->scale_min + indicator->scale_max); i++) {
		low = fmin(low, numbers[i]);
		high = fmax(high, numbers[i]);
	}
	low = isnan(low) ? 0 : low;
	high = isnan(high) ? 0 : high;
	return amount_of(indicator, NULL, 0, low, high, low < high ? high - low : 1);
}

struct amount funder_amount(const struct indicator *indicator, const double *numbers, size_t count)
{
	size_t headline_count, i;
	const struct headline *all = headlines(&headline_count);

	for (i = 0; i < headline_count; i++) {
		const struct headline *one = &all[i];

		if (one->indicator == indicator) {
			const struct axis axis = axis_for(&one, 1);

			return axis_amount(&axis, indicator, &one, 1);
		}
	}
	return amount_alone(indicator, numbers, count);
}

void funder_line(const char *verdict, struct text text)
{
	part_set("verdict", verdict);
	part_set_text("text", text_cut(text, LINE_WIDTH));
	part_row("line");
}

void funder_more(size_t found, size_t most)
{
	const struct filling fact[] = { { "n", text_same(keep_format("%zu", found - most)) },
		{ NULL, { NULL, NULL } } };

	if (found > most)
		funder_line("unclear", texts_fill("funder_more", fact));
}

/* The label of a group's value; its name where it has none. */
struct text funder_value_label(const char *group, const char *value)
{
	const struct groups *groups = groups_load();
	size_t i, j;

	for (i = 0; i < groups->count; i++)
		for (j = 0; j < groups->list[i].value_count; j++)
			if (strcmp(groups->list[i].name, group) == 0 &&
				strcmp(groups->list[i].values[j].name, value) == 0)
				return groups->list[i].values[j].label;
	return text_same(value);
}
