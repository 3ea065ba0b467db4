/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress: the tally in; each target beside what was reached, and the way covered, out. */
#include <string.h>

#include "kit/kit.h"
#include "result/progress.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "tally/tally.h"

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", "groups.csv", "clusters.csv", "targets.csv", "frozen.csv",
	NULL };

static const struct targets *targets;

static void put(const struct samples *samples, const struct target *target, const char *arm)
{
	struct progress progress = progress_of(samples, target, arm);

	progress_put(&progress);
}

/* A target that names no arm is meant for each programme arm; without a comparison, for all. */
static void put_arms(const struct samples *samples, const struct target *target)
{
	const char *compared = study_load()->arm_comparison;
	const char *const *arms;
	size_t count = sample_arms(samples, &arms), i;

	if (*target->arm != '\0' || compared == NULL) {
		put(samples, target, *target->arm == '\0' ? NULL : target->arm);
		return;
	}
	for (i = 0; i < count; i++)
		if (strcmp(arms[i], compared) != 0)
			put(samples, target, arms[i]);
}

static void take(const struct tally_block *block)
{
	const struct samples *samples = samples_of(block);
	size_t i;

	for (i = 0; i < targets->count; i++)
		if (targets->list[i].indicator == block->indicator)
			put_arms(samples, &targets->list[i]);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	tally_take(take);
	tally_take_values_only();
	tally_take_sums_alone();
	targets = targets_load();
	planned_begin(input);
}

static const struct stage stage = {
	.name = "progress",
	.purpose = { "Say of each target whether it was reached, and how much of the way was "
		     "covered.",
		"Menyatakan apakah tiap sasaran tercapai, dan berapa bagian jaraknya sudah "
		"ditempuh." },
	.tables = tables,
	.needs = tally_columns,
	.makes = progress_columns,
	.begin = begin,
	.row = tally_row,
	.end = tally_end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
