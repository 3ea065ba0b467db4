/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of shares: McNemar's test for pairs, Newcombe's interval for independent samples. */
#include "result/checks.h"

#include <math.h>

#include "result/effect.h"
#include "stat/proportion.h"

/* sum / divisor if that is a whole number from 0; else -1, since values were not 0 and 1. */
static int64_t whole(struct exact sum, struct exact divisor)
{
	double ratio = exact_ratio(sum, divisor);

	return ratio >= 0 && ratio < 9e15 && floor(ratio) >= ratio ? (int64_t)ratio : -1;
}

/* With x earlier and y later minus earlier, both 0 or 1: lost = -Sxy, gained = Syy - lost, both =
 * Sx - lost. False if the values were no shares. */
static bool pair_table(const struct frame *frame, struct pair_table *table)
{
	const struct pair_sums *sums = &frame->sums[0].pairs;
	struct exact scale = exact_from_int64(frame->block->scale), scale2;
	int64_t changed, earlier;

	if (exact_multiply(scale, scale, &scale2) != STAT_OK)
		return false;
	table->lost = whole(exact_negate(sums->sum_xy), scale2);
	changed = whole(sums->sum_y2, scale2);
	earlier = whole(sums->sum_x, scale);
	if (table->lost < 0 || changed < 0 || earlier < 0)
		return false;
	table->gained = changed - table->lost;
	table->both = earlier - table->lost;
	table->neither = sums->n - changed - table->both;
	return table->gained >= 0 && table->both >= 0 && table->neither >= 0;
}

struct comparison check_mcnemar(const struct frame *frame, bool mid_p)
{
	struct comparison comparison =
		comparison_of(frame, mid_p ? "mcnemar_midp" : "mcnemar_exact");
	struct pair_table table;
	struct mcnemar test;
	struct interval interval;

	comparison.se_method = "Bonett-Price";
	if (!pair_table(frame, &table)) {
		comparison.result.status = STAT_BAD_INPUT;
		return comparison;
	}
	if (frame->sums[0].n < 2)
		return comparison;
	test = proportion_mcnemar(table);
	interval = proportion_bonett_price(table, study_load()->confidence);
	comparison.result = contrast_refuse(interval.estimate, test.status);
	comparison.result.statistic = (double)table.gained;
	comparison.result.p_value = mid_p ? test.p_mid : test.p_exact;
	comparison.result.conf_low = interval.conf_low;
	comparison.result.conf_high = interval.conf_high;
	effect_standard(frame, &comparison);
	if (has_villages())
		note_add(&comparison.note, result_note(NOTE_IGNORES_CLUSTERS));
	return comparison;
}

struct comparison check_newcombe(const struct frame *frame)
{
	struct comparison comparison = comparison_of(frame, "newcombe");
	struct exact scale = exact_from_int64(frame->block->scale);
	int64_t from = whole(frame->sums[0].pairs.sum_y, scale),
		to = whole(frame->sums[1].pairs.sum_y, scale);
	struct interval interval = proportion_newcombe(
		to, frame->sums[1].n, from, frame->sums[0].n, study_load()->confidence);

	comparison.se_method = "Newcombe";
	comparison.result = contrast_refuse(interval.estimate, interval.status);
	comparison.result.conf_low = interval.conf_low;
	comparison.result.conf_high = interval.conf_high;
	effect_shares(frame, &comparison);
	if (has_villages())
		note_add(&comparison.note, result_note(NOTE_IGNORES_CLUSTERS));
	return comparison;
}
