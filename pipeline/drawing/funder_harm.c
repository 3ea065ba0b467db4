/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what the screens for harm flagged on the page for funders. */
#include <string.h>

#include "drawing/funder.h"
#include "drawing/funder_cells.h"
#include "drawing/harm_count.h"
#include "drawing/numbers.h"
#include "result/harm.h"

enum { HARM_SHOWN = 4 };

static void put_harm(const struct table *table, size_t row)
{
	const char *group = cell(table, row, HARM_GROUP);
	struct text label = { cell(table, row, HARM_LABEL_EN), cell(table, row, HARM_LABEL_ID) };
	struct text phrase = { cell(table, row, HARM_PHRASE_EN), cell(table, row, HARM_PHRASE_ID) };

	if (*group != '\0')
		label = text_join(label, " · ",
			funder_value_label(group, cell(table, row, HARM_GROUP_VALUE)));
	funder_line("down", text_join(label, ": ", phrase));
}

/* Whether a finding is flagged, of the last round, and the first about these people and indicator.
 * Gaps stand in their own lines; what people report is told of everybody. */
static bool shown_harm(const struct table *table, size_t row, const char *screen)
{
	size_t i;

	if (!funder_is(table, row, HARM_SCREEN, screen) ||
		!funder_is(table, row, HARM_FLAG, "harm") ||
		!funder_last_round(table, row, HARM_ROUND_TO) ||
		(strcmp(screen, "reported") == 0 && *cell(table, row, HARM_GROUP) != '\0'))
		return false;
	for (i = 0; i < row; i++)
		if (funder_is(table, i, HARM_FLAG, "harm") &&
			funder_last_round(table, i, HARM_ROUND_TO) &&
			!funder_is(table, i, HARM_SCREEN, "gap_widened") &&
			funder_is(table, i, HARM_INDICATOR, cell(table, row, HARM_INDICATOR)) &&
			funder_is(table, i, HARM_GROUP, cell(table, row, HARM_GROUP)) &&
			funder_is(table, i, HARM_GROUP_VALUE, cell(table, row, HARM_GROUP_VALUE)))
			return false;
	return true;
}

void funder_harm(void)
{
	static const char *const order[] = { "reported", "clearly_down", "worse_share_difference" };
	const struct table *table = table_load(with_file("harm"), harm_columns, TABLE_OPEN);
	struct harm_count looks;
	size_t found = 0, row, i;

	stop_on_faults();
	for (i = 0; i < sizeof(order) / sizeof(*order); i++)
		for (row = 0; row < table->rows; row++)
			if (shown_harm(table, row, order[i]) && ++found <= HARM_SHOWN)
				put_harm(table, row);
	funder_more(found, HARM_SHOWN);
	looks = harm_count(table);
	const struct filling facts[] = { { "screens", number_shown(looks.judged, 0) },
		{ "flagged", number_shown(looks.flagged, 0) },
		{ "chance", number_shown(looks.chance, 0) },
		{ "withheld", number_shown((double)looks.withheld, 0) }, { NULL, { NULL, NULL } } };

	if (looks.judged > 0)
		funder_line("unclear",
			texts_fill(found == 0 ? "funder_harm_none" : "funder_harm_screens", facts));
	if (looks.withheld > 0)
		funder_line("unclear", texts_fill("funder_harm_withheld", facts));
}
