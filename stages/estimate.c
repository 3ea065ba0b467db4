/* SPDX-License-Identifier: GPL-3.0-or-later */
/* estimate: the tally in, means and shares with their uncertainty out, by round, arm and group. */
#include <math.h>

#include "kit/kit.h"
#include "result/columns.h"
#include "result/comparison.h"
#include "result/estimate.h"
#include "result/keys.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "study/frozen.h"
#include "tally/tally.h"

static const struct study *study;
static const struct rounds *rounds;

static const struct samples *samples;
static const struct tally_block *block;

/* ---- the row ---- */

static void put_keys(const struct sample *sample)
{
	const struct indicator *indicator = indicator_of(block);

	put_indicator_keys(indicator);
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
	put_number(output, stands ? estimate->std_dev : (double)NAN);
	put_number(output, stands ? estimate->median : (double)NAN);
	put_string(output, ok ? estimate->se_method : NULL);
	put_number(output, ok ? estimate->deff : (double)NAN);
	put_number(output, ok ? estimate->icc : (double)NAN);
	put_number(output, stands ? estimate->kish : (double)NAN);
}

static void put_estimate(const struct sample *sample)
{
	struct estimate estimate = estimate_of(samples, sample);
	struct text notes = result_status_note(estimate.status);

	if (estimate.status == RESULT_OK || estimate.status == RESULT_ZERO_VAR ||
		estimate.status == RESULT_LONELY_PSU)
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
	stat_begin();
	tally_take(take);
	tally_take_values_only();
	tally_take_sums_alone();
	planned_begin(input);
	study = study_load();
	rounds = rounds_load();
}

static const struct stage stage = {
	.name = "estimate",
	.purpose = { "Estimate means and shares by round, arm and group, with their uncertainty.",
		"Memperkirakan rata-rata dan proporsi per putaran dan kelompok, beserta "
		"ketidakpastiannya." },
	.tables = planned_tables,
	.needs = tally_columns,
	.makes = estimate_columns,
	.begin = begin,
	.row = tally_row,
	.end = tally_end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
