/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verdict: adjusted comparisons in, what may be said of each goal and indicator out. */
#include <math.h>
#include <stdlib.h>

#include "kit/kit.h"
#include "result/columns.h"
#include "result/phrase.h"
#include "study/begin.h"

static const struct study *study;
static const struct rounds *rounds;
static const struct goals *goals;
static const struct indicators *indicators;

/* A headline row, kept because goals are told in their own order. */
struct headline {
	struct value fields[COMPARISON_COLUMN_COUNT];
	size_t indicator, sequence;
};
struct list {
	struct headline **rows;
	size_t count, capacity;
};
static struct list headlines;
static struct list changes; /* of each arm, the comparison arm too: where villages are counted */

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

static bool same_cell(
	const struct headline *a, const struct headline *b, enum comparison_column column)
{
	return same_text(a->fields[column], b->fields[column].text);
}

/* The change of an arm between the same rounds in the same group; NULL where the table has no such
 * row. */
static const struct headline *change_of(const struct headline *headline, const char *arm)
{
	size_t i;

	for (i = 0; i < changes.count; i++) {
		const struct headline *change = changes.rows[i];

		if (change->indicator == headline->indicator &&
			same_text(change->fields[COMPARISON_ARM], arm) &&
			same_cell(change, headline, COMPARISON_ROUND_FROM) &&
			same_cell(change, headline, COMPARISON_ROUND_TO) &&
			same_cell(change, headline, COMPARISON_GROUP) &&
			same_cell(change, headline, COMPARISON_GROUP_VALUE))
			return change;
	}
	return NULL;
}

/* Villages behind the change of an arm; -1 where nothing tells. */
static int64_t villages_of(const struct headline *headline, const char *arm)
{
	const struct headline *change = change_of(headline, arm);
	int64_t villages;

	return change != NULL && integer_read(change->fields[COMPARISON_CLUSTERS], &villages)
		? villages
		: -1;
}

/* Whether an arm, or all villages together, are fewer than a clear verdict asks for. */
static bool few_villages(const struct headline *headline)
{
	int64_t all, arm, compared;

	if (study->cluster.count == 0)
		return false;
	if (integer_read(headline->fields[COMPARISON_CLUSTERS], &all) && all < FEW_VILLAGES)
		return true;
	if (study->arm_comparison == NULL)
		return false;
	arm = villages_of(headline, headline->fields[COMPARISON_ARM].text);
	compared = villages_of(headline, study->arm_comparison);
	return (arm >= 0 && arm < FEW_VILLAGES) || (compared >= 0 && compared < FEW_VILLAGES);
}

static enum phrase judge(const struct headline *headline, const struct indicator *indicator)
{
	double p = number(headline, COMPARISON_P_ADJUSTED);
	enum phrase phrase;

	if (result_status_read(headline->fields[COMPARISON_STATUS]) != RESULT_OK)
		return PHRASE_REFUSED;
	if (indicator_too_early(indicator, rounds_passed(headline)))
		return PHRASE_TOO_EARLY;
	if (isnan(p))
		p = number(headline, COMPARISON_P_VALUE);
	phrase = phrase_of(number(headline, COMPARISON_CONF_LOW),
		number(headline, COMPARISON_CONF_HIGH), indicator->direction, indicator->mid,
		p + study->confidence < 1); /* p < alpha, with 0.05 and 0.95 as they are written */
	return few_villages(headline) ? phrase_capped(phrase) : phrase;
}

/* What the change of one arm alone would be called. */
static enum verdict_class class_of_change(
	const struct headline *headline, const char *arm, const struct indicator *indicator)
{
	const struct headline *change = change_of(headline, arm);

	return change == NULL ? CLASS_REFUSED : phrase_class(judge(change, indicator));
}

/* Where a difference from the comparison is unclear, a reader who sees the arm's own change must not
 * take it for the programme's work. */
static enum phrase phrase_for(const struct headline *headline, const struct indicator *indicator)
{
	enum phrase phrase = judge(headline, indicator);

	if (study->arm_comparison == NULL || phrase != PHRASE_UNCLEAR)
		return phrase;
	return phrase_beside_changes(phrase,
		class_of_change(headline, headline->fields[COMPARISON_ARM].text, indicator),
		class_of_change(headline, study->arm_comparison, indicator));
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
	if (integer_read(headline->fields[COMPARISON_N_FROM], &from) &&
		integer_read(headline->fields[COMPARISON_N_TO], &to))
		put_integer(output, from + to);
	else
		put_missing(output);
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
	enum phrase phrase = phrase_for(headline, indicator);
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
	put_string(output, direction_name(indicator->direction));
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
	study_begin(input);
	study = study_load();
	rounds = rounds_load();
	goals = goals_load();
	indicators = indicators_load();
}

static void keep_row(struct list *list, const struct value *needed, size_t indicator)
{
	struct headline *headline = keep(sizeof(*headline));
	size_t i;

	headline->indicator = indicator;
	headline->sequence = list->count;
	for (i = 0; i < COMPARISON_COLUMN_COUNT; i++)
		headline->fields[i] = (struct value){ keep_value(needed[i]), needed[i].length };
	list->rows = grow(list->rows, &list->capacity, list->count + 1, sizeof(struct headline *));
	list->rows[list->count++] = headline;
}

/* Keeps the headline of the design: the did where there is a comparison arm, else the change. */
static void row(const struct value *needed)
{
	size_t indicator = indicator_in(needed, COMPARISON_INDICATOR);

	if (!same_text(needed[COMPARISON_ROLE], "headline"))
		return;
	if (same_text(
		    needed[COMPARISON_CONTRAST], study->arm_comparison == NULL ? "change" : "did"))
		keep_row(&headlines, needed, indicator);
	else if (same_text(needed[COMPARISON_CONTRAST], "change"))
		keep_row(&changes, needed, indicator);
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

	if (headlines.count > 1)
		qsort(headlines.rows, headlines.count, sizeof(struct headline *),
			compare_headlines);
	for (i = 0; i < headlines.count; i++)
		put_verdict(headlines.rows[i]);
}

static const struct stage stage = {
	.name = "verdict",
	.purpose = { "Say in words what may be said of each goal and indicator.",
		"Menyatakan dengan kata-kata apa yang boleh disimpulkan tentang tiap tujuan dan "
		"indikator." },
	.tables = study_tables,
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
