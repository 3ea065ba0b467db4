/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_effects: what the forest chart of all indicators shows, in standard deviations. */
#include <math.h>
#include <string.h>

#include "drawing/axis.h"
#include "drawing/foot.h"
#include "drawing/heading.h"
#include "drawing/headline.h"
#include "drawing/numbers.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "result/columns.h"

static const char row_columns[] =
	"verdict estimate conf_low conf_high conf_low_adjusted conf_high_adjusted estimate_id "
	"estimate_en interval_id "
	"interval_en p_id p_en n_id n_en reason_id_1 reason_id_2 reason_en_1 reason_en_2";

/* An indicator in standard deviations, turned so that right is better. */
struct effect {
	const struct headline *headline;
	double estimate, low, high, low_adjusted, high_adjusted;
};

static struct scene scene;
static struct effect *effects;
static const struct headline **shown;
static size_t effect_count;
static double axis_low, axis_high;
static bool clipped;

static struct effect effect_of(const struct headline *headline)
{
	size_t row = headline->verdict == CLASS_REFUSED
		? NO_NAME
		: comparison_find(headline->indicator, headline->contrast, headline->arm);
	double low = comparison_number(row, COMPARISON_EFFECT_LOW),
	       high = comparison_number(row, COMPARISON_EFFECT_HIGH);
	double unit = (high - low) / (headline->conf_high - headline->conf_low);
	struct effect effect = {
		.headline = headline,
		.estimate = comparison_number(row, COMPARISON_EFFECT_SIZE),
		.low = low,
		.high = high,
		.low_adjusted = comparison_number(row, COMPARISON_CONF_LOW_ADJUSTED) * unit,
		.high_adjusted = comparison_number(row, COMPARISON_CONF_HIGH_ADJUSTED) * unit,
	};

	if (headline->indicator->direction != DIRECTION_DOWN)
		return effect;
	return (struct effect){ headline, -effect.estimate, -effect.high, -effect.low,
		-effect.high_adjusted, -effect.low_adjusted };
}

/* Indicators in the order of goals, then of indicators.csv, then of arms. */
static void choose(void)
{
	size_t count, goal, i;
	const struct headline *all = headlines(&count);

	effects = keep((count + 1) * sizeof(*effects));
	shown = keep((count + 1) * sizeof(*shown));
	for (goal = 0; goal < goals_load()->count; goal++)
		for (i = 0; i < count; i++)
			if (all[i].indicator->goal == goal) {
				shown[effect_count] = &all[i];
				effects[effect_count++] = effect_of(&all[i]);
			}
}

/* The axis holds every estimate, and intervals as far as 1.5: a few very wide ones must not flatten
 * the rest. */
static void choose_axis(void)
{
	double low = -0.2, high = 0.2;
	size_t i;

	for (i = 0; i < effect_count; i++) {
		low = fmin(low, fmin(effects[i].estimate, fmax(effects[i].low, -1.5)));
		high = fmax(high, fmax(effects[i].estimate, fmin(effects[i].high, 1.5)));
	}
	axis_low = floor(fmax(low, -4) * 10) / 10;
	axis_high = ceil(fmin(high, 4) * 10) / 10;
	for (i = 0; i < effect_count; i++)
		clipped |= fmin(effects[i].low, effects[i].estimate) < axis_low ||
			fmax(effects[i].high, effects[i].estimate) > axis_high ||
			effects[i].low_adjusted < axis_low || effects[i].high_adjusted > axis_high;
}

static void put_effect(const struct effect *effect)
{
	const struct headline *headline = effect->headline;
	struct text label = headline->indicator->label;

	label = label_of_arm(
		label_directed(label, headline->indicator), headline->arm, scene.arms > 1);
	part_set("id", headline->indicator->name);
	part_set_lines("label", label, 36);
	part_set("verdict", verdict_class_names[headline->verdict]);
	part_set_number("estimate", effect->estimate);
	part_set_number("conf_low", effect->low);
	part_set_number("conf_high", effect->high);
	part_set_number("conf_low_adjusted", effect->low_adjusted);
	part_set_number("conf_high_adjusted", effect->high_adjusted);
	part_set_text("estimate",
		headline->verdict == CLASS_CHANGED
			? text_join(text_same(effect->estimate < 0 ? "▼" : "▲"), " ",
				  number_signed(effect->estimate, 2))
			: number_signed(effect->estimate, 2));
	part_set_text("interval", interval_shown(effect->low, effect->high, 2));
	part_set_text("p", p_shown(headline->p_adjusted));
	part_set_text(
		"n", headline->counted ? number_shown((double)headline->n, 0) : text_same(""));
	if (headline->verdict == CLASS_REFUSED)
		part_set_lines("reason", text_first_sentence(headline->note), 46);
	else if (isnan(effect->estimate))
		part_set_lines("reason", texts_plain("reason_no_effect_size"), 46);
	part_row("effect");
}

static void put_rows(void)
{
	size_t i;

	for (i = 0; i < effect_count; i++) {
		if (i == 0 || shown[i]->indicator->goal != shown[i - 1]->indicator->goal) {
			part_head(goal_of(shown[i]->indicator)->label);
		}
		put_effect(&effects[i]);
	}
}

static struct text alternative(void)
{
	const struct filling facts[] = { { "total", text_same(keep_format("%zu", effect_count)) },
		{ NULL, { NULL, NULL } } };
	struct text text = texts_fill("alt_effects", facts);
	size_t told = 0, i;

	for (i = 0; i < effect_count && told < 5; i++) {
		const struct filling one[] = {
			{ "goal", shown[i]->indicator->label },
			{ "change", number_signed(effects[i].estimate, 2) },
			{ "interval", interval_shown(effects[i].low, effects[i].high, 2) },
			{ "verdict", verdict_words(&scene, shown[i]) },
			{ NULL, { NULL, NULL } },
		};

		if (shown[i]->verdict != CLASS_UP && shown[i]->verdict != CLASS_DOWN &&
			shown[i]->verdict != CLASS_CHANGED)
			continue;
		told++;
		text = text_join(text, " ", texts_fill("alt_effect", one));
	}
	return heading_alt_more(text, effect_count - told);
}

static struct text p_heading(void)
{
	struct text method = common_method(shown, effect_count);

	if (strcmp(method.en, "Holm") == 0)
		return texts_plain("head_p_holm");
	return texts_plain(strcmp(method.en, "BH") == 0 ? "head_p_bh" : "head_p_adjusted");
}

static void put_meta(void)
{
	const struct filling sub[] = { { "from", scene.from->label }, { "to", scene.to->label },
		{ "level", scene.level }, { NULL, { NULL, NULL } } };

	title_put("effects", "title_effects", &scene, shown, effect_count);
	heading_put_sub(texts_fill(keep_format("sub_effects_%s", scene.design), sub),
		text_capital(text_join(
			people_of(shown, effect_count), "; ", counts_of(shown, effect_count))));
	foot_effects(&scene, shown, effect_count, clipped);
	heading_put_alt(alternative());
	parts_meta_number("axis_low", axis_low);
	parts_meta_number("axis_high", axis_high);
	parts_meta("axis_title", texts_plain("axis_sd"));
	parts_meta("head_label", texts_plain("head_indicator"));
	parts_meta("head_estimate", texts_fill(keep_format("head_change_%s", scene.design), sub));
	parts_meta("head_p", p_heading());
	parts_meta("head_n", texts_plain("head_n"));
	parts_meta("better", texts_plain("axis_better"));
	parts_meta("worse", texts_plain("axis_worse"));
}

static void end(void)
{
	scene = scene_load();
	parts_begin(row_columns);
	choose();
	choose_axis();
	if (scene.from == NULL)
		return;
	parts_ticks(axis_low, axis_high, 1, step_decimals(tick_step(axis_low, axis_high)));
	put_rows();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_effects",
	.purpose = { "Prepare the chart of effects: every indicator in standard deviations.",
		"Menyiapkan grafik dampak: setiap indikator dalam simpangan baku." },
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
