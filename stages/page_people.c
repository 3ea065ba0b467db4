/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_people: the report's section on who was interviewed, and who was lost. */

#include "drawing/headline.h"
#include "drawing/labels.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "people/columns.h"

static bool begun;

static void begin_section(void)
{
	static const char *const names[] = { "rounds", "who", "lost", "interval", "note" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };

	page_section("people", texts_plain("page_people"));
	page_chart("panel_flow", texts_plain("page_people_chart"));
	page_table("", texts_plain("page_people_table"));
	page_headings(names, COLUMNS, 2, 3, scene_load().level);
	begun = true;
}

/* Who the row is about: an arm alone, or an arm beside the comparison. */
static struct text who(const struct value *needed)
{
	const struct filling arms[] = { { "arm", arm_label(needed[ATTRITION_ARM].text) },
		{ "comparison", scene_load().comparison }, { NULL, { NULL, NULL } } };

	if (same_text(needed[ATTRITION_CONTRAST], "difference"))
		return texts_fill("page_people_difference", arms);
	return missing(needed[ATTRITION_ARM]) ? texts_plain("page_people_all") : arms[0].value;
}

/* Everybody's rows about presence: each arm, and their differences. */
static void row(const struct value *needed)
{
	bool difference = same_text(needed[ATTRITION_CONTRAST], "difference");
	struct text rounds;

	if (!same_text(needed[ATTRITION_MEASURE], "present") || !missing(needed[ATTRITION_GROUP]))
		return;
	if (!begun)
		begin_section();
	rounds = text_join(round_label(needed[ATTRITION_ROUND_FROM]), " → ",
		round_label(needed[ATTRITION_ROUND_TO]));
	page_row(same_text(needed[ATTRITION_LEVEL], "high") ? "down" : "");
	page_head(rounds);
	page_cell(who(needed), page_source("attrition", page_row_read()));
	page_number(difference ? number_signed(number_or_nan(needed[ATTRITION_ESTIMATE]) * 100, 1)
			       : percent_shown(number_or_nan(needed[ATTRITION_ESTIMATE]), 1));
	page_number(interval_shown(number_or_nan(needed[ATTRITION_CONF_LOW]) * 100,
		number_or_nan(needed[ATTRITION_CONF_HIGH]) * 100, 1));
	page_cell((struct text){ needed[ATTRITION_NOTE_EN].text, needed[ATTRITION_NOTE_ID].text },
		"");
}

static const struct stage stage = {
	.name = "page_people",
	.purpose = { "Write the report's section on who was interviewed and who was lost.",
		"Menulis bagian laporan tentang siapa yang diwawancarai dan siapa yang hilang." },
	.tables = study_tables,
	.options = texts_options,
	.needs = attrition_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = row,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
