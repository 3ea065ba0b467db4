/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_effects: the report's chart of effects, and every indicator with its numbers. */

#include "drawing/axis.h"
#include "drawing/headline.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "result/columns.h"

static struct scene scene;

static void put_columns(void)
{
	const char *const names[] = { "indicator", "verdict", "from", "to",
		*scene.comparison.en == '\0' ? "change" : "did", "interval", "p", "n" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };

	page_headings(names, COLUMNS, 2, COLUMNS, scene.level);
}

/* Both ends are those of the arm's own change; the change is the headline's. */
static void put_indicator(const struct headline *headline)
{
	struct amount amount = headline_amount(headline);
	size_t row = comparison_find(headline->indicator, "change", headline->arm);

	page_row(verdict_class_names[headline->verdict]);
	page_head(label_of_arm(headline->indicator->label, headline->arm, scene.arms > 1));
	page_verdict(headline->phrase, page_source("verdicts", headline->row));
	page_number(amount_value(&amount, comparison_number(row, COMPARISON_VALUE_FROM), true));
	page_number(amount_value(&amount, comparison_number(row, COMPARISON_VALUE_TO), true));
	page_number(amount_change(&amount, headline->estimate, true));
	page_number(amount_interval(&amount, headline->conf_low, headline->conf_high));
	page_number(p_shown(headline->p_adjusted));
	page_number(headline->counted ? number_shown((double)headline->n, 0) : text_same("–"));
}

/* The indicators of a goal under its name. */
static void put_goal(size_t goal, const struct headline *all, size_t count)
{
	bool named = false;
	size_t i;

	for (i = 0; i < count; i++) {
		if (all[i].indicator->goal != goal)
			continue;
		if (!named) {
			page_row("group");
			page_head(goals_load()->list[goal].label);
		}
		named = true;
		put_indicator(&all[i]);
	}
}

static void end(void)
{
	size_t count, goal;
	const struct headline *all = headlines(&count);

	scene = scene_load();
	if (count == 0)
		return;
	page_section("effects", texts_plain(keep_format("page_effects_%s", scene.design)));
	page_chart("effects", texts_plain("page_effects_chart"));
	page_table("", texts_plain("page_effects_table"));
	put_columns();
	for (goal = 0; goal < goals_load()->count; goal++)
		put_goal(goal, all, count);
}

static const struct stage stage = {
	.name = "page_effects",
	.purpose = { "Write the report's section on all indicators: their chart and their numbers.",
		"Menulis bagian laporan tentang semua indikator: grafik dan angkanya." },
	.with = comparisons_with,
	.tables = study_tables,
	.options = texts_options,
	.needs = verdict_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = headlines_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
