/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freezes the baseline in turns, each needing what the one before has found. */
#include "scoring/baseline.h"

#include <string.h>

#include "scoring/held.h"
#include "scoring/scoring.h"
#include "scoring/standard.h"

/* An argument of percentile(), and whom it is placed among (NULL: everybody). */
struct ranked {
	struct expression *argument, *among;
};

static struct baseline baseline;
static const struct indicators *indicators;
static struct norms *norms; /* as far as they are known */
static struct scored *scored;
static struct ranked *ranked;
static struct held *held;
static size_t round_column, arm_column;

/* ---- begin ---- */

static void compile_rankings(const struct reader *input)
{
	const struct ranking_asked *asked;
	size_t count = rankings_asked(&asked), i;

	ranked = keep((count + 1) * sizeof(*ranked));
	baseline.rankings = keep((count + 1) * sizeof(*baseline.rankings));
	for (i = 0; i < count; i++) {
		struct value owner = { asked[i].owner, strlen(asked[i].owner) };
		size_t indicator = indicator_find(indicators, owner);
		struct expression *argument = study_expression(
			asked[i].argument, &asked[i].place, input->header, input->columns);

		ranked[i].argument = argument;
		ranked[i].among = indicator == NO_NAME ? NULL : scored[indicator].among;
		baseline.rankings[i] =
			frequency_new(argument == NULL ? 0 : expression_denominator(argument));
	}
}

static void compile_indicators(const struct reader *input)
{
	bool compare = study_load()->arm_comparison != NULL;
	size_t i;

	scored = scoring_begin(input->header, input->columns, norms);
	baseline.all = keep((indicators->count + 1) * sizeof(*baseline.all));
	if (compare)
		baseline.comparison = keep((indicators->count + 1) * sizeof(*baseline.comparison));
	for (i = 0; i < indicators->count; i++) {
		baseline.all[i] = frequency_new(indicators->list[i].denominator);
		if (compare)
			baseline.comparison[i] = frequency_new(indicators->list[i].denominator);
	}
}

static void mark(bool *used, size_t columns, const struct expression *expression)
{
	size_t *variables, count, i;

	if (expression == NULL)
		return;
	variables = keep((columns + 1) * sizeof(*variables));
	count = expression_variables(expression, variables, columns);
	for (i = 0; i < count; i++)
		used[variables[i]] = true;
}

void baseline_begin(const struct reader *input)
{
	bool *used = keep((input->columns + 1) * sizeof(*used));
	size_t i;

	study_load();
	indicators = indicators_load();
	groups_load();
	stop_on_faults();
	norms = norms_new();
	compile_indicators(input);
	compile_rankings(input);
	stop_on_faults();
	for (i = 0; i < indicators->count; i++) {
		mark(used, input->columns, scored[i].calculation);
		mark(used, input->columns, scored[i].per);
		mark(used, input->columns, scored[i].among);
	}
	for (i = 0; i < norms->ranking_count; i++)
		mark(used, input->columns, ranked[i].argument);
	round_column = reader_column(input, key_names[KEY_ROUND]);
	arm_column = reader_column(input, key_names[KEY_ARM]);
	used[round_column] = used[arm_column] = true;
	held = held_new(used, input->columns);
}

void baseline_add(const struct value *answers)
{
	if (same_text(answers[round_column], rounds_load()->list[0].name))
		held_add(held, answers);
}

/* ---- freezing ---- */

static void count_value(struct frequency *frequency, double value, const struct place *at)
{
	if (!frequency_count(frequency, value))
		refuse(at,
			SAY("the baseline has a value of more than 18 digits",
				"putaran awal memuat nilai dengan lebih dari 18 angka"));
}

static void count_ranking(size_t which, const struct place *at)
{
	double number;
	size_t i;

	for (i = 0; i < held_count(held); i++) {
		const struct value *answers = held_row(held, i);

		if (scoring_includes(ranked[which].among, answers) &&
			operand_number(
				expression_evaluate(ranked[which].argument, answers), &number))
			count_value(baseline.rankings[which], number, at);
	}
}

static void freeze_rankings(void)
{
	const struct ranking_asked *asked;
	const struct frequency_row *rows;
	size_t count = rankings_asked(&asked), row_count, i, j;

	for (i = 0; i < count; i++) {
		count_ranking(i, &asked[i].place);
		row_count = frequency_rows(baseline.rankings[i], &rows);
		for (j = 0; j < row_count; j++)
			ranking_add(&norms->rankings[i], rows[j].value, rows[j].count);
	}
}

/* Counts the values of all indices, or of all other indicators. */
static void count_scores(bool indices)
{
	const char *comparison = study_load()->arm_comparison;
	size_t i, j;

	for (i = 0; i < held_count(held); i++) {
		const struct value *answers = held_row(held, i);
		bool compared = comparison != NULL && same_text(answers[arm_column], comparison);

		scoring_compute(scored, answers);
		for (j = 0; j < indicators->count; j++) {
			const struct indicator *indicator = &indicators->list[j];

			if ((indicator->type == INDICATOR_INDEX) != indices)
				continue;
			count_value(baseline.all[j], scored[j].value, &indicator->place);
			if (compared)
				count_value(
					baseline.comparison[j], scored[j].value, &indicator->place);
		}
	}
}

static void freeze_scales(void)
{
	size_t i;

	for (i = 0; i < indicators->count; i++)
		if (indicators->list[i].min_frozen || indicators->list[i].max_frozen) {
			struct frequency_summary summary = frequency_summarise(baseline.all[i]);

			norms->list[i].p5 = summary.p5;
			norms->list[i].p95 = summary.p95;
		}
	scoring_scale(scored, norms);
}

const struct baseline *baseline_freeze(void)
{
	freeze_rankings();
	count_scores(false);
	freeze_scales();
	standards_freeze(&(struct standard_source){ held, scored, arm_column }, norms);
	count_scores(true);
	baseline.standards = norms->standards;
	return &baseline;
}
