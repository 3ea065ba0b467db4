/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heterogeneity: the changes of villages in; how far villages differ out. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kit/kit.h"
#include "result/keys.h"
#include "result/phrase.h"
#include "result/status.h"
#include "result/village.h"
#include "stat/distribution.h"
#include "stat/heterogeneity.h"
#include "study/begin.h"
#include "study/frozen.h"

/* Against whom: the village's own past, or the comparison arm as well. */
enum view { CHANGE_OF, AGAINST, VIEWS };
static const char *const contrasts[VIEWS] = { "change", "did" };

struct line {
	size_t indicator, pair;
	const char *arm, *sample, *cluster;
	int64_t n_from, n_to;
	double change, std_error;
	struct contrast compared; /* estimate NaN: of no comparison */
	enum village_class class[VIEWS];
	enum result_status status;
};

static const struct study *study;
static const struct rounds *rounds;
static const struct indicators *indicators;
static const struct round_pair *pairs;
static size_t pair_count;

static struct line *lines;
static size_t count, capacity;

/* ---- reading ---- */

static size_t pair_number(const struct value *needed)
{
	struct place at = stage_place(VILLAGE_ROUND_TO);
	size_t from = round_find(rounds, needed[VILLAGE_ROUND_FROM]);
	size_t to = round_find(rounds, needed[VILLAGE_ROUND_TO]), i;

	for (i = 0; i < pair_count; i++)
		if (pairs[i].from == from && pairs[i].to == to)
			return i;
	refuse(&at,
		SAY("no change between these rounds is looked at",
			"perubahan antara kedua putaran ini tidak ditinjau"));
}

static void row(const struct value *needed)
{
	struct line *line;

	lines = grow(lines, &capacity, count + 1, sizeof(*lines));
	line = &lines[count++];
	*line = (struct line){ .indicator = indicator_in(needed, VILLAGE_INDICATOR),
		.pair = pair_number(needed),
		.arm = keep_value(needed[VILLAGE_ARM]),
		.sample = keep_value(needed[VILLAGE_SAMPLE]),
		.cluster = keep_value(needed[VILLAGE_CLUSTER]),
		.change = number_or_nan(needed[VILLAGE_ESTIMATE]),
		.std_error = number_or_nan(needed[VILLAGE_STD_ERROR]) };
	integer_read(needed[VILLAGE_N_FROM], &line->n_from);
	integer_read(needed[VILLAGE_N_TO], &line->n_to);
	line->compared = contrast_refuse(number_or_nan(needed[VILLAGE_COMPARED]), STAT_OK);
	line->compared.std_error = number_or_nan(needed[VILLAGE_COMPARED_STD_ERROR]);
	line->compared.df = number_or_nan(needed[VILLAGE_COMPARED_DF]);
	line->class[CHANGE_OF] = village_class_read(needed[VILLAGE_CLASS]);
	line->status = result_status_read(needed[VILLAGE_STATUS]);
	line->class[AGAINST] = village_class_read(needed[VILLAGE_DIFFERENCE_CLASS]);
}

/* By indicator, rounds and arm; villages by their names, so that sums do not hang on the order. */
static int compare_lines(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	int order;

	if (a->indicator != b->indicator)
		return a->indicator < b->indicator ? -1 : 1;
	if (a->pair != b->pair)
		return a->pair < b->pair ? -1 : 1;
	order = strcmp(a->arm, b->arm);
	return order != 0 ? order : strcmp(a->cluster, b->cluster);
}

/* ---- the row ---- */

static struct heterogeneity spread_of(const struct line *first, size_t villages, enum view view)
{
	static double *effects, *variances;
	static size_t effect_capacity, variance_capacity;
	struct heterogeneity spread;
	size_t i;

	effects = grow(effects, &effect_capacity, villages, sizeof(*effects));
	variances = grow(variances, &variance_capacity, villages, sizeof(*variances));
	for (i = 0; i < villages; i++) {
		effects[i] = first[i].change;
		variances[i] = first[i].std_error * first[i].std_error;
	}
	spread = heterogeneity_of(effects, variances, villages, study->confidence);
	if (view == AGAINST)
		heterogeneity_against(&spread, &first->compared, study->confidence);
	return spread;
}

/* Without a spread within villages nothing is known of any of them. */
static enum result_status status_of(
	const struct line *first, size_t villages, const struct heterogeneity *spread)
{
	size_t i;

	for (i = 0; i < villages; i++)
		if (isnan(first[i].std_error))
			return first[i].status == RESULT_TOO_FEW ? RESULT_TOO_FEW : RESULT_ZERO_VAR;
	return result_status(spread->mean.status);
}

static void put_keys(const struct line *first, size_t villages, enum view view)
{
	const struct indicator *indicator = &indicators->list[first->indicator];
	int64_t n_from = 0, n_to = 0;
	size_t i;

	for (i = 0; i < villages; i++) {
		n_from += first[i].n_from;
		n_to += first[i].n_to;
	}
	put_indicator_keys(indicator);
	put_string(output, contrasts[view]);
	put_string(output, rounds->list[pairs[first->pair].from].name);
	put_string(output, rounds->list[pairs[first->pair].to].name);
	put_string(output, first->arm);
	put_string(output, first->sample);
	put_integer(output, n_from);
	put_integer(output, n_to);
	put_integer(output, (int64_t)villages);
}

static void put_spread(const struct heterogeneity *spread, bool ok)
{
	const double numbers[] = { spread->mean.estimate, spread->mean.std_error, spread->mean.df,
		spread->mean.conf_low, spread->mean.conf_high, spread->tau, spread->tau_low,
		spread->tau_high, spread->i2, spread->q, spread->q_df, spread->q_p,
		spread->prediction_low, spread->prediction_high };
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		put_number(output, ok ? numbers[i] : (double)NAN);
}

static void put_count(bool known, int64_t villages)
{
	if (known)
		put_integer(output, villages);
	else
		put_missing(output);
}

static void put_classes(const struct line *first, size_t villages, enum view view, bool ok)
{
	bool directed = indicators->list[first->indicator].direction != DIRECTION_NONE;
	int64_t counts[VILLAGE_CLASS_COUNT + 1] = { 0 };
	double all = (double)villages, nan = (double)NAN;
	size_t i;

	for (i = 0; i < villages; i++)
		counts[first[i].class[view]]++;
	put_count(ok && directed, counts[VILLAGE_BETTER]);
	put_count(ok && directed, counts[VILLAGE_WORSE]);
	put_count(ok, counts[VILLAGE_UNCLEAR]);
	put_number(output, ok && directed ? (double)counts[VILLAGE_BETTER] / all : nan);
	put_number(output, ok && directed ? (double)counts[VILLAGE_WORSE] / all : nan);
	if (ok)
		put_decimal(output, all * (1 - study->confidence) / 2, 6);
	else
		put_missing(output);
}

static void put_view(const struct line *first, size_t villages, enum view view)
{
	struct heterogeneity spread = spread_of(first, villages, view);
	enum result_status status = status_of(first, villages, &spread);
	struct text notes = result_status_note(status);
	bool ok = status == RESULT_OK;

	if (ok && villages < FEW_VILLAGES)
		note_add(&notes, result_note(NOTE_FEW_VILLAGES));
	if (ok && study_weighted())
		note_add(&notes, result_note(NOTE_UNWEIGHTED));
	put_keys(first, villages, view);
	put_spread(&spread, ok);
	put_classes(first, villages, view, ok);
	put_string(output, "paule_mandel");
	put_string(output, frozen_planned(first->indicator, ""));
	put_string(output, result_status_name(status));
	put_note(output, notes);
	end_row(output);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	planned_begin(input);
	study = study_load();
	rounds = rounds_load();
	indicators = indicators_load();
	pair_count = round_pairs(rounds, &pairs);
}

static void end(void)
{
	size_t first, next;

	if (count > 1)
		qsort(lines, count, sizeof(*lines), compare_lines);
	for (first = 0; first < count; first = next) {
		const struct line *line = &lines[first];

		for (next = first + 1; next < count && lines[next].indicator == line->indicator &&
			lines[next].pair == line->pair && strcmp(lines[next].arm, line->arm) == 0;
			next++)
			;
		put_view(line, next - first, CHANGE_OF);
		if (!isnan(line->compared.estimate))
			put_view(line, next - first, AGAINST);
	}
}

static const struct stage stage = {
	.name = "heterogeneity",
	.purpose = { "Say how far the changes of villages differ, and how many moved.",
		"Menyatakan seberapa jauh perubahan berbeda antardesa, dan berapa desa yang "
		"bergerak." },
	.tables = planned_tables,
	.needs = village_columns,
	.makes = spread_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
