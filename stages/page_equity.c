/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_equity: the report's section on gaps between groups: who fell behind, who caught up. */
#include <string.h>

#include "drawing/equity.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "result/gap.h"

enum { LIST_MOST = 40 }; /* a list of goals or indicators in a sentence is whole */

static struct scene scene;
static const struct equity **told;
static size_t told_count, arms;

/* Main indicators, and whatever clearly changed. */
static void choose(void)
{
	size_t count;
	const struct equity *all = equities(&count);

	told = keep((count + 1) * sizeof(*told));
	for (size_t i = 0; i < count; i++)
		if (all[i].primary || equity_clear(&all[i]))
			told[told_count++] = &all[i];
}

static const char *source_of(const struct equity *equity)
{
	const char *source = page_source("gaps", equity->row);

	return equity->did_row == 0 ? source : page_sources(source, "gaps", equity->did_row);
}

static void put_clear(void)
{
	const struct equity **sorted = equities_worst_first(told, told_count);

	for (size_t i = 0; i < told_count && equity_clear(sorted[i]); i++)
		page_item(verdict_class_names[sorted[i]->class], equity_sentence(sorted[i], &scene),
			source_of(sorted[i]));
}

enum rest { REST_POSSIBLY, REST_UNCLEAR, REST_EARLY, REST_REFUSED, REST_COUNT };

static bool belongs(const struct equity *equity, enum rest rest)
{
	if (rest == REST_REFUSED)
		return equity->class == CLASS_REFUSED;
	if (rest == REST_EARLY)
		return equity->class == CLASS_TOO_EARLY;
	return equity->class == CLASS_UNCLEAR && (rest == REST_POSSIBLY) == equity->few;
}

/* One sentence about main indicators of a group (in an arm) that is told first by told[begin]. */
static void put_rest(size_t begin, size_t end, enum rest rest)
{
	static const char *const keys[REST_COUNT] = { "page_equity_possibly", "page_equity_unclear",
		"page_equity_early", "page_equity_refused" };
	static const char *const classes[REST_COUNT] = { "unclear", "unclear", "early", "refused" };
	struct text *goals = keep((end - begin + 1) * sizeof(*goals));
	const char *sources = "";
	size_t used = 0;

	for (size_t i = begin; i < end; i++)
		if (belongs(told[i], rest)) {
			goals[used++] = goal_of(told[i]->indicator)->label;
			sources = used == 1 ? page_source("gaps", told[i]->row)
					    : page_sources(sources, "gaps", told[i]->row);
		}
	const struct filling facts[] = { { "group", equity_group_label(told[begin], arms) },
		{ "list", text_list(goals, used, LIST_MOST) }, { NULL, { NULL, NULL } } };

	if (used > 0)
		page_item(classes[rest], texts_fill(keys[rest], facts), sources);
}

static void put_rests(void)
{
	for (size_t begin = 0, end; begin < told_count; begin = end) {
		end = begin + 1;
		while (end < told_count && told[end]->group == told[begin]->group &&
			strcmp(told[end]->arm, told[begin]->arm) == 0)
			end++;
		for (enum rest rest = 0; rest < REST_COUNT; rest++)
			put_rest(begin, end, rest);
	}
}

static void put_columns(void)
{
	static const char *const alone[] = { "goal", "group", "verdict", "gap_from", "gap_to",
		"gap_change", "interval", "n_focal", "n_others", "villages" };
	static const char *const beside[] = { "goal", "group", "verdict", "gap_from", "gap_to",
		"gap_change", "interval", "gap_did", "interval", "n_focal", "n_others",
		"villages" };
	bool compared = *scene.comparison.en != '\0';
	size_t count = compared ? sizeof(beside) / sizeof(*beside) : sizeof(alone) / sizeof(*alone);

	page_headings(compared ? beside : alone, count, 3, count, scene.level);
}

static void put_gap(const struct equity *equity)
{
	struct amount amount = equity_amount(equity);
	struct text goal = goal_of(equity->indicator)->label;
	const struct filling sides[] = { { "a", equity->focal.label },
		{ "b", equity->others.label }, { NULL, { NULL, NULL } } };
	struct text pair = texts_fill("page_equity_pair", sides);

	page_row(verdict_class_names[equity->class]);
	page_head(equity->primary ? goal : text_join(goal, ": ", equity->indicator->label));
	page_cell(arms > 1 ? text_join(arm_label(equity->arm), " · ", pair) : pair, "");
	page_verdict(equity_verdict(equity), source_of(equity));
	page_number(amount_change(&amount, equity->gap_from, true));
	page_number(amount_change(&amount, equity->gap_to, true));
	page_number(amount_change(&amount, equity->change, true));
	page_number(amount_interval(&amount, equity->low, equity->high));
	if (*scene.comparison.en != '\0') {
		page_number(amount_change(&amount, equity->did, true));
		page_number(amount_interval(&amount, equity->did_low, equity->did_high));
	}
	page_number(equity_counted(&equity->focal, " → "));
	page_number(equity_counted(&equity->others, " → "));
	page_number(
		equity->clusters > 0 ? number_shown((double)equity->clusters, 0) : text_same("–"));
}

static void end(void)
{
	scene = scene_load();
	choose();
	if (told_count == 0)
		return;
	arms = equity_arms();
	page_section("equity", texts_plain("page_equity"));
	page_text("", texts_plain("page_equity_intro"), "");
	put_clear();
	put_rests();
	page_text("note", texts_plain("page_equity_exploratory"), "");
	page_chart("equity", texts_plain("page_equity_chart"));
	page_table("", texts_plain("page_equity_table"));
	put_columns();
	for (size_t i = 0; i < told_count; i++)
		put_gap(told[i]);
}

static const struct stage stage = {
	.name = "page_equity",
	.purpose = { "Write the report's section on gaps between groups.",
		"Menulis bagian laporan tentang kesenjangan antarkelompok." },
	.tables = study_tables,
	.options = texts_options,
	.needs = gap_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = equity_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
