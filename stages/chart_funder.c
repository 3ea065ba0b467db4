/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_funder: what stands on the page for funders: answers, goals, gaps, harm, targets. */
#include <math.h>

#include "drawing/axis.h"
#include "drawing/flow_cells.h"
#include "drawing/flow_losses.h"
#include "drawing/foot.h"
#include "drawing/funder.h"
#include "drawing/funder_cells.h"
#include "drawing/heading.h"
#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "result/columns.h"

static const char row_columns[] = "verdict verdict_id verdict_en from to compare_from "
				  "compare_to from_id from_en to_id to_en target_id target_en "
				  "change change_id change_en interval_id interval_en "
				  "progress progress_low progress_high";

static const struct with_field with[] = {
	{ "comparisons", false, { "comparisons.csv", "comparisons.csv" } },
	{ "attrition", true, { "attrition.csv", "attrition.csv" } },
	{ "gaps", true, { "gaps.csv", "gaps.csv" } },
	{ "harm", true, { "harm.csv", "harm.csv" } },
	{ "progress", true, { "progress.csv", "progress.csv" } },
	{ NULL, false, { NULL, NULL } },
};

/* What an A4 page has room for. */
enum { GOALS_SHOWN = 9 };

static struct scene scene;
static const struct headline *const *shown;
static size_t shown_count;
static struct axis axis;

/* ---- tiles: four numbers to begin with ---- */

static void put_tile(struct text value, const char *key, const struct filling *facts)
{
	part_set_text("value", value);
	part_set_lines("label", texts_fill(key, facts), 26);
	part_row("tile");
}

/* A count that is withheld is none. */
static struct text shown_count_of(int64_t count)
{
	return count > 0 ? number_shown((double)count, 0) : text_same("–");
}

static void put_tiles(const struct headline *const *goals, size_t count)
{
	size_t up = 0, down = 0, i;
	int64_t people = 0, villages = 0;
	struct flow_losses losses = { .level = "" };

	if (with_file("attrition") != NULL)
		losses = flow_losses(&scene);
	for (i = 0; i < shown_count; i++) {
		people = shown[i]->n > people ? shown[i]->n : people;
		villages = shown[i]->clusters > villages ? shown[i]->clusters : villages;
	}
	for (i = 0; i < count; i++) {
		up += goals[i]->verdict == CLASS_UP;
		down += goals[i]->verdict == CLASS_DOWN;
	}
	const struct filling facts[] = { { "comparison", scene.comparison },
		{ "down", text_same(keep_format("%zu", down)) },
		{ "lost", number_shown((double)losses.lost, 0) }, { NULL, { NULL, NULL } } };

	put_tile(text_same(keep_format("%zu / %zu", up, count)),
		keep_format("funder_tile_up_%s", scene.design), facts);
	put_tile(shown_count_of(people),
		study_load()->design == PANEL ? "funder_tile_panel" : "funder_tile_people", facts);
	if (study_load()->cluster.count > 0)
		put_tile(shown_count_of(villages), "funder_tile_villages", facts);
	if (losses.from > 0)
		put_tile(text_join(flow_percent(losses.from - losses.lost, losses.from), "",
				 text_same("%")),
			"funder_tile_found", facts);
}

/* ---- goals ---- */

static void put_head(const char *key)
{
	const struct filling facts[] = { { "from", scene.from->label }, { "to", scene.to->label },
		{ "level", scene.level }, { "comparison", scene.comparison },
		{ NULL, { NULL, NULL } } };

	part_set_text("text", text_cut(texts_fill(keep_format("%s_sub", key), facts), 140));
	part_set_lines("label", texts_fill(key, facts), 60);
	part_row("head");
}

static void set_arm(const struct indicator *indicator, const struct amount *amount, const char *arm,
	const char *from, const char *to, bool words)
{
	size_t row = comparison_find(indicator, "change", arm);
	double start = comparison_number(row, COMPARISON_VALUE_FROM),
	       end = comparison_number(row, COMPARISON_VALUE_TO);

	if (isnan(start) || isnan(end))
		return;
	part_set_number(from, axis_place(&axis, indicator, start));
	part_set_number(to, axis_place(&axis, indicator, end));
	if (!words)
		return;
	part_set_text(from, amount_value(amount, start, axis_units(&axis)));
	part_set_text(to, amount_value(amount, end, axis_units(&axis)));
}

static void put_goal(const struct headline *headline)
{
	const struct indicator *indicator = headline->indicator;
	struct amount amount = axis_amount(&axis, indicator, shown, shown_count);
	struct text label = goal_of(indicator)->label;

	if (scene.arms > 1)
		label = arm_label(headline->arm);
	part_set_lines("label", text_cut(label, 34), 34);
	part_set("verdict", verdict_class_names[headline->verdict]);
	part_set_text("verdict",
		texts_plain(
			keep_format("funder_verdict_%s", verdict_class_names[headline->verdict])));
	if (headline->verdict != CLASS_REFUSED) {
		set_arm(indicator, &amount, headline->arm, "from", "to", true);
		if (study_load()->arm_comparison != NULL)
			set_arm(indicator, &amount, study_load()->arm_comparison, "compare_from",
				"compare_to", false);
		part_set_number("change", headline->estimate);
		part_set_text(
			"change", amount_change(&amount, headline->estimate, axis_units(&axis)));
		part_set_text("interval",
			amount_interval(&amount, headline->conf_low, headline->conf_high));
	}
	part_row("goal");
}

static bool among(const struct headline *const *list, size_t count, const struct headline *headline)
{
	size_t i = 0;

	while (i < count && list[i] != headline)
		i++;
	return i < count;
}

/* Of goals that the title does not count those are shown that got worse, or are about harm. */
static bool told_besides(const struct headline *headline)
{
	return headline->verdict == CLASS_DOWN || goal_of(headline->indicator)->kind == KIND_HARM;
}

/* Those that the title counts, then some of the others; the rest is counted. How many are shown. */
static size_t put_goals(const struct headline *const *goals, size_t count)
{
	size_t listed, i;

	put_head(*scene.comparison.en == '\0' ? "funder_goals" : "funder_goals_comparison");
	for (listed = 0; listed < count && listed < GOALS_SHOWN; listed++)
		put_goal(goals[listed]);
	for (i = 0; i < shown_count && listed < GOALS_SHOWN; i++)
		if (told_besides(shown[i]) && !among(goals, count, shown[i])) {
			put_goal(shown[i]);
			listed++;
		}
	const struct filling fact[] = {
		{ "n", text_same(keep_format("%zu", shown_count - listed)) },
		{ NULL, { NULL, NULL } }
	};

	if (shown_count > listed)
		funder_line("unclear",
			texts_fill(listed < count ? "funder_more" : "funder_more_kinds", fact));
	return listed;
}

/* ---- the page ---- */

static void put_meta(const struct headline *const *goals, size_t count)
{
	const char *programme = study_load()->programme;
	const struct filling sub[] = { { "unit", text_same(programme == NULL ? "" : programme) },
		{ "from", scene.from->label }, { "to", scene.to->label },
		{ NULL, { NULL, NULL } } };
	const struct text feet[] = { texts_plain(
					     keep_format("page_answers_design_%s", scene.design)),
		texts_plain("funder_foot_marks"), texts_plain("funder_foot_report") };

	title_put("funder", "title", &scene, goals, count);
	heading_put_sub(texts_fill(programme == NULL ? "funder_sub_bare" : "sub_goals", sub),
		text_capital(people_of(shown, shown_count)));
	foot_put(feet, sizeof(feet) / sizeof(*feet));
	parts_meta("alt", title_of("title", &scene, goals, count));
	parts_meta_number("axis_low", axis.low);
	parts_meta_number("axis_high", axis.high);
}

static void end(void)
{
	const struct headline *const *goals;
	size_t count, listed;

	scene = scene_load();
	parts_begin(row_columns);
	shown = goal_headlines(&shown_count);
	axis = axis_for(shown, shown_count);
	if (scene.from == NULL || shown_count == 0)
		return;
	goals = titled_headlines(&count);
	axis_ticks(&axis);
	put_tiles(goals, count);
	listed = put_goals(goals, count);
	if (funder_targets_count() > 0)
		put_head("funder_targets");
	funder_targets(GOALS_SHOWN - listed);
	if (funder_gaps_count() > 0)
		put_head("funder_gaps");
	funder_gaps();
	if (with_file("harm") != NULL) {
		put_head("funder_harm");
		funder_harm();
	}
	put_meta(goals, count);
}

static const struct stage stage = {
	.name = "chart_funder",
	.purpose = { "Prepare the page for funders: answers, goals, targets, gaps and harm on one "
		     "sheet.",
		"Menyiapkan halaman untuk penyandang dana: jawaban, tujuan, sasaran, kesenjangan, "
		"dan kerugian pada satu lembar." },
	.with = with,
	.tables = chart_tables,
	.options = texts_options,
	.needs = verdict_columns,
	.makes_note = chart_makes_note,
	.begin = study_begin,
	.row = headlines_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
