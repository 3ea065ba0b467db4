/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks by ranks and signs: of the changes of pairs, and between two samples. */
#include "result/checks.h"

#include <math.h>
#include <string.h>

#include "stat/rank.h"

/* The changes of the frame's pairs; false where the tally has not counted them all. */
static bool changes_of(const struct frame *frame, const struct value_count **counts, size_t *count)
{
	*count = sample_counts(frame->samples, &frame->cells[0], counts);
	return *count > 0 && counts_total(*counts, *count) == frame->sums[0].n;
}

static void note_check(
	const struct frame *frame, struct comparison *comparison, enum result_note what)
{
	note_add(&comparison->note, result_note(what));
	if (frame->block->rounded_values)
		note_add(&comparison->note, result_note(NOTE_ROUNDED_VALUES));
	if (has_villages())
		note_add(&comparison->note, result_note(NOTE_IGNORES_CLUSTERS));
}

static void set(const struct frame *frame, struct comparison *comparison, double statistic,
	double p, enum stat_status status)
{
	comparison->result = contrast_refuse(frame->changes.change.mean, status);
	comparison->result.statistic = statistic;
	comparison->result.p_value = p;
}

bool check_wilcoxon(const struct frame *frame, struct comparison *comparison)
{
	const struct value_count *counts;
	struct signed_rank test;
	size_t count;
	bool exact;

	if (!changes_of(frame, &counts, &count))
		return false;
	test = rank_signed(counts, count);
	exact = !isnan(test.p_exact) || test.nonzero <= SIGNED_RANK_EXACT_MAX;
	*comparison = comparison_of(frame, exact ? "wilcoxon_exact" : "wilcoxon_normal_cc");
	set(frame, comparison, test.w_plus, exact ? test.p_exact : test.p_corrected, test.status);
	comparison->effect_size = test.biserial;
	comparison->effect_size_type = "rank_biserial";
	note_check(frame, comparison, NOTE_RANKS);
	return true;
}

bool check_sign(const struct frame *frame, struct comparison *comparison)
{
	const struct value_count *counts;
	struct sign_test test;
	size_t count;

	if (!changes_of(frame, &counts, &count))
		return false;
	test = rank_sign_test(counts, count);
	*comparison = comparison_of(frame, "sign_test");
	set(frame, comparison, (double)test.above, test.p_value, test.status);
	comparison->effect_size = test.share_net;
	comparison->effect_size_type = "net_share";
	note_check(frame, comparison, NOTE_SIGNS);
	return true;
}

/* ---- two samples ---- */

/* How often each value occurs in a cell. */
struct counted {
	struct value_count *list;
	size_t count, capacity;
};
static struct counted from, to;

/* False where the tally has not counted everybody of the cell. */
static bool count_cell(const struct frame *frame, size_t cell, struct counted *counted)
{
	const struct value_count *counts;

	counted->count = sample_counts(frame->samples, &frame->cells[cell], &counts);
	if (counted->count == 0 || counts_total(counts, counted->count) != frame->sums[cell].n)
		return false;
	counted->list =
		grow(counted->list, &counted->capacity, counted->count, sizeof(*counted->list));
	memcpy(counted->list, counts, counted->count * sizeof(*counts));
	return true;
}

static bool count_cells(const struct frame *frame)
{
	return count_cell(frame, 0, &from) && count_cell(frame, 1, &to);
}

static void set_cliff(struct comparison *comparison, double cliff)
{
	comparison->effect_size = cliff;
	comparison->effect_size_type = "cliffs_delta";
}

bool check_brunner_munzel(const struct frame *frame, struct comparison *comparison)
{
	struct contrast test;

	if (!count_cells(frame))
		return false;
	test = rank_brunner_munzel(
		to.list, to.count, from.list, from.count, study_load()->confidence);
	*comparison = comparison_of(frame, "brunner_munzel");
	comparison->result = contrast_refuse(frame->value_to - frame->value_from, test.status);
	comparison->result.statistic = test.statistic;
	comparison->result.df = test.df;
	comparison->result.p_value = test.p_value;
	comparison->se_method = "unclustered";
	set_cliff(comparison, 2 * test.estimate - 1);
	comparison->effect_low = 2 * test.conf_low - 1;
	comparison->effect_high = 2 * test.conf_high - 1;
	note_check(frame, comparison, NOTE_RANK_SUM);
	return true;
}

bool check_mann_whitney(const struct frame *frame, struct comparison *comparison)
{
	static uint64_t *work;
	static size_t capacity;
	struct mann_whitney test;
	size_t needed;

	if (!count_cells(frame))
		return false;
	needed = rank_workspace(frame->sums[1].n, frame->sums[0].n);
	work = grow(work, &capacity, needed, sizeof(*work));
	test = rank_mann_whitney(to.list, to.count, from.list, from.count, work);
	*comparison =
		comparison_of(frame, needed > 0 ? "mann_whitney_exact" : "mann_whitney_normal");
	comparison->result = contrast_refuse(frame->value_to - frame->value_from, test.status);
	comparison->result.statistic = test.u;
	comparison->result.p_value = needed > 0 ? test.p_exact : test.p_normal;
	set_cliff(comparison, test.cliff);
	note_check(frame, comparison, NOTE_RANK_SUM);
	return true;
}
