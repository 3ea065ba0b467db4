/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_trend: what the panels of trends show: each goal in every round, and its change a year. */
#include <math.h>
#include <string.h>

#include "drawing/heading.h"
#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "drawing/trend_panel.h"
#include "trend/columns.h"

/* As plots/README.md allows. */
enum { LABEL_WIDTH = 24, NAME_WIDTH = 20, REASON_WIDTH = 26 };

static const char row_columns[] =
	"place kind_id kind_en name_id name_en compare_name_id compare_name_en last last_id "
	"last_en compare_last "
	"compare_last_id compare_last_en verdict verdict_id verdict_en change change_id change_en "
	"interval_id interval_en reason_id_1 reason_id_2 reason_en_1 reason_en_2 side time "
	"estimate conf_low conf_high withheld time_id time_en n_id n_en";

static const struct with_field with[] = {
	{ "estimates", false, { "estimates.csv", "estimates.csv" } },
	{ NULL, false, { NULL, NULL } },
};

static struct scene scene;
static struct trend_panels panels;
static bool dashes; /* in some round nobody answered */

/* ---- rows ---- */

static void put_point(const struct trend_panel *panel, bool compared, size_t round, size_t place)
{
	struct trend_level level = trend_panel_level(panel, compared, round);
	bool nobody = level.n == 0 && !level.withheld;

	part_set_number("place", (double)place);
	part_set("side", compared ? "comparison" : "programme");
	part_set_number("time", panels.times.years[round]);
	part_set_number("estimate", trend_panel_place(&panels, panel, level.estimate));
	part_set_number("conf_low", trend_panel_place(&panels, panel, level.low));
	part_set_number("conf_high", trend_panel_place(&panels, panel, level.high));
	part_set("withheld", level.withheld ? "1" : "0");
	if (!compared)
		part_set_text("time", panels.times.labels[round]);
	if (*panels.times.labels[round].en != '\0' && !level.withheld)
		part_set_text("n", level.n > 0 ? number_shown((double)level.n, 0) : text_same("–"));
	dashes |= nobody;
	part_row("point");
}

static void set_last(const char *name, const struct trend_panel *panel, bool compared)
{
	double last = trend_panel_last(panel, compared).estimate;
	struct amount amount = trend_panel_amount(panel, compared);

	if (isnan(trend_panel_place(&panels, panel, last)))
		return;
	part_set_number(name, trend_panel_place(&panels, panel, last));
	part_set_text(name, amount_value(&amount, last, false));
}

/* Why there is no trend, or nothing to be drawn. */
static void set_reason(const struct trend_panel *panel)
{
	const struct indicator *indicator = panel->told->indicator;
	const struct filling unit[] = { { "unit", text_same(indicator->unit) },
		{ NULL, { NULL, NULL } } };
	double last = trend_panel_last(panel, false).estimate;

	if (panel->told->verdict == CLASS_REFUSED)
		part_set_lines("reason", texts_plain(trend_panel_refusal(panel)), REASON_WIDTH);
	else if (isnan(trend_panel_place(&panels, panel, last)))
		part_set_lines("reason", texts_fill("equity_no_scale", unit), REASON_WIDTH);
}

static void put_panel(const struct trend_panel *panel, size_t place)
{
	const struct trend_told *told = panel->told;
	enum goal_kind kind = goal_of(told->indicator)->kind;
	struct amount amount = trend_amount(told);

	part_set_number("place", (double)place);
	part_set("id", told->indicator->name);
	part_set_lines("label", goal_of(told->indicator)->label, LABEL_WIDTH);
	if (kind != KIND_GOAL)
		part_set_text("kind", texts_plain(keep_format("kind_%s", goal_kind_name(kind))));
	part_set_text("name", text_cut(arm_label(panel->arm), NAME_WIDTH));
	set_last("last", panel, false);
	if (panels.compared) {
		part_set_text("compare_name",
			text_cut(arm_label(study_load()->arm_comparison), NAME_WIDTH));
		set_last("compare_last", panel, true);
	}
	part_set("verdict", verdict_class_names[told->verdict]);
	part_set_text("verdict", verdict_words(&scene, &panel->headline));
	set_reason(panel);
	if (told->verdict != CLASS_REFUSED) {
		part_set_number("change", told->estimate);
		part_set_text("change", amount_change(&amount, told->estimate, true));
		part_set_text("interval", amount_interval(&amount, told->low, told->high));
	}
	part_row("panel");
	for (size_t side = 0; side < (panels.compared ? 2u : 1u); side++)
		for (size_t round = 0; round < panels.times.count; round++)
			put_point(panel, side == 1, round, place);
}

static void put_rows(void)
{
	size_t place = 0;

	for (size_t i = 0; i < panels.count; i++) {
		const struct trend_panel *panel = &panels.list[i];
		bool begins = i == 0 || strcmp(panel->arm, panels.list[i - 1].arm) != 0;

		if (begins && panels.arms > 1) {
			part_head(arm_label(panel->arm));
		}
		place = begins ? 1 : place % panels.a_line + 1;
		put_panel(panel, place);
	}
}

/* ---- words ---- */

/* Goals proper carry the title; all, where there are none. */
static struct text title(void)
{
	const struct headline **titled = keep((panels.count + 1) * sizeof(*titled));
	size_t count = 0;

	for (size_t i = 0; i < panels.count; i++)
		if (goal_of(panels.list[i].told->indicator)->kind == KIND_GOAL)
			titled[count++] = &panels.list[i].headline;
	for (size_t i = 0; count == 0 && i < panels.count; i++)
		titled[i] = &panels.list[i].headline;
	return title_of("title_trend", &scene, titled, count == 0 ? panels.count : count);
}

static void put_meta(void)
{
	const struct filling facts[] = { { "unit", panels.axis.title }, { "level", scene.level },
		{ "comparison", scene.comparison }, { NULL, { NULL, NULL } } };

	heading_put("trend", title());
	heading_put_sub(texts_fill(panels.times.dated ? "sub_trend" : "sub_trend_even", facts),
		texts_fill(panels.compared ? "sub_trend_did" : "sub_trend_alone", facts));
	trend_panels_feet(&panels, &scene, dashes);
	heading_put_alt(text_join(title(), ". ", trend_panels_alternative(&panels, &scene)));
	parts_meta_number("axis_low", panels.axis.low);
	parts_meta_number("axis_high", panels.axis.high);
	parts_meta_number("time_high", panels.times.years[panels.times.count - 1]);
	parts_meta("line_n", texts_plain("trend_n"));
	parts_meta("line_year", texts_fill("trend_year", facts));
	if (panels.compared)
		parts_meta("line_did", texts_plain("trend_year_did"));
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	study_begin(input);
	scene = scene_load();
}

static void row(const struct value *needed)
{
	struct trend_told told;

	if (trend_told_read(needed, &scene, &told))
		trend_panels_add(&told);
}

static void end(void)
{
	parts_begin(row_columns);
	panels = trend_panels_choose();
	scene.arms = panels.arms;
	if (panels.count == 0)
		return;
	panel_ticks(&panels.axis);
	put_rows();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_trend",
	.purpose = { "Prepare the chart of trends: what is drawn and every word on it.",
		"Menyiapkan grafik tren: apa yang digambar dan setiap kata di dalamnya." },
	.with = with,
	.tables = chart_tables,
	.options = texts_options,
	.needs = trend_columns,
	.makes_note = chart_makes_note,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
