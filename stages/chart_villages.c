/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_villages: how far villages differ, goal by goal, without a number of any single one. */
#include <math.h>

#include "drawing/foot.h"
#include "drawing/heading.h"
#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "drawing/village_axis.h"

static const char row_columns[] = "side estimate conf_low conf_high prediction_low prediction_high "
				  "better unclear worse moved mean_id mean_en counts_id counts_en "
				  "reason_id_1 reason_id_2 reason_en_1 reason_en_2";

enum { MARKS_MOST = 40, REASON_WIDTH = 48, LABEL_WIDTH = 28, MEAN_WIDTH = 34 };

static struct scene scene;
static const struct village_spread *all;
static size_t all_count;

static struct village_axis axis;

static bool drawn(const struct village_spread *spread)
{
	return !spread->against;
}

static double place(const struct village_spread *spread, double change)
{
	return village_axis_place(&axis, spread, change);
}

/* ---- rows ---- */

static void set_counts(const struct village_spread *spread)
{
	bool directed = spread->better >= 0;

	if (spread->unclear < 0)
		return;
	part_set_number("unclear", (double)spread->unclear);
	part_set_number("better", directed ? (double)spread->better : 0);
	part_set_number("worse", directed ? (double)spread->worse : 0);
	part_set_number("moved", directed ? 0 : (double)(spread->clusters - spread->unclear));
	part_set_text("counts", village_spread_counts(spread));
}

static void set_marks(const struct village_spread *spread)
{
	bool down = spread->indicator->direction == DIRECTION_DOWN;
	const struct amount amount = village_axis_amount(&axis, spread->indicator);

	part_set_number("estimate", place(spread, spread->estimate));
	part_set_number("conf_low", place(spread, down ? spread->conf_high : spread->conf_low));
	part_set_number("conf_high", place(spread, down ? spread->conf_low : spread->conf_high));
	part_set_number("prediction_low",
		place(spread, down ? spread->prediction_high : spread->prediction_low));
	part_set_number("prediction_high",
		place(spread, down ? spread->prediction_low : spread->prediction_high));
	part_set_text("mean",
		text_cut(text_join(amount_change(&amount, spread->estimate, axis.axis.scaled), " ",
				 amount_interval(&amount, spread->conf_low, spread->conf_high)),
			MEAN_WIDTH));
	if (!axis_has(&axis.axis, spread->indicator))
		part_set_lines("reason", texts_plain("villages_no_scale"), REASON_WIDTH);
}

static struct text goal_label(const struct village_spread *spread)
{
	return label_directed(goal_of(spread->indicator)->label, spread->indicator);
}

/* On one line where the mean stands on the second. */
static void set_label(const struct village_spread *spread)
{
	struct text label = *spread->arm == '\0' ? goal_label(spread) : arm_label(spread->arm);

	part_set_lines("label", spread->ok ? text_cut(label, LABEL_WIDTH) : label, LABEL_WIDTH);
}

static void put_spread(const struct village_spread *spread)
{
	part_set("id", spread->indicator->name);
	part_set("side", village_spread_compared(spread) ? "comparison" : "programme");
	set_label(spread);
	if (spread->ok)
		set_marks(spread);
	else
		part_set_lines("reason", text_first_sentence(spread->note), REASON_WIDTH);
	set_counts(spread);
	part_row("villages");
}

static void put_rows(void)
{
	const struct indicator *before = NULL;
	size_t i;

	for (i = 0; i < all_count; i++) {
		if (!drawn(&all[i]))
			continue;
		if (*all[i].arm != '\0' && all[i].indicator != before) {
			part_head(goal_label(&all[i]));
		}
		before = all[i].indicator;
		put_spread(&all[i]);
	}
}

/* ---- the frame ---- */

/* The title by rule: where a village of the programme got worse that is said first. */
static struct text title(void)
{
	struct text *worse = keep((all_count + 1) * sizeof(*worse));
	const struct village_spread *most = NULL;
	size_t count = 0, judged = 0, i;

	for (i = 0; i < all_count; i++) {
		const struct village_spread *one = &all[i];

		if (one->against || village_spread_compared(one) || one->better < 0)
			continue;
		judged++;
		if (one->worse > 0 &&
			(i == 0 || count == 0 || one->indicator != all[i - 1].indicator))
			worse[count++] = goal_of(one->indicator)->label;
		if (one->better > 0 &&
			(most == NULL ||
				one->better * most->clusters > most->better * one->clusters))
			most = one;
	}
	const struct filling facts[] = {
		{ "list", text_list(worse, count, 2) },
		{ "goal", most == NULL ? text_same("") : goal_of(most->indicator)->label },
		{ "up", number_shown(most == NULL ? 0 : (double)most->better, 0) },
		{ "total", number_shown(most == NULL ? 0 : (double)most->clusters, 0) },
		{ NULL, { NULL, NULL } },
	};
	return texts_fill(count > 0    ? "title_villages_worse"
			: most != NULL ? "title_villages_better"
			: judged > 0   ? "title_villages_unclear"
				       : "title_villages_refused",
		facts);
}

static struct text alternative(void)
{
	struct text text = title();
	size_t i, said = 0;

	for (i = 0; i < all_count && said < 4; i++) {
		const struct filling facts[] = { { "goal", goal_of(all[i].indicator)->label },
			{ "list", village_spread_counts(&all[i]) }, { NULL, { NULL, NULL } } };

		if (!drawn(&all[i]) || village_spread_compared(&all[i]) || all[i].unclear < 0)
			continue;
		said++;
		text = text_join(text, said == 1 ? ". " : " ", texts_fill("alt_villages", facts));
	}
	return text;
}

static void put_feet(void)
{
	double by_chance = (double)NAN;
	int64_t clusters = 0;
	bool turned = false;
	struct text list[7];
	size_t count = 0, i;

	for (i = 0; i < all_count; i++) {
		turned |= all[i].indicator->direction == DIRECTION_DOWN;
		if (!isnan(all[i].by_chance) && !(all[i].by_chance <= by_chance)) {
			by_chance = all[i].by_chance;
			clusters = all[i].clusters;
		}
	}
	const struct filling facts[] = { { "level", scene.level },
		{ "n", number_shown((double)clusters, 0) }, { "value", number_shown(by_chance, 1) },
		{ NULL, { NULL, NULL } } };

	list[count++] = texts_fill("foot_villages_marks", facts);
	list[count++] = texts_fill(study_load()->arm_comparison == NULL ? "foot_villages_dots"
									: "foot_villages_dots_arms",
		facts);
	if (!isnan(by_chance))
		list[count++] = texts_fill("foot_villages_chance", facts);
	list[count++] = texts_plain("foot_villages_private");
	if (turned)
		list[count++] = texts_plain("foot_villages_turned");
	if (axis.axis.scaled)
		list[count++] = texts_plain("foot_villages_scaled");
	list[count++] = foot_source();
	foot_put(list, count);
}

static void put_meta(void)
{
	const struct filling sub[] = { { "from", scene.from->label }, { "to", scene.to->label },
		{ "level", scene.level }, { NULL, { NULL, NULL } } };
	double most = 0;
	size_t i;

	for (i = 0; i < all_count; i++)
		most = fmax(most, (double)all[i].clusters);
	heading_put("village_spread", title());
	heading_put_sub(texts_fill("sub_villages_change", sub), text_same(""));
	put_feet();
	parts_meta("alt", alternative());
	parts_meta_number("axis_low", axis.low);
	parts_meta_number("axis_high", axis.high);
	parts_meta("axis_title", text_cut(axis.axis.title, 48));
	parts_meta("head_label", texts_plain("head_goal"));
	parts_meta("head_counts", texts_fill("villages_head_counts", sub));
	parts_meta("better", texts_plain("axis_better"));
	parts_meta("worse", texts_plain("axis_worse"));
	parts_meta_number("most", most > MARKS_MOST ? 0 : most);
}

static void end(void)
{
	scene = scene_load();
	parts_begin(row_columns);
	all = village_spreads(&all_count);
	if (all_count == 0)
		return;
	axis = village_axis_for(all, all_count);
	parts_ticks(axis.low, axis.high, 1, step_decimals(tick_step(axis.low, axis.high)));
	put_rows();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_villages",
	.purpose = { "Prepare the chart of villages: how far they differ, and how many moved.",
		"Menyiapkan grafik desa: seberapa jauh desa berbeda, dan berapa yang bergerak." },
	.tables = chart_tables,
	.options = texts_options,
	.needs = spread_columns,
	.makes_note = chart_makes_note,
	.begin = study_begin,
	.row = village_spread_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
