/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_goals: what the dumbbell chart of goals shows, row by row and word by word. */
#include <math.h>

#include "drawing/axis.h"
#include "drawing/foot.h"
#include "drawing/heading.h"
#include "drawing/headline.h"
#include "drawing/lines.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "result/columns.h"

static const char row_columns[] = "n_id n_en verdict verdict_id verdict_en from from_low from_high "
				  "to to_low to_high from_id from_en to_id to_en "
				  "compare_from compare_from_low compare_from_high compare_to "
				  "compare_to_low compare_to_high compare_from_id "
				  "compare_from_en compare_to_id compare_to_en target target_id "
				  "target_en change change_id change_en interval_id "
				  "interval_en reason_id_1 reason_id_2 reason_en_1 reason_en_2";

/* As wide as plots/README.md allows. */
enum { AXIS_TITLE_WIDTH = 48 };

static struct scene scene;
static struct axis axis;
static const struct headline *const *shown;
static size_t shown_count;
static bool clipped;

static double place(const struct indicator *indicator, double value)
{
	double at = axis_place(&axis, indicator, value);

	clipped |= at < axis.low || at > axis.high;
	return at;
}

/* One arm's dumbbell: its own row of comparisons.csv; the interval of its change stands at the end. */
static void set_dumbbell(
	const struct indicator *indicator, const char *arm, const char *from, const char *to)
{
	size_t row = comparison_find(indicator, "change", arm);
	double start = comparison_number(row, COMPARISON_VALUE_FROM),
	       end = comparison_number(row, COMPARISON_VALUE_TO);
	struct amount amount = axis_amount(&axis, indicator, shown, shown_count);

	if (isnan(start) || isnan(end))
		return;
	part_set_number(from, place(indicator, start));
	part_set_number(to, place(indicator, end));
	part_set_number(keep_format("%s_low", to),
		place(indicator, start + comparison_number(row, COMPARISON_CONF_LOW)));
	part_set_number(keep_format("%s_high", to),
		place(indicator, start + comparison_number(row, COMPARISON_CONF_HIGH)));
	part_set_text(from, amount_value(&amount, start, axis_units(&axis)));
	part_set_text(to, amount_value(&amount, end, axis_units(&axis)));
}

/* A goal that has no place on the axis: its numbers in words, and those of the comparison. */
static void set_numbers_alone(const struct headline *headline)
{
	const struct indicator *indicator = headline->indicator;
	const char *arms[] = { headline->arm, study_load()->arm_comparison };
	static const char *const keys[] = { "reason_no_scale", "reason_no_scale_comparison" };
	struct amount amount = axis_amount(&axis, indicator, shown, shown_count);
	size_t i;

	for (i = 0; i < (arms[1] == NULL ? 1 : 2); i++) {
		size_t row = comparison_find(indicator, "change", arms[i]);
		const struct filling ends[] = {
			{ "value_from",
				amount_value(&amount, comparison_number(row, COMPARISON_VALUE_FROM),
					true) },
			{ "value_to",
				amount_value(&amount, comparison_number(row, COMPARISON_VALUE_TO),
					true) },
			{ NULL, { NULL, NULL } },
		};
		struct text words = text_cut(texts_fill(keys[i], ends), 56);

		part_set(keep_format("reason_id_%zu", i + 1), words.id);
		part_set(keep_format("reason_en_%zu", i + 1), words.en);
	}
}

/* With several arms the arm, under a heading that is the goal. Else the goal's label over two lines; where
 * the goal has no index, so that one indicator stands for it, the second is that indicator. */
static void set_label(const struct headline *headline)
{
	const struct indicator *indicator = headline->indicator;
	struct text goal = goal_of(indicator)->label;
	struct text second = indicator->label;

	part_set_lines("label", scene.arms > 1 ? arm_label(headline->arm) : goal, 28);
	if (scene.arms > 1 || indicator->type == INDICATOR_INDEX)
		return;
	goal = text_cut(goal, 28);
	second = text_cut(second, 28);
	part_set("label_id_1", goal.id);
	part_set("label_en_1", goal.en);
	part_set("label_id_2", second.id);
	part_set("label_en_2", second.en);
}

static void put_goal(const struct headline *headline)
{
	const struct indicator *indicator = headline->indicator;
	struct amount amount = axis_amount(&axis, indicator, shown, shown_count);

	set_dumbbell(indicator, headline->arm, "from", "to");
	if (study_load()->arm_comparison != NULL)
		set_dumbbell(indicator, study_load()->arm_comparison, "compare_from", "compare_to");
	part_set("id", indicator->name);
	set_label(headline);
	part_set_text("n", headline->counted ? people_in_row(headline) : text_same(""));
	part_set("verdict", verdict_class_names[headline->verdict]);
	part_set_text("verdict", verdict_words(&scene, headline));
	if (headline->verdict == CLASS_REFUSED)
		part_set_lines("reason", text_first_sentence(headline->note), 56);
	else if (!axis_has(&axis, indicator))
		set_numbers_alone(headline);
	part_set_number("change", headline->estimate);
	part_set_text("change", amount_change(&amount, headline->estimate, axis_units(&axis)));
	part_set_text(
		"interval", amount_interval(&amount, headline->conf_low, headline->conf_high));
	part_row("goal");
}

/* Sections by kind, where there are several; with several arms by goal. */
static void put_rows(void)
{
	enum goal_kind before = KIND_GOAL, kind;
	bool sections = false;
	size_t i;

	for (i = 0; i < shown_count; i++)
		sections |=
			goal_of(shown[i]->indicator)->kind != goal_of(shown[0]->indicator)->kind;
	for (i = 0; i < shown_count; i++) {
		kind = goal_of(shown[i]->indicator)->kind;
		if (sections && (i == 0 || kind != before))
			part_head(texts_plain(keep_format("kind_%s", goal_kind_name(kind))));
		if (scene.arms > 1 && (i == 0 || shown[i]->indicator != shown[i - 1]->indicator))
			part_head(goal_of(shown[i]->indicator)->label);
		before = kind;
		put_goal(shown[i]);
	}
}

static struct text alternative_of(const struct headline *headline)
{
	const struct indicator *indicator = headline->indicator;
	size_t row = comparison_find(indicator, "change", headline->arm);
	struct amount amount = axis_amount(&axis, indicator, shown, shown_count);
	struct text label = goal_of(indicator)->label;
	const struct filling facts[] = {
		{ "goal", label_of_arm(label, headline->arm, scene.arms > 1) },
		{ "value_from",
			amount_value(
				&amount, comparison_number(row, COMPARISON_VALUE_FROM), true) },
		{ "value_to",
			amount_value(&amount, comparison_number(row, COMPARISON_VALUE_TO), true) },
		{ "change", amount_change(&amount, headline->estimate, true) },
		{ "interval", amount_interval(&amount, headline->conf_low, headline->conf_high) },
		{ "verdict", verdict_words(&scene, headline) },
		{ "reason", text_without_stop(headline->note) },
		{ NULL, { NULL, NULL } },
	};

	return texts_fill(headline->verdict == CLASS_REFUSED ? "alt_refused"
			: *scene.comparison.en == '\0'       ? "alt_goal"
							     : "alt_goal_comparison",
		facts);
}

static struct text alternative(void)
{
	const struct filling facts[] = { { "total", text_same(keep_format("%zu", shown_count)) },
		{ "from", scene.from->label }, { "to", scene.to->label },
		{ NULL, { NULL, NULL } } };
	struct text text = texts_fill("alt_goals", facts);
	size_t most = shown_count < 4 ? shown_count : 4;

	for (size_t i = 0; i < most; i++)
		text = text_join(text, " ", alternative_of(shown[i]));
	return heading_alt_more(text, shown_count - most);
}

static void put_meta(void)
{
	size_t count;
	const struct headline *const *goals = titled_headlines(&count);
	const struct filling sub[] = { { "unit", axis.subject }, { "from", scene.from->label },
		{ "to", scene.to->label }, { NULL, { NULL, NULL } } };
	const struct filling names[] = { { "from", scene.from->label }, { "to", scene.to->label },
		{ "level", scene.level }, { NULL, { NULL, NULL } } };

	title_put("goals", "title", &scene, goals, count);
	heading_put_sub(texts_fill("sub_goals", sub),
		text_capital(
			text_join(people_of(shown, shown_count), "; ", counts_of(goals, count))));
	foot_goals(&scene, &axis, shown, shown_count, clipped);
	heading_put_alt(alternative());
	parts_meta_number("axis_low", axis.low);
	parts_meta_number("axis_high", axis.high);
	parts_meta("axis_title", text_cut(axis.title, AXIS_TITLE_WIDTH));
	parts_meta("head_label", texts_plain("head_goal"));
	parts_meta("head_change", texts_fill(keep_format("head_change_%s", scene.design), names));
	names_put(&scene);
	parts_meta("comparison_name", scene.comparison);
}

static void end(void)
{
	scene = scene_load();
	parts_begin(row_columns);
	shown = goal_headlines(&shown_count);
	axis = axis_for(shown, shown_count);
	if (scene.from == NULL)
		return;
	axis_ticks(&axis);
	put_rows();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_goals",
	.purpose = { "Prepare the chart of goals: what is drawn and every word on it.",
		"Menyiapkan grafik tujuan: apa yang digambar dan setiap kata di dalamnya." },
	.with = comparisons_with,
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
