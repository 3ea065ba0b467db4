/* SPDX-License-Identifier: GPL-3.0-or-later */
/* norms: what the baseline's answers were like, frozen for all later rounds. */
#include <math.h>

#include "kit/kit.h"
#include "scoring/baseline.h"
#include "study/begin.h"

static const struct column needs[] = {
	{ "round", TYPE_TEXT, false, { "survey round", "putaran survei" } },
	{ "arm", TYPE_TEXT, false, { "programme or comparison", "program atau pembanding" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static bool any_row;

static void row(const struct value *needed)
{
	(void)needed;
	any_row = true;
	baseline_add(stage_input()->values);
}

static void put_start(const char *kind, const char *name, const char *argument, const char *arm)
{
	put_string(output, kind);
	put_string(output, name);
	put_string(output, argument);
	put_string(output, rounds_load()->list[0].name);
	put_string(output, arm);
}

static void put_indicator(const char *name, const char *arm, struct frequency *frequency)
{
	struct frequency_summary summary = frequency_summarise(frequency);

	put_start(norms_kind_indicator, name, NULL, arm);
	put_integer(output, summary.n);
	put_number(output, summary.mean);
	put_number(output, summary.sd);
	put_number(output, summary.p5);
	put_number(output, summary.p95);
	put_missing(output);
	put_missing(output);
	end_row(output);
}

static void put_standard_row(const char *kind, const struct indicator *index, const char *member,
	int64_t n, double mean, double sd, double weight)
{
	put_start(kind, index->name, member, norms_reference());
	put_integer(output, n);
	put_number(output, mean);
	put_number(output, sd);
	put_missing(output);
	put_missing(output);
	put_number(output, weight);
	put_missing(output);
	end_row(output);
}

/* How the members of an index are standardised, and the index itself. */
static void put_standard(const struct indicator *index, const struct standard *standard)
{
	const struct indicator *list = indicators_load()->list;
	size_t i;

	for (i = 0; i < standard->count; i++)
		put_standard_row(norms_kind_member, index, list[index->members[i]].name,
			standard->n[i], standard->mean[i], standard->sd[i], standard->weight[i]);
	if (standard->count > 0)
		put_standard_row(norms_kind_index, index, NULL, standard->people, standard->centre,
			standard->spread, NAN);
}

/* A value that percentile() places others among; NULL says that nobody answered. */
static void put_answer(const struct ranking_asked *ranking, const char *value, int64_t count)
{
	enum norms_column column;

	put_start(norms_kind_percentile, ranking->owner, ranking->argument, NULL);
	for (column = NORMS_N; column < NORMS_VALUE; column++)
		put_missing(output);
	put_string(output, value);
	put_integer(output, count);
	end_row(output);
}

static void put_ranking(const struct ranking_asked *ranking, struct frequency *answers)
{
	const struct frequency_row *rows;
	size_t count = frequency_rows(answers, &rows), i;
	char text[32];

	if (count == 0)
		put_answer(ranking, NULL, 0);
	for (i = 0; i < count; i++) {
		decimal_text(rows[i].value, text);
		put_answer(ranking, text, rows[i].count);
	}
}

static void end(void)
{
	const struct indicators *indicators = indicators_load();
	const struct ranking_asked *asked;
	const struct baseline *baseline;
	size_t count = rankings_asked(&asked), i;

	if (!any_row)
		return;
	baseline = baseline_freeze();
	for (i = 0; i < indicators->count; i++) {
		if (!indicator_of_people(&indicators->list[i]))
			continue;
		put_indicator(indicators->list[i].name, NULL, baseline->all[i]);
		if (baseline->comparison != NULL)
			put_indicator(indicators->list[i].name, study_load()->arm_comparison,
				baseline->comparison[i]);
	}
	for (i = 0; i < indicators->count; i++)
		put_standard(&indicators->list[i], &baseline->standards[i]);
	for (i = 0; i < count; i++)
		put_ranking(&asked[i], baseline->rankings[i]);
}

static const struct stage stage = {
	.name = "norms",
	.purpose = { "Freeze the baseline: mean, spread and percentiles of each indicator, how "
		     "indices "
		     "are standardised, and the answers that percentile() places others among.",
		"Membekukan putaran awal: rata-rata, sebaran, dan persentil tiap indikator, cara "
		"index dibakukan, serta jawaban pembanding untuk percentile()." },
	.tables = study_tables,
	.needs = needs,
	.makes = norms_columns,
	.begin = baseline_begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
