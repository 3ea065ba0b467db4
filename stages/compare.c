/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare: the tally in; changes, differences and their differences out, one row a test. */
#include <string.h>

#include "kit/kit.h"
#include "result/checks.h"
#include "result/columns.h"
#include "result/comparison.h"
#include "result/ratio.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "tally/tally.h"

static const struct study *study;
static const struct rounds *rounds;
static const struct round_pair *pairs;
static size_t pair_count;

static const struct samples *samples;
static const struct tally_block *block;

/* ---- one thing compared: its headline method, then its checks ---- */

/* Beside a weighted headline what everybody counting the same would give; beside CR2, which leaves
 * strata out, what they change. */
static void put_other_design(const struct frame *frame)
{
	struct comparison check;

	if (study_weighted() ? is_ratio(frame->block) : study->stratum.count == 0)
		return;
	check = study_weighted() ? comparison_cr2(frame) : comparison_survey(frame);
	comparison_put(frame, &check);
}

static void put_pair_checks(const struct frame *frame, bool share)
{
	struct comparison check = check_paired_t(frame);

	comparison_put(frame, &check);
	if (share) {
		check = check_mcnemar(frame, false);
		comparison_put(frame, &check);
		check = check_mcnemar(frame, true);
		comparison_put(frame, &check);
		return;
	}
	if (check_wilcoxon(frame, &check))
		comparison_put(frame, &check);
	if (check_sign(frame, &check))
		comparison_put(frame, &check);
}

/* Answers that have an order, of which a mean tells only part: of everybody, not of each group. */
static bool has_ranks(const struct frame *frame)
{
	enum indicator_type type = indicator_of(frame->block)->type;

	return frame->group[0] == '\0' &&
		(type == INDICATOR_ORDINAL || type == INDICATOR_SCALE || type == INDICATOR_COUNT ||
			type == INDICATOR_AMOUNT);
}

/* Counts of everybody in a round, which are told as how many times as many too. */
static bool is_rate(const struct frame *frame)
{
	return frame->group[0] == '\0' && !frame->pairs &&
		indicator_of(frame->block)->type == INDICATOR_COUNT;
}

static void put_ranks(const struct frame *frame)
{
	struct comparison check;

	if (check_brunner_munzel(frame, &check))
		comparison_put(frame, &check);
	if (check_mann_whitney(frame, &check))
		comparison_put(frame, &check);
}

static void put_checks(const struct frame *frame)
{
	bool share = indicator_of(frame->block)->type == INDICATOR_BINARY;
	bool unpaired = frame->kind == CONTRAST_DIFFERENCE ||
		(study->design == CROSS_SECTION && frame->kind == CONTRAST_CHANGE);
	bool main_people = frame->headline || frame->kind == CONTRAST_DIFFERENCE;
	struct comparison check;

	if (main_people)
		put_other_design(frame);
	if (is_ratio(frame->block)) /* no values of people to look at */
		return;
	if (is_rate(frame)) {
		check = check_rate_ratio(frame);
		comparison_put(frame, &check);
		if (unpaired && check_poisson(frame, &check))
			comparison_put(frame, &check);
	}
	if (has_villages() && main_people && check_village_means(frame, &check))
		comparison_put(frame, &check);
	if (frame->pairs && frame->kind == CONTRAST_CHANGE)
		put_pair_checks(frame, share);
	if (unpaired || (frame->pairs && frame->kind == CONTRAST_DID)) {
		check = check_welch_t(frame);
		comparison_put(frame, &check);
	}
	if (unpaired && has_ranks(frame))
		put_ranks(frame);
	if (unpaired && share) {
		check = check_newcombe(frame);
		comparison_put(frame, &check);
	}
}

/* A round that was not asked gives one row for all and none for groups or checks. Checks that
 * ignore villages have no place beside a headline that has too few of them. */
static void put_frame(struct frame *frame)
{
	struct comparison headline, plain;

	frame_fill(frame);
	if (!frame->asked && (!frame->headline || frame->group[0] != '\0'))
		return;
	headline = comparison_headline(frame, &plain);
	if (headline.headline)
		comparison_tell_detectable(frame, &headline);
	comparison_put(frame, &headline);
	/* without what few villages take away its interval would be next to nothing */
	if (study_weighted() && frame->asked && headline.result.status != STAT_LOW_DF)
		comparison_put(frame, &plain);
	if (frame->asked &&
		(headline.result.status == STAT_OK || headline.result.status == STAT_ZERO_VAR))
		put_checks(frame);
}

/* ---- which things are compared ---- */

/* Those seen twice first, where the study follows people; they are its headline. Of a ratio of totals
 * everybody in either round. */
static void put_samples(struct frame frame)
{
	bool panel = study->design == PANEL && !is_ratio(block);

	if (panel) {
		frame.pairs = frame.headline = true;
		put_frame(&frame);
	}
	frame.pairs = false;
	frame.headline = !panel;
	put_frame(&frame);
}

static void put_groups(struct frame frame)
{
	const struct sample_group *groups;
	size_t count = sample_groups(samples, &groups), i;

	for (i = 0; i < count; i++) {
		frame.group = groups[i].group;
		frame.group_value = groups[i].group_value;
		if (frame.kind == CONTRAST_DIFFERENCE)
			put_frame(&frame);
		else
			put_samples(frame);
	}
}

static void put_arms(struct frame frame)
{
	const char *const *arms;
	size_t count = sample_arms(samples, &arms), i;

	if (frame.kind == CONTRAST_CHANGE) {
		frame.arm = NULL;
		put_groups(frame);
	} else if (study->arm_comparison == NULL) {
		return;
	}
	for (i = 0; i < count; i++) {
		struct value arm = { arms[i], strlen(arms[i]) };

		if (frame.kind == CONTRAST_CHANGE ? count == 1
						  : same_text(arm, study->arm_comparison))
			continue;
		frame.arm = arms[i];
		frame.arm_comparison = frame.kind == CONTRAST_CHANGE ? NULL : study->arm_comparison;
		put_groups(frame);
	}
}

static void put_contrast(enum contrast_kind kind)
{
	struct frame frame = { .samples = samples, .block = block, .kind = kind };
	size_t i;

	for (i = 0; kind != CONTRAST_DIFFERENCE && i < pair_count; i++) {
		frame.round_from = pairs[i].from;
		frame.round_to = pairs[i].to;
		put_arms(frame);
	}
	for (i = 0; kind == CONTRAST_DIFFERENCE && i < rounds->count; i++) {
		frame.round_from = NO_NAME;
		frame.round_to = i;
		frame.headline = rounds->count == 1;
		put_arms(frame);
	}
}

static void take(const struct tally_block *taken)
{
	block = taken;
	samples = samples_of(block);
	put_contrast(CONTRAST_CHANGE);
	put_contrast(CONTRAST_DIFFERENCE);
	put_contrast(CONTRAST_DID);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	tally_take(take);
	tally_take_values_only();
	tally_take_counts_alone();
	tally_take_sums_alone();
	planned_begin(input);
	study = study_load();
	rounds = rounds_load();
	pair_count = round_pairs(rounds, &pairs);
}

static const struct stage stage = {
	.name = "compare",
	.purpose = { "Estimate and test changes, differences between arms, and differences in "
		     "differences.",
		"Memperkirakan dan menguji perubahan, beda antarkelompok, dan beda perubahan." },
	.tables = planned_tables,
	.needs = tally_columns,
	.makes = comparison_columns,
	.begin = begin,
	.row = tally_row,
	.end = tally_end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
