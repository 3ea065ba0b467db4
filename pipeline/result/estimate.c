/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Estimates of a cell, with and without weights. */
#include "result/estimate.h"

#include <math.h>

#include "result/comparison.h"
#include "result/design.h"
#include "result/ratio.h"
#include "result/sample_index.h"
#include "stat/proportion.h"

enum { LOW_DF = 4, FEW_WEIGHTED = 10 };

static double weighted_median(const struct samples *samples, const struct sample *sample)
{
	const struct value_weight *weights;
	size_t count = sample_weights(samples, sample, &weights);

	return weighted_quantile(weights, count, samples->block->scale, 1, 2);
}

static void set_median(
	struct estimate *estimate, const struct samples *samples, const struct sample *sample)
{
	const struct value_count *counts;
	size_t count = sample_counts(samples, sample, &counts);

	if (count == 0 || counts_total(counts, count) != estimate->sums.n)
		return;
	estimate->median = study_load()->weight.count > 0
		? weighted_median(samples, sample)
		: counts_median(counts, count, samples->block->scale);
	if (samples->block->rounded_values)
		note_add(&estimate->note, result_note(NOTE_ROUNDED_VALUES));
}

/* The likeness of people within villages. */
static double likeness(const struct estimate *estimate, const struct cluster_cell *parts,
	size_t count, int64_t scale)
{
	static struct anova_group *villages;
	static size_t capacity;
	size_t size = 0, i;

	for (i = 0; i < count; i++) {
		villages = grow(villages, &capacity, size + 1, sizeof(*villages));
		if (i == 0 || parts[i].cluster != parts[i - 1].cluster)
			villages[size++] = (struct anova_group){ 0, exact_from_int64(0) };
		villages[size - 1].n += parts[i].n;
		if (exact_add(villages[size - 1].sum, parts[i].sum, &villages[size - 1].sum) !=
			STAT_OK)
			return (double)NAN;
	}
	return anova_from_sums(villages, size, estimate->sums.pairs.sum_y2, scale).icc;
}

/* Without villages a share has Wilson's limits, which stand where nobody or everybody has it. */
static void set_wilson(struct estimate *estimate, double share)
{
	double yes = share * (double)estimate->sums.n;
	struct interval limits =
		proportion_wilson((int64_t)round(yes), estimate->sums.n, study_load()->confidence);

	estimate->mean.conf_low = limits.conf_low;
	estimate->mean.conf_high = limits.conf_high;
	estimate->se_method = estimate->status == RESULT_OK ? "CR2+Wilson" : "Wilson";
	estimate->status = result_status(limits.status);
	note_add(&estimate->note, result_note(NOTE_WILSON));
}

static void set_cr2(struct estimate *estimate, const struct samples *samples,
	const struct cluster_cell *parts, size_t count)
{
	static const double weight = 1;
	const struct tally_block *block = samples->block;
	struct moments moments = moments_from_sums(estimate->sums.n, estimate->sums.pairs.sum_y,
		estimate->sums.pairs.sum_y2, block->scale);

	estimate->se_method = "CR2";
	estimate->mean =
		cluster_contrast(parts, count, &weight, 1, block->scale, study_load()->confidence);
	estimate->status = result_status(estimate->mean.status);
	if (is_ratio(block))
		return;
	estimate->std_dev = moments.std_dev;
	if (has_villages())
		estimate->deff =
			design_effect(estimate->mean.std_error, moments.variance, moments.n);
	else if (indicator_of(block)->type == INDICATOR_BINARY &&
		(estimate->status == RESULT_OK || estimate->status == RESULT_ZERO_VAR))
		set_wilson(estimate, moments.mean);
}

static void set_survey(
	struct estimate *estimate, const struct samples *samples, const struct sample *sample)
{
	static const double coefficient = 1;
	struct weighted_moments moments = sample_weighted(&estimate->sums, samples->block->scale);

	estimate->se_method = "survey";
	estimate->mean = design_of(samples, sample, 1, &coefficient, &estimate->note).contrast;
	estimate->status = result_status(estimate->mean.status);
	if (!is_ratio(samples->block)) {
		estimate->std_dev = moments.std_dev;
		estimate->deff =
			design_effect(estimate->mean.std_error, moments.variance, moments.n);
		estimate->kish = study_load()->weight.count > 0 ? moments.kish : (double)NAN;
	}
	if (has_villages() && estimate->status == RESULT_OK &&
		estimate->mean.clusters < FEW_WEIGHTED)
		note_add(&estimate->note, result_note(NOTE_FEW_WEIGHTED));
}

struct estimate estimate_of(const struct samples *samples, const struct sample *sample)
{
	const double nan = (double)NAN;
	struct estimate estimate = { .sums = sample_sums(samples, sample),
		.std_dev = nan,
		.median = nan,
		.deff = nan,
		.icc = nan,
		.kish = nan,
		.note = { "", "" } };
	const struct cluster_cell *parts;
	size_t count = sample_parts(samples, sample, 1, &parts);

	if (study_weighted())
		set_survey(&estimate, samples, sample);
	else
		set_cr2(&estimate, samples, parts, count);
	if (is_ratio(samples->block))
		note_add(&estimate.note, result_note(NOTE_RATIO));
	else if (has_villages() && estimate.status == RESULT_OK)
		estimate.icc = likeness(&estimate, parts, count, samples->block->scale);
	if (has_villages() && estimate.status == RESULT_OK && estimate.mean.df < LOW_DF)
		note_add(&estimate.note, result_note(NOTE_LOW_DF));
	set_median(&estimate, samples, sample);
	if (!sample_asked(samples, sample->round))
		estimate.status = RESULT_NOT_ASKED;
	if (samples->block->as_written)
		note_add(&estimate.note, result_note(NOTE_AS_WRITTEN));
	return estimate;
}
