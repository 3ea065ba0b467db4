/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_checks: whether other methods, and the people who are missing, leave the answers standing. */
#include <string.h>

#include "drawing/axis.h"
#include "drawing/headline.h"
#include "drawing/numbers.h"
#include "page/checks.h"
#include "page/page.h"
#include "result/columns.h"

static const struct with_field with[] = {
	{ "comparisons", false, { "comparisons.csv", "comparisons.csv" } },
	{ "few_villages", false, { "few_villages.csv", "few_villages.csv" } },
	{ "bounds", false, { "bounds.csv", "bounds.csv" } },
	{ NULL, false, { NULL, NULL } },
};

static struct scene scene;

/* ---- goals ---- */

static struct text name_of(const struct headline *headline, struct text label)
{
	return label_of_arm(label, headline->arm, scene.arms > 1);
}

static bool judged(const struct headline *headline)
{
	return headline->verdict != CLASS_REFUSED && headline->verdict != CLASS_TOO_EARLY;
}

/* How many goals have checks, and in how many of these all of them agree. */
static void put_summary(const struct headline *const *shown, size_t count)
{
	size_t checked = 0, agreed = 0, i;

	for (i = 0; i < count; i++) {
		struct checks checks = checks_of(shown[i]);

		if (!judged(shown[i]) || checks.agree + checks.differ == 0)
			continue;
		checked++;
		agreed += checks.differ == 0;
	}
	const struct filling facts[] = { { "n", number_shown((double)agreed, 0) },
		{ "total", number_shown((double)checked, 0) }, { NULL, { NULL, NULL } } };
	page_text("",
		texts_fill(checked == 0             ? "page_checks_none"
				: agreed == checked ? "page_checks_all"
				: agreed == 0       ? "page_checks_never"
						    : "page_checks_some",
			facts),
		"");
}

static void put_goal(const struct headline *headline)
{
	struct text goal = goal_of(headline->indicator)->label;
	struct checks checks = checks_of(headline);
	struct missing_people people = missing_people_of(headline);

	page_row(verdict_class_names[headline->verdict]);
	page_head(name_of(headline, goal));
	page_verdict(headline->phrase, page_source("verdicts", headline->row));
	page_number(p_shown(checks.p));
	page_cell(judged(headline) ? checks_text(&checks) : text_same("–"),
		judged(headline) ? checks.source : "");
	page_cell(judged(headline) ? missing_people_text(&people, &checks) : text_same("–"),
		judged(headline) ? people.source : "");
}

static void put_table(const struct headline *const *shown, size_t count)
{
	static const char *const names[] = { "goal", "verdict", "p_plain", "checks", "missing" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };
	const struct filling facts[] = { { "alpha", scene.alpha }, { NULL, { NULL, NULL } } };
	size_t i;

	page_table("", texts_plain("page_checks_table"));
	page_headings(names, COLUMNS, 2, 2, scene.level);
	for (i = 0; i < count; i++)
		put_goal(shown[i]);
	page_text("note", texts_fill("page_checks_rule", facts), "");
}

/* ---- what rose, but not because of the programme as far as anybody can tell ---- */

static bool naive(const struct headline *headline)
{
	static const enum phrase phrases[] = { PHRASE_BETTER_AS_WELL, PHRASE_BETTER_NOT_MORE,
		PHRASE_WORSE_AS_WELL, PHRASE_WORSE_NOT_MORE };
	const struct study *study = study_load();
	size_t i;

	for (i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (strcmp(headline->phrase.en,
			    phrase_text(phrases[i], design_level(study), study->cluster.count > 0)
				    .en) == 0)
			return strcmp(headline->contrast, "did") == 0;
	return false;
}

static void put_naive(const struct headline *headline)
{
	struct amount amount = headline_amount(headline);
	size_t arm = comparison_find(headline->indicator, "change", headline->arm);
	size_t compared =
		comparison_find(headline->indicator, "change", study_load()->arm_comparison);
	const char *source = page_source("verdicts", headline->row);
	const struct filling facts[] = {
		{ "indicator", name_of(headline, headline->indicator->label) },
		{ "phrase", headline->phrase },
		{ "change",
			amount_change(&amount, comparison_number(arm, COMPARISON_ESTIMATE), true) },
		{ "compared",
			amount_change(
				&amount, comparison_number(compared, COMPARISON_ESTIMATE), true) },
		{ "comparison", scene.comparison },
		{ NULL, { NULL, NULL } },
	};

	if (arm == NO_NAME || compared == NO_NAME)
		return;
	source = page_sources(source, "comparisons", arm + 2);
	source = page_sources(source, "comparisons", compared + 2);
	page_item("unclear", texts_fill("page_checks_naive_item", facts), source);
}

static void put_all_naive(void)
{
	size_t count, i;
	const struct headline *all = headlines(&count);
	bool begun = false;

	for (i = 0; i < count; i++) {
		if (!naive(&all[i]))
			continue;
		if (!begun)
			page_text("", texts_plain("page_checks_naive"), "");
		begun = true;
		put_naive(&all[i]);
	}
}

/* ---- the stage ---- */

static void end(void)
{
	const struct headline *const *shown;
	size_t count;

	scene = scene_load();
	shown = goal_headlines(&count);
	if (count == 0)
		return;
	page_subsection("checks", texts_plain("page_checks"));
	put_summary(shown, count);
	put_table(shown, count);
	put_all_naive();
}

static const struct stage stage = {
	.name = "page_checks",
	.purpose = { "Write whether other methods, and the people who are missing, leave the "
		     "answers standing.",
		"Menulis apakah jawaban tetap sama menurut cara lain, dan bila orang yang hilang "
		"diperhitungkan." },
	.with = with,
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
