/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_answers: what the bars of answers show: question by question, in each round and arm. */
#include <math.h>
#include <string.h>

#include "drawing/answers.h"
#include "drawing/answers_words.h"
#include "drawing/dates.h"
#include "drawing/heading.h"
#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/opening.h"
#include "drawing/parts.h"
#include "spread/columns.h"

/* As plots/README.md allows. */
enum { LABEL_WIDTH = 58, GOAL_WIDTH = 30, ARM_WIDTH = 21, ROUND_WIDTH = 21 };

/* Widths of one line of an answer's words, by how many answers there are. */
static const double word_widths[ANSWERS_MOST + 1] = { 0, 0, 60, 42, 31, 24, 19, 16 };

static const char row_columns[] =
	"tone answers goal_id goal_en verdict verdict_id verdict_en change "
	"answer_1_id_1 answer_1_id_2 answer_1_en_1 answer_1_en_2 "
	"answer_2_id_1 answer_2_id_2 answer_2_en_1 answer_2_en_2 "
	"answer_3_id_1 answer_3_id_2 answer_3_en_1 answer_3_en_2 "
	"answer_4_id_1 answer_4_id_2 answer_4_en_1 answer_4_en_2 "
	"answer_5_id_1 answer_5_id_2 answer_5_en_1 answer_5_en_2 "
	"answer_6_id_1 answer_6_id_2 answer_6_en_1 answer_6_en_2 "
	"answer_7_id_1 answer_7_id_2 answer_7_en_1 answer_7_en_2 "
	"arm_id arm_en round_id round_en share_1 share_2 share_3 share_4 share_5 share_6 share_7 "
	"withheld n_id n_en reason_id reason_en";

static const struct with_field with[] = {
	{ "verdicts", false, { "verdicts.csv", "verdicts.csv" } },
	{ NULL, false, { NULL, NULL } },
};

static struct scene scene;
static struct answers answers;

/* The longest sums of shares on each side, in per cent. */
struct extent {
	double left, right, middle;
};

static struct extent extent_of(void)
{
	struct extent extent = { 0, 0, 0 };

	for (size_t i = 0; i < answers.count; i++)
		for (size_t arm = 0; arm < answers.arms; arm++)
			for (size_t round = 0; round < answers.rounds; round++) {
				const struct answer_item *item = &answers.list[i];
				struct answer_bar bar =
					answer_bar(item, answers.arm[arm], answers.round[round]);

				extent.left = fmax(extent.left, answer_side(item, &bar, false));
				extent.right = fmax(extent.right, answer_side(item, &bar, true));
				extent.middle = fmax(extent.middle, answer_middle(item, &bar));
			}
	return extent;
}

/* ---- rows ---- */

static const char *tone_of(const struct answer_item *item)
{
	return item->indicator->direction == DIRECTION_NONE ? "plain" : "sided";
}

static void put_item(const struct answer_item *item)
{
	const struct headline *headline = answer_headline(item, answers.arm[0]);
	struct text label = item->indicator->label;

	if (item->reversed)
		label = text_join(label, " · ", texts_plain("answers_reversed"));
	else
		label = label_directed(label, item->indicator);
	part_set("id", item->indicator->name);
	part_set("tone", tone_of(item));
	part_set_lines("label", text_cut(label, LABEL_WIDTH), LABEL_WIDTH);
	part_set_text("goal", text_cut(goal_of(item->indicator)->label, GOAL_WIDTH));
	if (headline != NULL && scene.arms == 1) {
		part_set("verdict", verdict_class_names[headline->verdict]);
		part_set_text("verdict", verdict_words(&scene, headline));
		part_set_number("change", headline->estimate);
	}
	part_row("item");
}

/* What the answers are called, from left to right. */
static void put_words(const struct answer_item *item)
{
	part_set("tone", tone_of(item));
	part_set_number("answers", (double)item->count);
	for (size_t i = 0; i < item->count; i++)
		part_set_lines(
			keep_format("answer_%zu", i + 1), item->words[i], word_widths[item->count]);
	part_row("words");
}

/* A date without its day. */
static const char *month_of(const char *date)
{
	return strlen(date) > 7 ? keep_text(date, 7) : date;
}

/* What rounds are called: their labels where all have room; else their dates, where all have one. */
static struct text round_name(size_t round)
{
	const struct round *list = rounds_load()->list;
	bool fit = true, dated = true;

	for (size_t i = 0; i < answers.rounds; i++) {
		fit &= text_fits(list[answers.round[i]].label, ROUND_WIDTH);
		dated &=
			list[answers.round[i]].date != NULL && *list[answers.round[i]].date != '\0';
	}
	return fit || !dated ? text_cut(list[round].label, ROUND_WIDTH)
			     : text_cut(date_shown(month_of(list[round].date)), ROUND_WIDTH);
}

static void put_bar(const struct answer_item *item, size_t arm, size_t round)
{
	struct answer_bar bar = answer_bar(item, answers.arm[arm], answers.round[round]);

	part_set("tone", tone_of(item));
	part_set_number("answers", (double)item->count);
	if (round == 0)
		part_set_text("arm", text_cut(arm_label(answers.arm[arm]), ARM_WIDTH));
	part_set_text("round", round_name(answers.round[round]));
	for (size_t i = 0; bar.whole && i < item->count; i++)
		part_set_number(keep_format("share_%zu", i + 1), 100 * bar.share[i]);
	if (bar.whole)
		part_set_text("n", number_shown((double)bar.n, 0));
	else
		part_set_text("reason",
			texts_plain(bar.withheld ? "answers_withheld" : "answers_nobody"));
	part_set("withheld", bar.withheld ? "1" : "0");
	part_row("bar");
}

/* Whether two questions have the same answers, so that these need not be said again. */
static bool same_words(const struct answer_item *a, const struct answer_item *b)
{
	bool same = a->count == b->count && strcmp(tone_of(a), tone_of(b)) == 0;

	for (size_t i = 0; same && i < a->count; i++)
		same = strcmp(a->words[i].id, b->words[i].id) == 0 &&
			strcmp(a->words[i].en, b->words[i].en) == 0;
	return same;
}

static void put_rows(void)
{
	for (size_t i = 0; i < answers.count; i++) {
		const struct answer_item *item = &answers.list[i];

		put_item(item);
		if (i == 0 || !same_words(item, &answers.list[i - 1]))
			put_words(item);
		for (size_t arm = 0; arm < answers.arms; arm++)
			for (size_t round = 0; round < answers.rounds; round++)
				put_bar(item, arm, round);
	}
}

/* Whether a question has a good direction. */
static bool sided(void)
{
	for (size_t i = 0; i < answers.count; i++)
		if (answers.list[i].indicator->direction != DIRECTION_NONE)
			return true;
	return false;
}

static void put_meta(void)
{
	const struct extent extent = extent_of();
	const struct filling facts[] = { { "from", scene.from->label }, { "to", scene.to->label },
		{ NULL, { NULL, NULL } } };
	struct text title = answers_title(&answers, &scene);

	heading_put("answers", title);
	heading_put_sub(texts_fill(answers.rounds > 1 ? "sub_answers" : "sub_answers_one", facts),
		texts_plain("sub_answers_numbers"));
	answers_feet(&answers, &scene);
	heading_put_alt(text_join(title, ". ", answers_alternative(&answers)));
	parts_meta_number("left_high", 100 * extent.left);
	parts_meta_number("right_high", 100 * extent.right);
	parts_meta_number("middle_high", 100 * extent.middle);
	parts_meta("head_left", texts_plain(sided() ? "axis_worse" : "answers_low"));
	parts_meta("head_right", texts_plain(sided() ? "axis_better" : "answers_high"));
	parts_meta("head_middle", texts_plain("answers_middle"));
}

/* ---- the stage ---- */

static void end(void)
{
	parts_begin(row_columns);
	answers = answers_choose();
	if (answers.count == 0)
		return;
	answers_verdicts_load();
	scene = scene_load();
	put_rows();
	put_meta();
}

static const struct stage stage = {
	.name = "chart_answers",
	.purpose = { "Prepare the chart of answers: what is drawn and every word on it.",
		"Menyiapkan grafik jawaban: apa yang digambar dan setiap kata di dalamnya." },
	.with = with,
	.tables = chart_tables,
	.options = texts_options,
	.needs = distribution_columns,
	.makes_note = chart_makes_note,
	.begin = study_begin,
	.row = answers_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
