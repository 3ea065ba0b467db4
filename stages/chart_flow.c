/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_flow: what the flow chart shows: boxes of people, and who leaves between them, by arm. */
#include <string.h>

#include "drawing/flow_analysed.h"
#include "drawing/flow_cells.h"
#include "drawing/flow_losses.h"
#include "drawing/heading.h"
#include "drawing/headline.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "people/columns.h"
#include "people/steps.h"

enum { MOST_ROUNDS = 6 };

static const struct with_field with[] = {
	{ "attrition", false, { "attrition.csv", "attrition.csv" } },
	{ NULL, false, { NULL, NULL } },
};

static struct scene scene;
static bool panel;
static size_t last; /* round */

/* A column is an arm ("" all together), or in a cross-section a round. */
static struct {
	const char *arm;
	size_t round;
} columns[FLOW_COLUMNS];
static size_t column_count;
static bool joined_arms; /* more arms than columns, or one of too few people to be shown */

/* ---- rows of the files ---- */

/* In a panel those of the baseline, where the files tell rounds apart; else all together. */
static void put_files(void)
{
	static const char *const asides[] = { "row_empty", "row_of_tags", "row_rejected",
		"row_not_kept", "row_identical", "row_duplicate" };
	size_t round = panel && files_of(0) > 0 ? 0 : NO_NAME, files = files_of(round), i;
	int64_t rows = rows_left("", round), gone = 0;
	struct text reasons = text_same(""), detail = texts_plain("flow_file");

	for (i = 0; i < sizeof(asides) / sizeof(*asides); i++) {
		gone += rows_left(asides[i], round);
		flow_reason(&reasons, asides[i], rows_left(asides[i], round));
	}
	if (files != 1)
		detail = flow_fill("flow_files", (int64_t)files, 0);
	if (last > 0)
		detail = text_join(detail, ", ",
			texts_plain(round == 0 ? "flow_baseline" : "flow_all_rounds"));
	flow_box(0, texts_plain("flow_rows"), detail, flow_fill("flow_n", rows, 0));
	part_row("all_box");
	flow_leaving(0, flow_fill("flow_set_aside", gone, rows), reasons);
	part_row("all_loss");
}

/* ---- people of a round ---- */

static int64_t measured(size_t round, const char *arm)
{
	return step_out("measured", NO_NAME, round, arm);
}

static void put_baseline(void)
{
	size_t i;

	for (i = 0; i < column_count; i++) {
		struct text label = rounds_load()->list[columns[i].round].label;
		bool named = *columns[i].arm != '\0';

		flow_box(i, named ? arm_label(columns[i].arm) : label,
			named ? label : text_same(""),
			flow_fill("flow_n", measured(columns[i].round, columns[i].arm), 0));
	}
	part_row("box");
}

/* Everybody's loss since the baseline, then those who stayed. */
static void put_follow_up(size_t round)
{
	static const char *const reasons[] = { "no_row", "row_not_kept", "row_rejected",
		"row_duplicate", "not_measured" };
	size_t i, k;

	for (i = 0; i < column_count; i++) {
		struct text why = text_same("");
		int64_t before = step_in("no_row", 0, round, columns[i].arm);
		int64_t stayed = step_out("not_measured", 0, round, columns[i].arm);

		for (k = 0; k < sizeof(reasons) / sizeof(*reasons); k++)
			flow_reason(
				&why, reasons[k], step_left(reasons[k], 0, round, columns[i].arm));
		flow_leaving(i,
			flow_fill(last > 1 && column_count < FLOW_COLUMNS ? "flow_lost_since"
									  : "flow_lost",
				before - stayed, before),
			why);
	}
	part_row("loss");
	for (i = 0; i < column_count; i++) {
		int64_t joined = step_left("linked", 0, round, columns[i].arm);

		flow_box(i, rounds_load()->list[round].label,
			joined == 0 ? text_same("") : flow_fill("flow_joined", joined, 0),
			flow_fill("flow_n", step_out("not_measured", 0, round, columns[i].arm), 0));
	}
	part_row("box");
}

/* ---- who is analysed ---- */

static struct analysed analysed(size_t column)
{
	return flow_analysed(panel, panel ? last : columns[column].round, columns[column].arm);
}

static void put_analysed(void)
{
	const char *kind = !panel ? "values" : last > 1 ? "ends" : "pairs";
	size_t i;

	for (i = 0; i < column_count; i++) {
		struct analysed range = analysed(i);
		int64_t from = panel ? step_out("not_measured", 0, last, columns[i].arm)
				     : measured(columns[i].round, columns[i].arm);

		flow_leaving(i,
			flow_fill_range("flow_left_out", from - range.most, from - range.least),
			from == range.least ? text_same("") : texts_plain("flow_left_out_reason"));
	}
	part_row("loss");
	for (i = 0; i < column_count; i++) {
		struct analysed range = analysed(i);

		flow_box(i, texts_plain("flow_analysed"),
			texts_plain(keep_format("flow_analysed_%s", kind)),
			flow_fill_range("flow_n", range.least, range.most));
	}
	part_row("box");
}

/* ---- title and footers ---- */

static size_t shown_from(void)
{
	return last >= MOST_ROUNDS ? last - MOST_ROUNDS + 2 : 1;
}

/* Measured in any round, each time counted. */
static int64_t all_measured(void)
{
	int64_t people = 0;
	size_t i;

	for (i = 0; i < rounds_load()->count; i++)
		people += measured(i, "");
	return people;
}

static void put_meta(void)
{
	struct flow_losses losses = flow_losses(&scene);
	const struct filling rounds[] = { { "from", scene.from->label }, { "to", scene.to->label },
		{ NULL, { NULL, NULL } } };
	struct text sub = texts_plain("sub_flow_surveyed"),
		    headline = flow_title(&losses, all_measured());
	const struct filling facts[] = { { "title", headline }, { NULL, { NULL, NULL } } };
	struct text alt = texts_fill("alt_flow", facts);
	size_t i;

	if (panel && last > 0)
		sub = text_join(sub, "", texts_plain("sub_flow_lost"));
	heading_put("panel_flow", headline);
	heading_put_sub(texts_fill(last == 0 ? "sub_flow_one" : "sub_flow", rounds), sub);
	flow_feet(&losses, analysed(0).count, joined_arms,
		panel ? shown_from() > 1 : last >= FLOW_COLUMNS);
	for (i = 0; i < losses.count; i++)
		alt = text_join(alt, " ", losses.differences[i]);
	parts_meta("alt", alt);
	parts_meta_number("columns", (double)column_count);
	for (i = 0; i < column_count && *columns[i].arm != '\0'; i++)
		parts_meta(keep_format("tone_%zu", i + 1),
			text_same(study_load()->arm_comparison != NULL &&
						strcmp(columns[i].arm,
							study_load()->arm_comparison) == 0
					? "comparison"
					: "programme"));
}

/* ---- which columns ---- */

static void add_column(const char *arm, size_t round)
{
	columns[column_count].arm = arm;
	columns[column_count++].round = round;
}

/* Whether how many people there are is withheld, of single arms or of all together. */
static bool any_withheld(bool arm)
{
	size_t count, i;
	const struct step *all = steps(&count);

	for (i = 0; i < count; i++)
		if (all[i].withheld && all[i].indicator == NO_NAME && (*all[i].arm != '\0') == arm)
			return true;
	return false;
}

/* Arms in their order, the comparison arm last. */
static void choose_arms(void)
{
	const char *comparison = study_load()->arm_comparison;
	struct names *arms = names_new();
	size_t count, i;
	const struct step *all = steps(&count);

	for (i = 0; i < count; i++)
		if (*all[i].arm != '\0')
			name_add(arms, all[i].arm, strlen(all[i].arm));
	joined_arms = name_count(arms) > FLOW_COLUMNS || any_withheld(true);
	for (i = 0; i < name_count(arms) && !joined_arms; i++)
		if (comparison == NULL || strcmp(name_text(arms, i), comparison) != 0)
			add_column(name_text(arms, i), 0);
	if (!joined_arms && comparison != NULL &&
		name_find(arms, comparison, strlen(comparison)) != NO_NAME)
		add_column(comparison, 0);
	if (column_count == 0)
		add_column("", 0);
}

/* The first round and the last two. */
static void choose_rounds(void)
{
	size_t i;

	add_column("", 0);
	for (i = last >= FLOW_COLUMNS ? last - FLOW_COLUMNS + 2 : 1; i <= last; i++)
		add_column("", i);
}

/* ---- the stage ---- */

static void end(void)
{
	size_t count, round;

	scene = scene_load();
	panel = study_load()->design == PANEL;
	parts_begin(flow_row_columns);
	steps(&count);
	if (count == 0 || any_withheld(false))
		return;
	last = rounds_load()->count - 1;
	if (panel)
		choose_arms();
	else
		choose_rounds();
	flow_cells_begin(column_count);
	put_files();
	put_baseline();
	for (round = shown_from(); panel && round <= last; round++)
		put_follow_up(round);
	put_analysed();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_flow",
	.purpose = { "Prepare the flow chart: who came, who left and why, and who is analysed.",
		"Menyiapkan diagram alur: siapa yang datang, siapa yang keluar dan sebabnya, dan "
		"siapa "
		"yang dianalisis." },
	.with = with,
	.tables = chart_tables,
	.options = texts_options,
	.needs = flow_columns,
	.makes_note = chart_makes_note,
	.begin = study_begin,
	.row = steps_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
