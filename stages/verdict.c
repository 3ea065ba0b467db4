/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verdict: adjusted comparisons in, what may be said of each goal and indicator out. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kit/kit.h"
#include "result/columns.h"
#include "result/phrase.h"
#include "study/study.h"

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", NULL };

static const struct study *study;
static const struct rounds *rounds;
static const struct goals *goals;
static const struct indicators *indicators;

/* A headline row, kept because goals are told in their own order. */
struct headline {
	struct value fields[COMPARISON_COLUMN_COUNT];
	size_t indicator, sequence;
};
static struct headline **headlines;
static size_t headline_count, headline_capacity;

static double number(const struct headline *headline, enum comparison_column column)
{
	double value = (double)NAN;

	number_read(headline->fields[column], &value);
	return value;
}

/* ---- judging ---- */

static size_t rounds_passed(const struct headline *headline)
{
	size_t round = round_find(rounds, headline->fields[COMPARISON_ROUND_TO]);

	return round == NO_NAME ? 0 : round;
}

/* Harm is told as soon as it shows. */
static bool too_early(const struct headline *headline, const struct indicator *indicator)
{
	return goals->list[indicator->goal].kind != KIND_HARM &&
		(int64_t)rounds_passed(headline) < indicator->lag_rounds;
}

static enum phrase judge(const struct headline *headline, const struct indicator *indicator)
{
	double p = number(headline, COMPARISON_P_ADJUSTED);

	if (result_status_read(headline->fields[COMPARISON_STATUS]) != RESULT_OK)
		return PHRASE_REFUSED;
	if (too_early(headline, indicator))
		return PHRASE_TOO_EARLY;
	if (isnan(p))
		p = number(headline, COMPARISON_P_VALUE);
	return phrase_of(number(headline, COMPARISON_CONF_LOW),
		number(headline, COMPARISON_CONF_HIGH), indicator->direction, indicator->mid,
		p <= 1 - study->confidence);
}

/* ---- the row ---- */

static void put_fields(
	const struct headline *headline, const enum comparison_column *columns, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		put_value(output, headline->fields[columns[i]]);
}

/* Pairs where people are paired, else all values on both sides. */
static void put_n(const struct headline *headline)
{
	int64_t from = 0, to = 0;

	if (!missing(headline->fields[COMPARISON_N_PAIRS])) {
		put_value(output, headline->fields[COMPARISON_N_PAIRS]);
		return;
	}
	integer_read(headline->fields[COMPARISON_N_FROM], &from);
	integer_read(headline->fields[COMPARISON_N_TO], &to);
	put_integer(output, from + to);
}

static void put_verdict(const struct headline *headline)
{
	static const enum comparison_column keys[] = { COMPARISON_CONTRAST, COMPARISON_ROUND_FROM,
		COMPARISON_ROUND_TO, COMPARISON_ARM, COMPARISON_GROUP, COMPARISON_GROUP_VALUE };
	static const enum comparison_column numbers[] = { COMPARISON_ESTIMATE, COMPARISON_CONF_LOW,
		COMPARISON_CONF_HIGH, COMPARISON_P_VALUE, COMPARISON_P_ADJUSTED };
	static const enum comparison_column notes[] = { COMPARISON_STATUS, COMPARISON_NOTE_ID,
		COMPARISON_NOTE_EN };
	const struct indicator *indicator = &indicators->list[headline->indicator];
	const struct goal *goal = &goals->list[indicator->goal];
	enum design_level level = design_level(study);
	enum phrase phrase = judge(headline, indicator);
	struct text words = phrase_text(phrase, level, study->cluster.count > 0);

	put_string(output, goal->name);
	put_string(output, indicator->name);
	put_string(output, indicator->label.id);
	put_string(output, indicator->label.en);
	put_string(output, goal_kind_name(goal->kind));
	put_integer(output, indicator->primary);
	put_fields(headline, keys, sizeof(keys) / sizeof(keys[0]));
	put_string(output, design_level_names[level]);
	put_fields(headline, numbers, sizeof(numbers) / sizeof(numbers[0]));
	put_number(output, indicator->mid);
	put_string(output,
		indicator->direction == DIRECTION_NONE         ? "none"
			: indicator->direction == DIRECTION_UP ? "up"
							       : "down");
	put_value(output, headline->fields[COMPARISON_EFFECT_SIZE]);
	put_n(headline);
	put_value(output, headline->fields[COMPARISON_CLUSTERS]);
	put_string(output, verdict_class_names[phrase_class(phrase)]);
	put_string(output, words.id);
	put_string(output, words.en);
	put_fields(headline, notes, sizeof(notes) / sizeof(notes[0]));
	end_row(output);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	(void)input;
	study = study_load();
	rounds = rounds_load();
	goals = goals_load();
	indicators = indicators_load();
	stop_on_faults();
}

/* Keeps the headline of the design: the did where there is a comparison arm, else the change. */
static void row(const struct value *needed)
{
	struct place at = stage_place(COMPARISON_INDICATOR);
	struct headline *headline;
	size_t indicator = indicator_find(indicators, needed[COMPARISON_INDICATOR]), i;

	if (indicator == NO_NAME)
		refuse(&at,
			SAY("this indicator does not stand in indicators.csv",
				"indikator ini tidak ada di indicators.csv"));
	if (!same_text(needed[COMPARISON_ROLE], "headline") ||
		!same_text(needed[COMPARISON_CONTRAST],
			study->arm_comparison == NULL ? "change" : "did"))
		return;
	headline = keep(sizeof(*headline));
	headline->indicator = indicator;
	headline->sequence = headline_count;
	for (i = 0; i < COMPARISON_COLUMN_COUNT; i++)
		headline->fields[i] = (struct value){ keep_text(needed[i].text, needed[i].length),
			needed[i].length };
	headlines =
		grow(headlines, &headline_capacity, headline_count + 1, sizeof(struct headline *));
	headlines[headline_count++] = headline;
}

/* By goal, then in the order of the input. */
static int compare_headlines(const void *left, const void *right)
{
	const struct headline *a = *(const struct headline *const *)left,
			      *b = *(const struct headline *const *)right;
	size_t goal_a = indicators->list[a->indicator].goal,
	       goal_b = indicators->list[b->indicator].goal;

	if (goal_a != goal_b)
		return goal_a < goal_b ? -1 : 1;
	return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

static void end(void)
{
	size_t i;

	if (headline_count > 1)
		qsort(headlines, headline_count, sizeof(struct headline *), compare_headlines);
	for (i = 0; i < headline_count; i++)
		put_verdict(headlines[i]);
}

static const struct stage stage = {
	.name = "verdict",
	.purpose = { "Say in words what may be said of each goal and indicator.",
		"Menyatakan dengan kata-kata apa yang boleh disimpulkan tentang tiap tujuan dan "
		"indikator." },
	.tables = tables,
	.needs = comparison_columns,
	.makes = verdict_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
