/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks by ranks and signs of the changes of pairs. */
#include "result/checks.h"

#include <math.h>

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
