/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_chain: the goals as boxes in the order of the results chain, and the state of each link. */
#include <math.h>
#include <string.h>

#include "drawing/axis.h"
#include "drawing/chain_words.h"
#include "drawing/foot.h"
#include "drawing/heading.h"
#include "drawing/headline.h"
#include "drawing/layers.h"
#include "drawing/lines.h"
#include "drawing/links.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "result/columns.h"

static const char row_columns[] =
	"place places channel n_id n_en verdict verdict_id verdict_en values_id values_en change "
	"change_id "
	"change_en interval_id interval_en reason_id_1 reason_id_2 reason_id_3 reason_en_1 "
	"reason_en_2 reason_en_3 "
	"from_row to_row out outs in ins slot lane state state_id state_en";

static const struct with_field with[] = {
	{ "comparisons", false, { "comparisons.csv", "comparisons.csv" } },
	{ "chain", false, { "chain.csv", "chain.csv" } },
	{ NULL, false, { NULL, NULL } },
};

/* As plots/README.md allows; a box is narrower the more of them share a band. */
static const double label_width[] = { 24, 28 }, reason_width[] = { 33, 38 };

static struct scene scene;
static struct axis axis;
static struct layers layers;
static const struct headline *const *shown;
static size_t shown_count;
static size_t rows, *row_of; /* of each goal's box, in the arm under way */

static const struct headline *headline_of(size_t goal, const char *arm)
{
	size_t i;

	for (i = 0; i < shown_count; i++)
		if (shown[i]->indicator->goal == goal && strcmp(shown[i]->arm, arm) == 0)
			return shown[i];
	return NULL;
}

/* ---- boxes ---- */

static void put_numbers(const struct headline *headline)
{
	const struct indicator *indicator = headline->indicator;
	struct amount amount = axis_amount(&axis, indicator, shown, shown_count);
	size_t row = comparison_find(indicator, "change", headline->arm);
	double from = comparison_number(row, COMPARISON_VALUE_FROM),
	       to = comparison_number(row, COMPARISON_VALUE_TO);
	bool units = axis_units(&axis);

	if (!isnan(from) && !isnan(to))
		part_set_text("values",
			text_join(amount_value(&amount, from, units), " → ",
				amount_value(&amount, to, units)));
	part_set_text("n", headline->counted ? people_in_row(headline) : text_same(""));
	part_set_number("change", headline->estimate);
	part_set_text("change", amount_change(&amount, headline->estimate, units));
	part_set_text(
		"interval", amount_interval(&amount, headline->conf_low, headline->conf_high));
}

/* Over three lines; what does not fit in the third ends in an ellipsis. */
static void set_reason(const char *half, const char *text, double width)
{
	const char *first = text_wrap(text, width).first;
	const char *rest = text + strlen(first);
	struct lines lines = text_wrap(rest + strspn(rest, " "), width);

	part_set(keep_format("reason_%s_1", half), first);
	part_set(keep_format("reason_%s_2", half), lines.first);
	part_set(keep_format("reason_%s_3", half), lines.second);
}

static void set_reasons(struct text reason)
{
	double width = reason_width[layers.places - 2];

	set_reason("id", reason.id, width);
	set_reason("en", reason.en, width);
}

static void put_box(size_t goal, const char *arm)
{
	const struct headline *headline = headline_of(goal, arm);
	const struct spot *spot = &layers.spots[goal];

	part_set("id", goals_load()->list[goal].name);
	part_set_lines("label", goals_load()->list[goal].label, label_width[layers.places - 2]);
	part_set_number("place", (double)spot->place);
	part_set_number("places", (double)spot->places);
	part_set_number("channel", spot->linked && spot->band > 0);
	if (headline == NULL) {
		part_set("verdict", verdict_class_names[CLASS_REFUSED]);
		part_set_text("verdict", texts_plain("verdict_refused"));
		set_reasons(texts_plain("chain_no_indicator"));
	} else {
		part_set("verdict", verdict_class_names[headline->verdict]);
		part_set_text("verdict", verdict_words(&scene, headline));
		if (headline->verdict == CLASS_REFUSED)
			set_reasons(text_first_sentence(headline->note));
		else
			put_numbers(headline);
	}
	part_row("box");
	row_of[goal] = ++rows;
}

/* Rows come in the order of bands; then the first of each opens its band. */
static void put_boxes(const char *arm, bool linked, size_t bands)
{
	size_t band, place, goal;

	for (band = 0; band < bands; band++)
		for (place = 0; place < layers.places; place++)
			for (goal = 0; goal < goals_load()->count; goal++)
				if (layers.spots[goal].linked == linked &&
					layers.spots[goal].band == band &&
					layers.spots[goal].place == place)
					put_box(goal, arm);
}

/* ---- links ---- */

static void put_joint(const struct joint *joint, const char *arm)
{
	const struct goal_link *link = link_between(joint->parent, joint->child, arm);
	const char *state = chain_state_names[link == NULL ? CHAIN_NOT_MEASURED : link->state];

	part_set_number("from_row", (double)row_of[joint->parent]);
	part_set_number("to_row", (double)row_of[joint->child]);
	part_set_number("out", (double)joint->out);
	part_set_number("outs", (double)joint->outs);
	part_set_number("in", (double)joint->in);
	part_set_number("ins", (double)joint->ins);
	part_set_number("slot", (double)joint->slot);
	part_set_number("lane", (double)joint->lane);
	part_set("state", state);
	part_set_text("state", texts_plain(keep_format("chain_state_%s", state)));
	part_row("link");
	rows++;
}

static void put_head(struct text words)
{
	part_head(words);
	rows++;
}

/* An arm's chain, then the goals that stand beside it. */
static void put_arm(const char *arm)
{
	size_t i;

	if (scene.arms > 1)
		put_head(arm_label(arm));
	put_boxes(arm, true, layers.bands);
	if (layers.bands > 0 && layers.loose_bands > 0)
		put_head(texts_plain("chain_loose"));
	put_boxes(arm, false, layers.loose_bands);
	for (i = 0; i < layers.joint_count; i++)
		put_joint(&layers.joints[i], arm);
}

static void put_rows(void)
{
	struct names *arms = names_new();
	size_t i;

	for (i = 0; i < shown_count; i++)
		name_add(arms, shown[i]->arm, strlen(shown[i]->arm));
	for (i = 0; i < name_count(arms); i++)
		put_arm(name_text(arms, i));
}

/* ---- the stage ---- */

static void put_meta(void)
{
	size_t count, total;
	const struct headline *const *goals = titled_headlines(&count);
	const struct filling names[] = { { "unit", axis.subject }, { "from", scene.from->label },
		{ "to", scene.to->label }, { "level", scene.level }, { NULL, { NULL, NULL } } };
	const struct filling counts[] = { { "list", links_counts() }, { NULL, { NULL, NULL } } };

	links(&total);
	chain_title_put(&scene, goals, count);
	heading_put_sub(texts_fill("sub_goals", names),
		text_capital(text_join(people_of(shown, shown_count), "; ",
			total == 0 ? counts_of(goals, count)
				   : texts_fill("sub_chain_links", counts))));
	foot_chain(&scene, shown, shown_count, total, layers.joint_count);
	heading_put_alt(chain_alternative(&scene, &axis, shown, shown_count));
	parts_meta_number("columns", (double)layers.places);
	parts_meta_number("chain_columns", (double)layers.widest);
	parts_meta_number("lanes", (double)layers.lanes);
}

static void end(void)
{
	scene = scene_load();
	parts_begin(row_columns);
	links_load();
	shown = goal_headlines(&shown_count);
	if (scene.from == NULL || shown_count == 0)
		return;
	axis = axis_for(shown, shown_count);
	layers = layers_of(goals_load());
	row_of = keep((goals_load()->count + 1) * sizeof(*row_of));
	put_rows();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_chain",
	.purpose = { "Prepare the chart of the results chain: goals in their order and what each "
		     "link did.",
		"Menyiapkan grafik rantai hasil: tujuan menurut urutannya dan keadaan tiap "
		"tautan." },
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
