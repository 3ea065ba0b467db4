/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios of rates: how many times as many, with villages as the sample. */
#include "result/checks.h"

#include <math.h>

#include "result/design.h"
#include "stat/rate.h"

/* The contrast of means whose standard error is that of the log ratio: d log m = dm / m. */
static struct contrast linearised(
	const struct frame *frame, const double *coefficients, struct comparison *comparison)
{
	const struct cluster_cell *parts;
	size_t count;

	if (study_weighted())
		return design_of(frame->samples, frame->cells, frame->cell_count, coefficients,
			&comparison->note)
			.contrast;
	count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);
	return cluster_contrast(parts, count, coefficients, frame->cell_count, frame->block->scale,
		study_load()->confidence);
}

/* From the log ratio to the ratio. The standard error and the test stay those of the logarithm. */
static struct contrast ratio_from_log(struct contrast linear, double log_ratio)
{
	struct contrast result = contrast_refuse(log_ratio, linear.status);

	if (linear.status == STAT_OK)
		result = contrast_complete(
			log_ratio, linear.std_error, linear.df, study_load()->confidence);
	result.clusters = linear.clusters;
	result.estimate = exp(log_ratio);
	result.conf_low = exp(result.conf_low);
	result.conf_high = exp(result.conf_high);
	return result;
}

struct comparison check_rate_ratio(const struct frame *frame)
{
	struct comparison comparison = comparison_of(frame, "rate_ratio");
	double coefficients[CLUSTER_MAX_CELLS], log_ratio = 0;
	size_t k;

	comparison.weighted = study_weighted();
	comparison.se_method = study_weighted() ? "survey" : "CR2";
	comparison.value_from = comparison.value_to = (double)NAN;
	note_add(&comparison.note, result_note(NOTE_RATE_RATIO));
	if (between_rounds(frame->kind) && study_load()->design == PANEL)
		note_add(&comparison.note, result_note(NOTE_OVERLAP));
	for (k = 0; k < frame->cell_count; k++) {
		double mean = study_weighted() ? frame->weighted[k].mean : frame->moments[k].mean;

		if (!(mean > 0)) {
			comparison.result.status = STAT_ZERO_MEAN;
			return comparison;
		}
		coefficients[k] = frame->weights[k] / mean;
		log_ratio += frame->weights[k] * log(mean);
	}
	comparison.result = ratio_from_log(linearised(frame, coefficients, &comparison), log_ratio);
	return comparison;
}

/* The events of a cell; -1 where its sum is no whole number from 0 on. */
static int64_t events_of(const struct frame *frame, size_t cell)
{
	double sum = exact_to_double(frame->sums[cell].pairs.sum_y) / (double)frame->block->scale;

	return sum >= 0 && sum < 9e15 && floor(sum) == sum ? (int64_t)sum : -1;
}

bool check_poisson(const struct frame *frame, struct comparison *comparison)
{
	int64_t before = events_of(frame, 0), after = events_of(frame, 1);
	struct rate_ratio ratio;

	if (frame->cell_count != 2 || before < 0 || after < 0)
		return false;
	*comparison = comparison_of(frame, "poisson_exact");
	comparison->value_from = comparison->value_to = (double)NAN;
	note_add(&comparison->note, result_note(NOTE_RATE_EXACT));
	if (has_villages())
		note_add(&comparison->note, result_note(NOTE_IGNORES_CLUSTERS));
	if (frame->sums[0].n == 0 || frame->sums[1].n == 0)
		return true; /* TOO_FEW */
	ratio = rate_ratio_exact(after, (double)frame->sums[1].n, before, (double)frame->sums[0].n,
		study_load()->confidence);
	comparison->result = contrast_refuse(ratio.ratio, ratio.status);
	if (before == 0 || after == 0)
		comparison->result.status = STAT_ZERO_MEAN;
	comparison->result.p_value = ratio.p_value;
	comparison->result.conf_low = ratio.conf_low;
	comparison->result.conf_high = ratio.conf_high;
	return true;
}
