/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks from heterogeneity.csv what is shown, in the order of the goals. */
#include "drawing/village_spread.h"

#include <stdlib.h>
#include <string.h>

#include "drawing/numbers.h"
#include "result/status.h"

static struct village_spread *list;
static size_t list_count, list_capacity;

/* Withheld rows say it by their status alone. */
static struct text note_of(const struct value *needed)
{
	enum result_status status = result_status_read(needed[SPREAD_STATUS]);

	if (missing(needed[SPREAD_NOTE_EN]))
		return status == RESULT_STATUS_COUNT ? text_same("") : result_status_note(status);
	return (struct text){ keep_value(needed[SPREAD_NOTE_EN]),
		keep_value(needed[SPREAD_NOTE_ID]) };
}

void village_spread_add(const struct value *needed)
{
	size_t indicator = indicator_find(indicators_load(), needed[SPREAD_INDICATOR]);

	if (indicator == NO_NAME || !round_ends(needed[SPREAD_ROUND_FROM], needed[SPREAD_ROUND_TO]))
		return;
	list = grow(list, &list_capacity, list_count + 1, sizeof(*list));
	list[list_count++] = (struct village_spread){
		.indicator = &indicators_load()->list[indicator],
		.arm = keep_value(needed[SPREAD_ARM]),
		.against = same_text(needed[SPREAD_CONTRAST], "did"),
		.ok = same_text(needed[SPREAD_STATUS], "ok"),
		.estimate = number_or_nan(needed[SPREAD_ESTIMATE]),
		.conf_low = number_or_nan(needed[SPREAD_CONF_LOW]),
		.conf_high = number_or_nan(needed[SPREAD_CONF_HIGH]),
		.tau = number_or_nan(needed[SPREAD_TAU]),
		.prediction_low = number_or_nan(needed[SPREAD_PREDICTION_LOW]),
		.prediction_high = number_or_nan(needed[SPREAD_PREDICTION_HIGH]),
		.by_chance = number_or_nan(needed[SPREAD_BY_CHANCE]),
		.clusters = integer_or(needed[SPREAD_CLUSTERS], -1),
		.better = integer_or(needed[SPREAD_VILLAGES_BETTER], -1),
		.worse = integer_or(needed[SPREAD_VILLAGES_WORSE], -1),
		.unclear = integer_or(needed[SPREAD_VILLAGES_UNCLEAR], -1),
		.note = note_of(needed),
		.row = stage_input()->record + 1,
	};
}

bool village_spread_compared(const struct village_spread *spread)
{
	const char *comparison = study_load()->arm_comparison;

	return comparison != NULL && strcmp(spread->arm, comparison) == 0;
}

static int by_goal(const void *left, const void *right)
{
	const struct village_spread *a = left, *b = right;
	int order;

	if (a->indicator->goal != b->indicator->goal)
		return a->indicator->goal < b->indicator->goal ? -1 : 1;
	if (village_spread_compared(a) != village_spread_compared(b))
		return village_spread_compared(a) ? 1 : -1;
	order = strcmp(a->arm, b->arm);
	return order != 0 ? order : (int)a->against - (int)b->against;
}

/* The indicator that speaks for a goal, of those in the table. */
static const struct indicator *speaker_of(size_t goal)
{
	const struct indicator *speaker = NULL;
	size_t i;

	for (i = 0; i < list_count; i++) {
		const struct indicator *one = list[i].indicator;

		if (one->goal == goal &&
			(speaker == NULL || (one->primary && !speaker->primary) ||
				(one->primary == speaker->primary && one < speaker)))
			speaker = one;
	}
	return speaker;
}

const struct village_spread *village_spreads(size_t *count)
{
	struct village_spread *shown = keep((list_count + 1) * sizeof(*shown));
	size_t goal, i;

	*count = 0;
	for (goal = 0; goal < goals_load()->count; goal++)
		for (i = 0; i < list_count; i++)
			if (list[i].indicator == speaker_of(goal))
				shown[(*count)++] = list[i];
	if (*count > 1)
		qsort(shown, *count, sizeof(*shown), by_goal);
	return shown;
}

struct text village_spread_counts(const struct village_spread *spread)
{
	bool directed = spread->better >= 0;
	int64_t moved = spread->clusters - spread->unclear;
	const struct filling counts[] = {
		{ "up", number_shown((double)spread->better, 0) },
		{ "down", number_shown((double)spread->worse, 0) },
		{ "changed", number_shown((double)moved, 0) },
		{ "unclear", number_shown((double)spread->unclear, 0) },
		{ NULL, { NULL, NULL } },
	};

	if (spread->unclear < 0)
		return text_same("");
	return texts_fill(directed ? "villages_counts" : "villages_counts_undirected", counts);
}
