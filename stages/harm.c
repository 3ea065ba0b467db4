/* SPDX-License-Identifier: GPL-3.0-or-later */
/* harm: the tally in; every look for harm out, found or not, unadjusted and never too early. */
#include <string.h>

#include "kit/kit.h"
#include "result/harm.h"
#include "result/ratio.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "tally/tally.h"

static const struct study *study;
static const struct rounds *rounds;
static const struct groups *groups;
static const struct round_pair *pairs;
static size_t pair_count;

static struct samples *samples;
static const struct tally_block *block;
static const struct indicator *indicator;

/* ---- what got worse, and for whom ---- */

static void put_gaps(struct frame frame)
{
	const struct sample_group *values;
	size_t count = sample_groups(samples, &values), i, g;

	for (g = 0; g < groups->count; g++)
		for (i = 0; i < count && *groups->list[g].focal != '\0'; i++) {
			if (strcmp(values[i].group, groups->list[g].name) != 0 ||
				strcmp(values[i].group_value, groups->list[g].focal) == 0)
				continue;
			frame.group = groups->list[g].name;
			frame.group_value = groups->list[g].focal;
			frame.group_value_compared = values[i].group_value;
			harm_contrast(frame, SCREEN_GAP_WIDENED);
		}
}

static void put_changes(struct frame frame, enum screen screen)
{
	frame.pairs = study->design == PANEL && !is_ratio(block);
	frame.kind = screen == SCREEN_GAP_WIDENED ? CONTRAST_GAP_CHANGE : CONTRAST_CHANGE;
	if (screen == SCREEN_GAP_WIDENED)
		put_gaps(frame);
	else
		harm_contrast(frame, screen);
	if (study->arm_comparison == NULL)
		return;
	frame.kind = screen == SCREEN_GAP_WIDENED ? CONTRAST_GAP_DID : CONTRAST_DID;
	frame.arm_comparison = study->arm_comparison;
	if (screen == SCREEN_GAP_WIDENED)
		put_gaps(frame);
	else
		harm_contrast(frame, screen);
}

/* A round whose baseline was not asked can only be held against the comparison arm. */
static void put_difference(struct frame frame)
{
	if (study->arm_comparison == NULL || sample_asked(samples, 0) ||
		goal_of(indicator)->kind == KIND_HARM)
		return;
	frame.kind = CONTRAST_DIFFERENCE;
	frame.arm_comparison = study->arm_comparison;
	frame.round_from = NO_NAME;
	harm_contrast(frame, SCREEN_CLEARLY_DOWN);
}

/* ---- the share that got worse ---- */

/* The tally's signs as changes of 0 or 1, beside its levels, which say what was asked. */
static const struct tally_block *signs_of(const struct tally_block *all)
{
	static struct tally_block signs;
	static struct tally_row *rows;
	static size_t capacity;
	size_t i;

	signs = *all;
	rows = grow(rows, &capacity, all->count + 1, sizeof(*rows));
	signs.count = 0;
	signs.scale = 1;
	signs.as_written = false;
	for (i = 0; i < all->count; i++) {
		if (all->rows[i].measure != LEVEL && all->rows[i].measure != WORSE)
			continue;
		rows[signs.count] = all->rows[i];
		if (rows[signs.count].measure == WORSE)
			rows[signs.count].measure = CHANGE;
		signs.count++;
	}
	signs.rows = rows;
	return &signs;
}

/* ---- all looks at an indicator ---- */

static void put_group_of_pair(struct frame frame, bool signs)
{
	const struct sample_group *values;
	size_t count = sample_groups(samples, &values), i;

	for (i = 0; i < count; i++) {
		frame.group = values[i].group;
		frame.group_value = values[i].group_value;
		if (!signs) {
			put_changes(frame, SCREEN_CLEARLY_DOWN);
			continue;
		}
		harm_share(frame, CONTRAST_CHANGE);
		if (study->arm_comparison != NULL)
			harm_share(frame, CONTRAST_DID);
	}
}

static void put_groups_of_round(struct frame frame)
{
	const struct sample_group *values;
	size_t count = sample_groups(samples, &values), i;
	bool reported = goal_of(indicator)->kind == KIND_HARM;

	for (i = 0; i < count; i++) {
		frame.group = values[i].group;
		frame.group_value = values[i].group_value;
		if (reported)
			harm_reported(frame);
		put_difference(frame);
	}
}

/* Changes from the baseline to each later round, in an arm (NULL: everybody). */
static void put_arm(const char *arm, bool signs)
{
	struct frame frame = {
		.arm = arm, .group = "", .group_value = "", .samples = samples, .block = block
	};
	size_t i;

	for (i = 0; i < pair_count; i++) {
		if (pairs[i].from != 0)
			continue;
		frame.round_from = pairs[i].from;
		frame.round_to = pairs[i].to;
		put_group_of_pair(frame, signs);
		if (!signs) {
			put_changes(frame, SCREEN_GAP_WIDENED);
			if (study->design == PANEL && study->arm_comparison != NULL &&
				indicator->type != INDICATOR_BINARY && !is_ratio(block))
				harm_tail(frame);
		}
	}
	for (i = 0; i < rounds->count && !signs; i++) {
		frame.round_to = i;
		put_groups_of_round(frame);
	}
}

/* What happened to the comparison arm is no harm of the programme. */
static void put_arms(const struct tally_block *taken, bool signs)
{
	const char *const *arms;
	size_t count, i;

	block = taken;
	samples = samples_of(block);
	count = sample_arms(samples, &arms);
	if (study->arm_comparison == NULL)
		put_arm(NULL, signs);
	for (i = 0; i < count && study->arm_comparison != NULL; i++)
		if (strcmp(arms[i], study->arm_comparison) != 0)
			put_arm(arms[i], signs);
}

static void take(const struct tally_block *taken)
{
	indicator = indicator_of(taken);
	if (indicator->direction == DIRECTION_NONE)
		return;
	put_arms(taken, false);
	if (study->design == PANEL && !is_ratio(taken))
		put_arms(signs_of(taken), true);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	tally_take(take);
	tally_take_counts_alone();
	tally_take_sums_alone();
	planned_begin(input);
	study = study_load();
	rounds = rounds_load();
	groups = groups_load();
	pair_count = round_pairs(rounds, &pairs);
}

static void end(void)
{
	tally_end();
	harm_summary();
}

static const struct stage stage = {
	.name = "harm",
	.purpose = { "Look for harm: who got worse, who fell behind, what people report.",
		"Mencari kerugian: siapa yang memburuk, siapa yang tertinggal, apa yang "
		"dilaporkan warga." },
	.tables = planned_tables,
	.needs = tally_columns,
	.makes = harm_columns,
	.begin = begin,
	.row = tally_row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
