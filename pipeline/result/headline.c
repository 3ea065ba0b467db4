/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline of a comparison: CR2, or the survey design where weights are declared. */
#include "result/comparison.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "result/design.h"
#include "result/effect.h"
#include "result/phrase.h"

enum { FEW_WEIGHTED = 10, LOW_DF = 4 };

/* Clusters on the comparison's side, on the arm's side, and on both. A change has one side. */
struct sides {
	size_t comparison, arm, both;
};

static bool is_comparison(const struct frame *frame, size_t cell)
{
	return frame->kind != CONTRAST_CHANGE && cell < frame->cell_count / 2;
}

static struct sides count_sides(
	const struct frame *frame, const struct cluster_cell *parts, size_t count)
{
	struct sides sides = { 0, 0, 0 };
	size_t i = 0;

	while (i < count) {
		size_t cluster = parts[i].cluster;
		bool comparison = false, arm = false;

		for (; i < count && parts[i].cluster == cluster; i++) {
			comparison = comparison || is_comparison(frame, parts[i].cell);
			arm = arm || !is_comparison(frame, parts[i].cell);
		}
		sides.comparison += comparison;
		sides.arm += arm;
		sides.both += comparison && arm;
	}
	return sides;
}

/* n over k; grows beyond exactness only where the p value is next to nothing anyway. */
static double combinations(size_t n, size_t k)
{
	double result = 1;
	size_t i;

	for (i = 1; i <= k; i++)
		result *= (double)(n - k + i) / (double)i;
	return result;
}

/* The smallest two-sided p value that exchanging villages could give: flipping the sign of each
 * one's change, 2^(1 - G), or dealing them out to two arms anew, where the mirror image counts too
 * if the arms are equal. */
static double attainable_p(const struct frame *frame, const struct sides *sides)
{
	size_t all = sides->comparison + sides->arm - sides->both;

	if (frame->kind == CONTRAST_CHANGE || sides->both > 0)
		return ldexp(1, 1 - (int)all);
	return (sides->comparison == sides->arm ? 2 : 1) / combinations(all, sides->arm);
}

static struct text few_note(double p)
{
	char english[32], indonesian[32];
	char *point;

	snprintf(english, sizeof(english), "%.3g", p);
	memcpy(indonesian, english, sizeof(english));
	point = strchr(indonesian, '.');
	if (point != NULL)
		*point = ',';
	return (struct text){
		keep_format("Few villages: read as an indication; exchanging villages could not "
			    "give a p value below %s.",
			english),
		keep_format("Desanya sedikit: bacalah sebagai petunjuk; pertukaran desa tidak "
			    "dapat memberi nilai p di bawah %s.",
			indonesian),
	};
}

/* Whether a side of the comparison has fewer villages. */
static bool fewer_than(const struct frame *frame, const struct sides *sides, size_t enough)
{
	return sides->arm < enough ||
		(frame->kind != CONTRAST_CHANGE && sides->comparison < enough);
}

static void warn_of_few(
	const struct frame *frame, const struct sides *sides, struct comparison *comparison)
{
	if (!has_villages() || comparison->result.status != STAT_OK)
		return;
	if (fewer_than(frame, sides, FEW_VILLAGES))
		note_add(&comparison->note, few_note(attainable_p(frame, sides)));
	else if (comparison->weighted && fewer_than(frame, sides, FEW_WEIGHTED))
		note_add(&comparison->note, result_note(NOTE_FEW_WEIGHTED));
	if (comparison->result.df < LOW_DF)
		note_add(&comparison->note, result_note(NOTE_LOW_DF));
}

/* What both methods have in common once the contrast is known. */
static void complete(
	const struct frame *frame, const struct sides *sides, struct comparison *comparison)
{
	effect_standard(frame, comparison);
	if (!frame->pairs && frame->kind != CONTRAST_DIFFERENCE && study_load()->design == PANEL)
		note_add(&comparison->note, result_note(NOTE_OVERLAP));
	warn_of_few(frame, sides, comparison);
}

struct comparison comparison_cr2(const struct frame *frame)
{
	struct comparison comparison = comparison_of(frame, "cr2_t");
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);
	struct sides sides = count_sides(frame, parts, count);

	comparison.headline = frame->headline && !study_weighted();
	comparison.se_method = "CR2";
	comparison.result = cluster_contrast(parts, count, frame->weights, frame->cell_count,
		frame->block->scale, study_load()->confidence);
	complete(frame, &sides, &comparison);
	return comparison;
}

/* Sums of the earlier value x and of the later one x + y over the weights. */
static void set_pair_values(const struct frame *frame, struct comparison *comparison)
{
	const struct tally_weights *weights = &frame->sums[0].weights;
	struct exact later, divisor;

	if (exact_add(weights->sum_wx, weights->sum_wy, &later) != STAT_OK ||
		exact_multiply_int64(weights->sum_w, frame->block->scale, &divisor) != STAT_OK)
		return;
	comparison->value_from = exact_ratio(weights->sum_wx, divisor);
	comparison->value_to = exact_ratio(later, divisor);
}

static void set_weighted_values(const struct frame *frame, struct comparison *comparison)
{
	const struct weighted_moments *m = frame->weighted;

	comparison->value_from = comparison->value_to = (double)NAN;
	if (frame->cell_count == 1) {
		set_pair_values(frame, comparison);
	} else if (frame->cell_count == 2) {
		comparison->value_from = m[0].mean;
		comparison->value_to = m[1].mean;
	} else {
		comparison->value_from = m[1].mean - m[0].mean;
		comparison->value_to = m[3].mean - m[2].mean;
	}
}

struct comparison comparison_survey(const struct frame *frame)
{
	struct comparison comparison = comparison_of(frame, "survey_t");
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);
	struct sides sides = count_sides(frame, parts, count);

	comparison.headline = frame->headline && study_weighted();
	comparison.weighted = study_weighted();
	comparison.se_method = "survey";
	set_weighted_values(frame, &comparison);
	comparison.result = design_of(
		frame->samples, frame->cells, frame->cell_count, frame->weights, &comparison.note)
				    .contrast;
	complete(frame, &sides, &comparison);
	if (!study_weighted())
		note_add(&comparison.note, result_note(NOTE_WITH_STRATA));
	return comparison;
}
