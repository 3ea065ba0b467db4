/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_equity: what the panels of gaps between groups show: both sides, the gap, how it changed. */
#include <math.h>
#include <string.h>

#include "drawing/equity.h"
#include "drawing/foot.h"
#include "drawing/heading.h"
#include "drawing/lines.h"
#include "drawing/opening.h"
#include "drawing/panel_axis.h"
#include "drawing/parts.h"
#include "result/gap.h"

/* As plots/README.md allows: panels side by side, groups (and arms) one under the other. */
enum { LINE_PANELS = 6, BANDS = 4, LABEL_WIDTH = 16, NAME_WIDTH = 18, ALT_PANELS = 4 };

static const char row_columns[] = "place focal_id focal_en others_id others_en focal_from focal_to "
				  "others_from others_to verdict "
				  "verdict_id verdict_en gap_id gap_en change_id change_en "
				  "interval_id interval_en did_clear did_id "
				  "did_en did_interval_id did_interval_en n_focal_id n_focal_en "
				  "n_others_id n_others_en reason_id_1 "
				  "reason_id_2 reason_en_1 reason_en_2";

static struct scene scene;
static struct panel_axis axis;
static const struct equity **shown;
static size_t shown_count, arms;
static bool goals_left, groups_left;

static bool goals_proper(const struct equity *all, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].primary && goal_of(all[i].indicator)->kind == KIND_GOAL)
			return true;
	return false;
}

static bool same_band(const struct equity *a, const struct equity *b)
{
	return a->group == b->group && strcmp(a->arm, b->arm) == 0;
}

/* The main indicators of goals proper (of all kinds, where there are none), for the first groups. */
static void choose(void)
{
	size_t count, bands = 0;
	const struct equity *all = equities(&count);
	bool proper = goals_proper(all, count);

	shown = keep((count + 1) * sizeof(*shown));
	for (size_t i = 0; i < count; i++) {
		bool of_goal = goal_of(all[i].indicator)->kind == KIND_GOAL;

		if (!all[i].primary)
			continue;
		if (proper && !of_goal) {
			goals_left = true;
			continue;
		}
		if (shown_count == 0 || !same_band(shown[shown_count - 1], &all[i])) {
			if (bands == BANDS) {
				groups_left = true;
				break;
			}
			bands++;
		}
		shown[shown_count++] = &all[i];
	}
}

/* All means of both sides, at both rounds. */
static void choose_axis(void)
{
	struct panel_range *ranges = keep((shown_count + 1) * sizeof(*ranges));

	for (size_t i = 0; i < shown_count; i++) {
		const struct equity_side *focal = &shown[i]->focal, *others = &shown[i]->others;
		bool drawn = shown[i]->class != CLASS_REFUSED;

		ranges[i] = (struct panel_range){ shown[i]->indicator,
			drawn ? fmin(fmin(focal->from, focal->to), fmin(others->from, others->to))
			      : (double)NAN,
			drawn ? fmax(fmax(focal->from, focal->to), fmax(others->from, others->to))
			      : (double)NAN };
	}
	axis = panel_axis_for(ranges, shown_count);
}

static void set_side(
	const char *name, const struct equity_side *side, const struct indicator *indicator)
{
	part_set_text(name, text_cut(side->label, NAME_WIDTH));
	part_set_number(keep_format("%s_from", name), panel_place(&axis, indicator, side->from));
	part_set_number(keep_format("%s_to", name), panel_place(&axis, indicator, side->to));
	part_set_text(keep_format("n_%s", name), equity_counted(side, "→"));
}

static void set_numbers(const struct equity *equity)
{
	struct amount amount = equity_amount(equity);

	set_side("focal", &equity->focal, equity->indicator);
	set_side("others", &equity->others, equity->indicator);
	part_set_text("gap",
		text_join(amount_change(&amount, equity->gap_from, false), " → ",
			amount_change(&amount, equity->gap_to, false)));
	part_set_text("change", amount_change(&amount, equity->change, false));
	part_set_text("interval", amount_interval(&amount, equity->low, equity->high));
	if (!isnan(equity->did_low)) {
		part_set("did_clear", equity->did_clear ? "1" : "0");
		part_set_text("did", amount_change(&amount, equity->did, false));
		part_set_text("did_interval",
			amount_interval(&amount, equity->did_low, equity->did_high));
	}
	if (isnan(panel_place(&axis, equity->indicator, equity->focal.from))) {
		const struct filling unit[] = {
			{ "unit", text_join(amount.word, " ", text_same(amount.unit)) },
			{ NULL, { NULL, NULL } }
		};

		part_set_lines("reason", texts_fill("equity_no_scale", unit), LABEL_WIDTH);
	}
}

static void put_panel(const struct equity *equity, size_t place)
{
	part_set_number("place", (double)place);
	part_set("id", equity->indicator->name);
	part_set_lines("label", goal_of(equity->indicator)->label, LABEL_WIDTH);
	part_set("verdict", verdict_class_names[equity->class]);
	part_set_text("verdict", equity_verdict(equity));
	if (equity->class != CLASS_REFUSED) {
		set_numbers(equity);
	} else {
		part_set_text("focal", text_cut(equity->focal.label, NAME_WIDTH));
		part_set_text("others", text_cut(equity->others.label, NAME_WIDTH));
		part_set_lines("reason",
			texts_plain(equity->suppressed ? "equity_suppressed" : "equity_refused"),
			LABEL_WIDTH);
	}
	part_row("panel");
}

static void put_rows(void)
{
	size_t place = 0;

	for (size_t i = 0; i < shown_count; i++) {
		if (i == 0 || !same_band(shown[i], shown[i - 1])) {
			part_head(equity_group_label(shown[i], arms));
			place = 0;
		}
		place = place % LINE_PANELS + 1;
		put_panel(shown[i], place);
	}
}

static void put_feet(void)
{
	struct text list[12];
	const struct filling level[] = { { "level", scene.level }, { NULL, { NULL, NULL } } };
	bool planned = true, few = false, hatched = false, early = false;
	size_t lines = 0;

	for (size_t i = 0; i < shown_count; i++) {
		planned &= shown[i]->planned;
		few |= shown[i]->few;
		hatched |= shown[i]->suppressed;
		early |= shown[i]->class == CLASS_TOO_EARLY;
	}
	list[lines++] = texts_fill("foot_equity_clear", level);
	list[lines++] = texts_plain(planned ? "foot_equity_planned" : "foot_equity_exploratory");
	if (hatched)
		list[lines++] = texts_plain("foot_equity_hatched");
	if (axis.cut)
		list[lines++] = texts_plain("foot_cut");
	if (few)
		list[lines++] = texts_plain("foot_few");
	if (early)
		list[lines++] = texts_plain("foot_early");
	if (goals_left)
		list[lines++] = texts_plain("foot_equity_goals");
	if (groups_left)
		list[lines++] = texts_plain("foot_equity_groups");
	if (rounds_load()->count > 2)
		list[lines++] = texts_plain("foot_between");
	list[lines++] = foot_source();
	foot_put(list, lines);
}

static struct text alternative(void)
{
	const struct equity **sorted = equities_worst_first(shown, shown_count);
	const struct filling facts[] = { { "n", text_same(keep_format("%zu", shown_count)) },
		{ "from", scene.from->label }, { "to", scene.to->label },
		{ NULL, { NULL, NULL } } };
	struct text text = texts_fill("alt_equity", facts);

	for (size_t i = 0; i < shown_count && i < ALT_PANELS; i++) {
		struct amount amount = equity_amount(sorted[i]);
		const struct filling panel[] = {
			{ "goal", goal_of(sorted[i]->indicator)->label },
			{ "a", sorted[i]->focal.label },
			{ "b", sorted[i]->others.label },
			{ "value_from", amount_change(&amount, sorted[i]->gap_from, true) },
			{ "value_to", amount_change(&amount, sorted[i]->gap_to, true) },
			{ "change", amount_change(&amount, sorted[i]->change, true) },
			{ "interval", amount_interval(&amount, sorted[i]->low, sorted[i]->high) },
			{ "verdict", equity_verdict(sorted[i]) },
			{ NULL, { NULL, NULL } },
		};

		text = text_join(text, " ",
			texts_fill(sorted[i]->class == CLASS_REFUSED ? "alt_equity_refused"
								     : "alt_equity_panel",
				panel));
	}
	return text;
}

static void put_meta(void)
{
	const struct filling facts[] = { { "unit", axis.title }, { "from", scene.from->label },
		{ "to", scene.to->label }, { "level", scene.level },
		{ "comparison", scene.comparison }, { NULL, { NULL, NULL } } };
	const struct text where = *scene.comparison.en == '\0'
		? text_same("")
		: texts_plain(study_load()->cluster.count > 0 ? "programme_villages"
							      : "programme_group");

	heading_put("equity", equity_title(shown, shown_count));
	heading_put_sub(text_join(texts_fill("sub_equity", facts), "; ", where),
		texts_plain("sub_equity_numbers"));
	put_feet();
	parts_meta("alt", text_join(equity_title(shown, shown_count), ". ", alternative()));
	parts_meta_number("axis_low", axis.low);
	parts_meta_number("axis_high", axis.high);
	parts_meta("line_gap", texts_plain("line_gap"));
	parts_meta("line_change", texts_fill("line_change", facts));
	if (*scene.comparison.en != '\0')
		parts_meta("line_did", texts_plain("line_did"));
}

static void end(void)
{
	scene = scene_load();
	parts_begin(row_columns);
	choose();
	if (shown_count == 0)
		return;
	arms = equity_arms();
	choose_axis();
	panel_ticks(&axis);
	put_rows();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_equity",
	.purpose = { "Prepare the chart of gaps between groups: what is drawn and every word on "
		     "it.",
		"Menyiapkan grafik kesenjangan antarkelompok: apa yang digambar dan setiap kata di "
		"dalamnya." },
	.tables = chart_tables,
	.options = texts_options,
	.needs = gap_columns,
	.makes_note = chart_makes_note,
	.begin = study_begin,
	.row = equity_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
