/* SPDX-License-Identifier: GPL-3.0-or-later */
/* estimate: the tally in, means and shares with their uncertainty out, by round, arm and group. */
#include <math.h>

#include "kit/kit.h"
#include "result/columns.h"
#include "result/comparison.h"
#include "stat/distribution.h"
#include "stat/proportion.h"
#include "study/frozen.h"
#include "study/study.h"
#include "tally/tally.h"

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", "groups.csv", "frozen.csv", NULL };

static const struct study *study;
static const struct rounds *rounds;

static const struct samples *samples;
static const struct tally_block *block;

/* What is known of one cell. */
struct estimate {
	struct sample sample;
	struct sample_sums sums;
	struct moments moments;
	struct contrast mean;
	double median, deff, icc;
	const char *se_method;
	enum result_status status;
	struct text note;
};

/* ---- the numbers ---- */

static void set_median(struct estimate *estimate)
{
	const struct value_count *counts;
	size_t count = sample_counts(samples, &estimate->sample, &counts);

	if (count == 0 || counts_total(counts, count) != estimate->sums.n)
		return;
	estimate->median = counts_median(counts, count, block->scale);
	if (block->rounded_values)
		note_add(&estimate->note, result_note(NOTE_ROUNDED_VALUES));
}

/* The likeness of people within villages, and what clustering does to the variance. */
static void set_design(struct estimate *estimate, const struct cluster_cell *parts, size_t count)
{
	static struct anova_group *villages;
	static size_t capacity;
	double simple = estimate->moments.variance / estimate->moments.n;
	size_t size = 0, i;

	estimate->deff = estimate->mean.std_error * estimate->mean.std_error / simple;
	for (i = 0; i < count; i++) {
		villages = grow(villages, &capacity, size + 1, sizeof(*villages));
		if (i == 0 || parts[i].cluster != parts[i - 1].cluster)
			villages[size++] = (struct anova_group){ 0, exact_from_int64(0) };
		villages[size - 1].n += parts[i].n;
		if (exact_add(villages[size - 1].sum, parts[i].sum, &villages[size - 1].sum) !=
			STAT_OK)
			return;
	}
	estimate->icc =
		anova_from_sums(villages, size, estimate->sums.pairs.sum_y2, block->scale).icc;
}

/* Without villages a share has Wilson's limits, which stand where nobody or everybody has it. */
static void set_wilson(struct estimate *estimate)
{
	double yes = estimate->moments.mean * (double)estimate->sums.n;
	struct interval limits =
		proportion_wilson((int64_t)round(yes), estimate->sums.n, study->confidence);

	estimate->mean.conf_low = limits.conf_low;
	estimate->mean.conf_high = limits.conf_high;
	estimate->se_method = estimate->status == RESULT_OK ? "CR2+Wilson" : "Wilson";
	estimate->status = result_status(limits.status);
	note_add(&estimate->note, result_note(NOTE_WILSON));
}

static void set_mean(struct estimate *estimate)
{
	static const double weight = 1;
	const struct cluster_cell *parts;
	size_t count = sample_parts(samples, &estimate->sample, 1, &parts);

	estimate->mean =
		cluster_contrast(parts, count, &weight, 1, block->scale, study->confidence);
	estimate->status = result_status(estimate->mean.status);
	if (has_villages() && estimate->status == RESULT_OK)
		set_design(estimate, parts, count);
	if (has_villages() && estimate->status == RESULT_OK && estimate->mean.df < 4)
		note_add(&estimate->note, result_note(NOTE_LOW_DF));
	if (!has_villages() && indicator_of(block)->type == INDICATOR_BINARY &&
		(estimate->status == RESULT_OK || estimate->status == RESULT_ZERO_VAR))
		set_wilson(estimate);
}

static struct estimate estimate_of(const struct sample *sample)
{
	struct estimate estimate = {
		.sample = *sample,
		.median = (double)NAN,
		.deff = (double)NAN,
		.icc = (double)NAN,
		.se_method = "CR2",
		.note = { "", "" },
	};

	estimate.sums = sample_sums(samples, sample);
	estimate.moments = moments_from_sums(estimate.sums.n, estimate.sums.pairs.sum_y,
		estimate.sums.pairs.sum_y2, block->scale);
	set_mean(&estimate);
	set_median(&estimate);
	if (!sample_asked(samples, sample->round))
		estimate.status = RESULT_NOT_ASKED;
	if (block->as_written)
		note_add(&estimate.note, result_note(NOTE_AS_WRITTEN));
	return estimate;
}

/* ---- the row ---- */

static void put_keys(const struct sample *sample)
{
	const struct indicator *indicator = indicator_of(block);

	put_string(output, goals_load()->list[indicator->goal].name);
	put_string(output, indicator->name);
	put_string(output, indicator->label.id);
	put_string(output, indicator->label.en);
	put_string(output, indicator_type_name(indicator->type));
	put_string(output, indicator->unit);
	put_string(output, rounds->list[sample->round].name);
	put_string(output, sample->arm);
	put_string(output, sample->group);
	put_string(output, sample->group_value);
}

/* A mean without variation stands; any other refused one would mislead. */
static void put_numbers(const struct estimate *estimate)
{
	const struct contrast *mean = &estimate->mean;
	bool ok = estimate->status == RESULT_OK, stands = ok || estimate->status == RESULT_ZERO_VAR;

	put_integer(output, estimate->sums.n);
	put_integer(output, estimate->sums.n_missing);
	put_integer(output, (int64_t)mean->clusters);
	put_number(output, stands ? mean->estimate : (double)NAN);
	put_number(output, ok ? mean->std_error : (double)NAN);
	put_number(output, ok ? mean->df : (double)NAN);
	put_number(output, ok ? mean->conf_low : (double)NAN);
	put_number(output, ok ? mean->conf_high : (double)NAN);
	put_number(output, stands ? estimate->moments.std_dev : (double)NAN);
	put_number(output, stands ? estimate->median : (double)NAN);
	put_string(output, ok ? estimate->se_method : NULL);
	put_number(output, ok ? estimate->deff : (double)NAN);
	put_number(output, ok ? estimate->icc : (double)NAN);
}

static void put_estimate(const struct sample *sample)
{
	struct estimate estimate = estimate_of(sample);
	struct text notes = result_status_note(estimate.status);

	if (estimate.status == RESULT_OK || estimate.status == RESULT_ZERO_VAR)
		note_add(&notes, estimate.note);
	put_keys(sample);
	put_numbers(&estimate);
	put_string(output, frozen_planned(block->indicator, sample->group));
	put_string(output, result_status_name(estimate.status));
	put_note(output, notes);
	end_row(output);
}

/* ---- which cells ---- */

static void put_arm(size_t round, const char *arm)
{
	struct sample sample = { LEVEL, NO_NAME, round, arm, "", "" };
	const struct sample_group *groups;
	size_t count = sample_groups(samples, &groups), i;
	bool asked = sample_asked(samples, round);

	for (i = 0; i < count && (asked || i == 0); i++) {
		sample.group = groups[i].group;
		sample.group_value = groups[i].group_value;
		put_estimate(&sample);
	}
}

static void take(const struct tally_block *taken)
{
	const char *const *arms;
	size_t arm_count, round, i;

	block = taken;
	samples = samples_of(block);
	arm_count = sample_arms(samples, &arms);
	for (round = 0; round < rounds->count; round++) {
		put_arm(round, NULL);
		for (i = 0; i < arm_count && arm_count > 1; i++)
			put_arm(round, arms[i]);
	}
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	(void)input;
	stat_begin();
	study = study_load();
	rounds = rounds_load();
	indicators_load();
	groups_load();
	frozen_load();
	stop_on_faults();
}

static void row(const struct value *needed)
{
	tally_take(needed, take);
}

static void end(void)
{
	tally_finish(take);
}

static const struct stage stage = {
	.name = "estimate",
	.purpose = { "Estimate means and shares by round, arm and group, with their uncertainty.",
		"Memperkirakan rata-rata dan proporsi per putaran dan kelompok, beserta "
		"ketidakpastiannya." },
	.tables = tables,
	.needs = tally_columns,
	.makes = estimate_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
