/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gap: the tally in; gaps between groups and how they change out, each change as one test. */
#include <string.h>

#include "kit/kit.h"
#include "result/gap.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "tally/tally.h"

static const struct study *study;
static const struct rounds *rounds;
static const struct groups *groups;
static const struct round_pair *pairs;
static size_t pair_count;

static struct samples *samples;

/* A round that was not asked gives one row, of all arms. */
static void put_frame(struct frame *frame)
{
	struct comparison comparison;

	frame_fill(frame);
	if (!frame->asked && frame->arm != NULL)
		return;
	comparison = comparison_headline(frame, NULL);
	gap_put(frame, &comparison);
}

static void put_arms(struct frame frame)
{
	const char *const *arms;
	size_t count = sample_arms(samples, &arms), i;

	frame.arm = NULL;
	if (frame.kind != CONTRAST_GAP_DID)
		put_frame(&frame);
	else if (study->arm_comparison == NULL)
		return;
	for (i = 0; i < count; i++) {
		struct value arm = { arms[i], strlen(arms[i]) };

		if (frame.kind == CONTRAST_GAP_DID ? same_text(arm, study->arm_comparison)
						   : count == 1)
			continue;
		frame.arm = arms[i];
		frame.arm_comparison =
			frame.kind == CONTRAST_GAP_DID ? study->arm_comparison : NULL;
		put_frame(&frame);
	}
}

static void put_rounds(struct frame frame)
{
	size_t i;

	frame.headline = true;
	frame.kind = CONTRAST_GAP;
	frame.round_from = NO_NAME;
	for (i = 0; i < rounds->count; i++) {
		frame.round_to = i;
		put_arms(frame);
	}
	frame.pairs = study->design == PANEL && !frame.block->ratio;
	for (i = 0; i < pair_count; i++) {
		frame.round_from = pairs[i].from;
		frame.round_to = pairs[i].to;
		frame.kind = CONTRAST_GAP_CHANGE;
		put_arms(frame);
		frame.kind = CONTRAST_GAP_DID;
		put_arms(frame);
	}
}

/* The focal value against each other one; against all others together where they are several. */
static void put_group(const struct group *group, const struct tally_block *block)
{
	const struct sample_group *values;
	size_t count = sample_groups(samples, &values), others = 0, i;
	struct frame frame = { .samples = samples,
		.block = block,
		.group = group->name,
		.group_value = group->focal };

	for (i = 0; i < count; i++) {
		if (strcmp(values[i].group, group->name) != 0 ||
			strcmp(values[i].group_value, group->focal) == 0)
			continue;
		others++;
		frame.group_value_compared = values[i].group_value;
		put_rounds(frame);
	}
	if (others < 2)
		return;
	sample_others(samples, group->name, group->focal);
	frame.group_value_compared = "";
	put_rounds(frame);
}

static void take(const struct tally_block *block)
{
	size_t i;

	samples = samples_of(block);
	for (i = 0; i < groups->count; i++)
		if (*groups->list[i].focal != '\0')
			put_group(&groups->list[i], block);
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
	groups = groups_load();
	pair_count = round_pairs(rounds, &pairs);
}

static const struct stage stage = {
	.name = "gap",
	.purpose = { "Estimate and test gaps between groups of people and how they change.",
		"Memperkirakan dan menguji kesenjangan antarkelompok orang dan perubahannya." },
	.tables = planned_tables,
	.needs = tally_columns,
	.makes = gap_columns,
	.begin = begin,
	.row = tally_row,
	.end = tally_end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
