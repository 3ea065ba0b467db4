/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_goals: the report's chart of goals and the numbers behind it. */

#include "drawing/axis.h"
#include "drawing/headline.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "result/columns.h"

static struct scene scene;

static bool compared(void)
{
	return *scene.comparison.en != '\0';
}

static void put_columns(void)
{
	static const char *const alone[] = { "goal", "verdict", "from", "to", "change", "interval",
		"p", "n", "villages" };
	static const char *const beside[] = { "goal", "verdict", "from", "to", "compare_from",
		"compare_to", "did", "interval", "p", "n", "villages" };
	const char *const *names = compared() ? beside : alone;
	size_t count =
		compared() ? sizeof(beside) / sizeof(*beside) : sizeof(alone) / sizeof(*alone);

	page_headings(names, count, 2, count, scene.level);
}

/* Both ends of an arm's own change. */
static void put_ends(const struct headline *headline, const struct amount *amount, const char *arm)
{
	size_t row = comparison_find(headline->indicator, "change", arm);

	page_number(amount_value(amount, comparison_number(row, COMPARISON_VALUE_FROM), true));
	page_number(amount_value(amount, comparison_number(row, COMPARISON_VALUE_TO), true));
}

static void put_goal(const struct headline *headline)
{
	struct amount amount = headline_amount(headline);

	page_row(verdict_class_names[headline->verdict]);
	page_head(label_of_arm(goal_of(headline->indicator)->label, headline->arm, scene.arms > 1));
	page_verdict(headline->phrase, page_source("verdicts", headline->row));
	put_ends(headline, &amount, headline->arm);
	if (compared())
		put_ends(headline, &amount, study_load()->arm_comparison);
	page_number(amount_change(&amount, headline->estimate, true));
	page_number(amount_interval(&amount, headline->conf_low, headline->conf_high));
	page_number(p_shown(headline->p_adjusted));
	page_number(headline->counted ? number_shown((double)headline->n, 0) : text_same("–"));
	page_number(headline->clusters > 0 ? number_shown((double)headline->clusters, 0)
					   : text_same("–"));
}

static void end(void)
{
	const struct headline *const *shown;
	size_t count, i;

	scene = scene_load();
	shown = goal_headlines(&count);
	if (count == 0)
		return;
	page_section("goals", texts_plain("page_goals"));
	page_chart("goals", texts_plain("page_goals_chart"));
	page_table("", texts_plain("page_goals_table"));
	put_columns();
	for (i = 0; i < count; i++)
		put_goal(shown[i]);
}

static const struct stage stage = {
	.name = "page_goals",
	.purpose = { "Write the report's section on goals: the chart and the numbers behind it.",
		"Menulis bagian laporan tentang tujuan: grafik dan angka di baliknya." },
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
