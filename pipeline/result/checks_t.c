/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks by t-tests: on village means, on pairs, and between two samples. */
#include "result/checks.h"

#include <math.h>

#include "result/effect.h"
#include "stat/ttest.h"

/* A village's means by cell; n = 0 where it has nobody. */
struct village {
	int64_t n[4];
	struct exact sum[4];
};

/* What the villages of an arm say: each one's mean or change, and both ends of a change. */
struct list {
	double *values;
	size_t count, capacity;
	double from, to; /* sums over villages */
};
static struct list lists[2];

static double mean_of(const struct village *village, size_t cell, int64_t scale)
{
	struct exact divisor;

	if (exact_multiply_int64(exact_from_int64(village->n[cell]), scale, &divisor) != STAT_OK)
		return (double)NAN;
	return exact_ratio(village->sum[cell], divisor);
}

static bool gather(
	const struct cluster_cell *parts, size_t count, size_t *at, struct village *village)
{
	size_t cluster = parts[*at].cluster;

	*village = (struct village){ { 0 }, { { { 0 } } } };
	for (; *at < count && parts[*at].cluster == cluster; ++*at) {
		const struct cluster_cell *part = &parts[*at];

		village->n[part->cell] += part->n;
		if (exact_add(village->sum[part->cell], part->sum, &village->sum[part->cell]) !=
			STAT_OK)
			return false;
	}
	return true;
}

/* Adds a village to the list of an arm whose cells begin at `cell`: its mean where the arm has one
 * cell, its change where it has two and the village has both. */
static void list_village(
	struct list *list, const struct village *village, size_t cell, size_t cells, int64_t scale)
{
	double from, to;

	if (village->n[cell] == 0 || village->n[cell + cells - 1] == 0)
		return;
	to = mean_of(village, cell + cells - 1, scale);
	from = cells == 2 ? mean_of(village, cell, scale) : 0;
	list->values = grow(list->values, &list->capacity, list->count + 1, sizeof(*list->values));
	list->values[list->count++] = to - from;
	list->from += from;
	list->to += to;
}

/* False if a village lies in both arms or a sum leaves 256 bits. */
static bool list_villages(const struct frame *frame, size_t sides)
{
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);
	size_t cells = frame->cell_count / sides, at = 0, k;

	lists[0].count = lists[1].count = 0;
	lists[0].from = lists[0].to = lists[1].from = lists[1].to = 0;
	while (at < count) {
		struct village village;
		bool seen[2] = { false, false };

		if (!gather(parts, count, &at, &village))
			return false;
		for (k = 0; k < frame->cell_count; k++)
			seen[k / cells] = seen[k / cells] || village.n[k] > 0;
		if (seen[0] && seen[1])
			return false;
		for (k = 0; k < sides; k++)
			list_village(&lists[k], &village, k * cells, cells, frame->block->scale);
	}
	return true;
}

static struct contrast refuse_villages(size_t sides)
{
	bool none = lists[0].count == 0 || lists[sides - 1].count == 0;
	bool one_each = sides == 2 && lists[0].count == 1 && lists[1].count == 1;

	return contrast_refuse((double)NAN,
		none               ? STAT_TOO_FEW
			: one_each ? STAT_NOT_IDENTIFIED
				   : STAT_ONE_CLUSTER);
}

static void set_values(const struct frame *frame, struct comparison *comparison)
{
	double villages = (double)lists[0].count;

	if (frame->kind != CONTRAST_CHANGE) {
		comparison->value_from = ttest_summarise(lists[0].values, lists[0].count).mean;
		comparison->value_to = ttest_summarise(lists[1].values, lists[1].count).mean;
	} else {
		comparison->value_from = frame->pairs ? (double)NAN : lists[0].from / villages;
		comparison->value_to = frame->pairs ? (double)NAN : lists[0].to / villages;
	}
}

bool check_village_means(const struct frame *frame, struct comparison *comparison)
{
	double confidence = study_load()->confidence;
	size_t sides = frame->kind == CONTRAST_CHANGE ? 1 : 2;

	if (!list_villages(frame, sides))
		return false;
	*comparison = comparison_of(frame, "village_means");
	comparison->se_method = sides == 1 ? "t" : "pooled";
	set_values(frame, comparison);
	if (lists[0].count < 2 || lists[sides - 1].count < 2)
		comparison->result = refuse_villages(sides);
	else if (sides == 1)
		comparison->result =
			ttest_cluster_means(lists[0].values, lists[0].count, confidence);
	else
		comparison->result = ttest_cluster_means_pooled(lists[1].values, lists[1].count,
			lists[0].values, lists[0].count, confidence);
	comparison->result.clusters = lists[0].count + (sides == 2 ? lists[1].count : 0);
	note_add(&comparison->note, result_note(NOTE_CLUSTER_MEANS));
	return true;
}

static void note_villages(struct comparison *comparison)
{
	if (has_villages())
		note_add(&comparison->note, result_note(NOTE_IGNORES_CLUSTERS));
}

struct comparison check_paired_t(const struct frame *frame)
{
	struct comparison comparison = comparison_of(frame, "paired_t");

	comparison.se_method = "unclustered";
	comparison.result = ttest_one_sample(cell_summary(frame, 0), 0, study_load()->confidence);
	effect_paired(frame, &comparison);
	note_villages(&comparison);
	return comparison;
}

struct comparison check_welch_t(const struct frame *frame)
{
	struct comparison comparison = comparison_of(frame, "welch_t");

	comparison.se_method = "unclustered";
	comparison.result = ttest_welch(
		cell_summary(frame, 1), cell_summary(frame, 0), study_load()->confidence);
	effect_standard(frame, &comparison);
	note_villages(&comparison);
	return comparison;
}
