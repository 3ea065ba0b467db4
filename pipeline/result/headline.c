/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline of a comparison: CR2, or the survey design where weights are declared; and the rows of either that stand beside it. */
#include "result/comparison.h"

#include <math.h>

#include "result/design.h"
#include "result/effect.h"
#include "result/phrase.h"
#include "result/ratio.h"
#include "result/told.h"
#include "stat/power.h"

enum { FEW_WEIGHTED = 10, LOW_DF = 4 };

static const double detected_share = 0.8; /* the power at which a change counts as detectable */

/* Clusters on the comparison's side, on the arm's side, and on both. A change has one side; the
 * sides of a gap within an arm are those compared with and the group's own. */
struct sides {
	size_t comparison, arm, both;
	size_t fewest; /* in any cell */
};

static bool is_comparison(const struct frame *frame, size_t cell)
{
	return frame->kind != CONTRAST_CHANGE && cell < frame->cell_count / 2;
}

static size_t fewest_of(const struct frame *frame, const size_t *clusters)
{
	size_t fewest = clusters[0], k;

	for (k = 1; k < frame->cell_count; k++)
		fewest = clusters[k] < fewest ? clusters[k] : fewest;
	return fewest;
}

static struct sides count_sides(
	const struct frame *frame, const struct cluster_cell *parts, size_t count)
{
	size_t clusters[CLUSTER_MAX_CELLS] = { 0 }, last[CLUSTER_MAX_CELLS], i = 0;
	struct sides sides = { 0, 0, 0, 0 };

	while (i < count) {
		size_t cluster = parts[i].cluster;
		bool comparison = false, arm = false;

		for (; i < count && parts[i].cluster == cluster; i++) {
			size_t cell = parts[i].cell;

			comparison = comparison || is_comparison(frame, cell);
			arm = arm || !is_comparison(frame, cell);
			if (clusters[cell] == 0 || last[cell] != cluster)
				clusters[cell]++;
			last[cell] = cluster;
		}
		sides.comparison += comparison;
		sides.arm += arm;
		sides.both += comparison && arm;
	}
	sides.fewest = fewest_of(frame, clusters);
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
	struct text number = number_marked(keep_format("%.3g", p));

	return (struct text){
		keep_format("Few villages: read as an indication; exchanging villages could not "
			    "give a p value below %s.",
			number.en),
		keep_format("Desanya sedikit: bacalah sebagai petunjuk; pertukaran desa tidak "
			    "dapat memberi nilai p di bawah %s.",
			number.id),
	};
}

/* Whether a side of the comparison has fewer villages, or any of the people that a gap compares. */
static bool fewer_than(const struct frame *frame, const struct sides *sides, size_t enough)
{
	if (between_groups(frame->kind))
		return sides->fewest < enough;
	return sides->arm < enough ||
		(frame->kind != CONTRAST_CHANGE && sides->comparison < enough);
}

static void warn_of_few(
	const struct frame *frame, const struct sides *sides, struct comparison *comparison)
{
	if (!has_villages() || comparison->result.status != STAT_OK)
		return;
	comparison->few = fewer_than(frame, sides, FEW_VILLAGES);
	if (comparison->few)
		note_add(&comparison->note, few_note(attainable_p(frame, sides)));
	if (comparison->result.df < LOW_DF)
		note_add(&comparison->note, result_note(NOTE_LOW_DF));
}

static struct text detectable_note(const struct frame *frame, double detectable)
{
	struct text size = change_told(indicator_of(frame->block), detectable);

	if (frame->kind == CONTRAST_CHANGE)
		return (struct text){
			keep_format("A change smaller than about %s could easily have been missed "
				    "by this survey.",
				size.en),
			keep_format("Perubahan yang lebih kecil dari sekitar %s mudah luput dari "
				    "survei ini.",
				size.id),
		};
	return (struct text){
		keep_format("A difference smaller than about %s could easily have been missed by "
			    "this survey.",
			size.en),
		keep_format("Selisih yang lebih kecil dari sekitar %s mudah luput dari survei ini.",
			size.id),
	};
}

void comparison_tell_detectable(const struct frame *frame, struct comparison *comparison)
{
	const struct contrast *result = &comparison->result;
	double detectable = result->std_error *
		power_reach(result->df, 1 - study_load()->confidence, detected_share);

	if (result->status == STAT_OK && detectable > 0)
		note_add(&comparison->note, detectable_note(frame, detectable));
}

/* What both methods have in common once the contrast is known. */
static void complete(
	const struct frame *frame, const struct sides *sides, struct comparison *comparison)
{
	bool apart = between_groups(frame->kind) && !between_arms(frame->kind) && sides->both == 0;

	effect_standard(frame, comparison);
	if (is_ratio(frame->block))
		note_add(&comparison->note, result_note(NOTE_RATIO));
	if (!frame->pairs && between_rounds(frame->kind) && study_load()->design == PANEL)
		note_add(&comparison->note, result_note(NOTE_OVERLAP));
	if (has_villages() && apart)
		note_add(&comparison->note, result_note(NOTE_VILLAGES_APART));
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

static void set_weighted_values(const struct frame *frame, struct comparison *comparison)
{
	const struct weighted_moments *m = frame->weighted;

	comparison->value_from = comparison->value_to = (double)NAN;
	if (between_groups(frame->kind))
		return;
	if (frame->cell_count == 1) {
		frame_levels(frame, 0, true, &comparison->value_from, &comparison->value_to);
	} else if (frame->cell_count == 2) {
		comparison->value_from = m[0].mean;
		comparison->value_to = m[1].mean;
	} else {
		comparison->value_from = m[1].mean - m[0].mean;
		comparison->value_to = m[3].mean - m[2].mean;
	}
}

static struct sides sides_of(const struct frame *frame)
{
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);

	return count_sides(frame, parts, count);
}

/* A row by the survey design, of which the contrast and what must be said of it are known. */
static struct comparison survey_of(const struct frame *frame, const char *method,
	struct contrast result, struct text note, const struct sides *sides)
{
	struct comparison comparison = comparison_of(frame, method);

	comparison.weighted = study_weighted();
	comparison.se_method = "survey";
	comparison.result = result;
	comparison.note = note;
	set_weighted_values(frame, &comparison);
	complete(frame, sides, &comparison);
	return comparison;
}

static void warn_of_few_weighted(
	const struct frame *frame, const struct sides *sides, struct comparison *comparison)
{
	if (has_villages() && comparison->result.status == STAT_OK && !comparison->few &&
		fewer_than(frame, sides, FEW_WEIGHTED))
		note_add(&comparison->note, result_note(NOTE_FEW_WEIGHTED));
}

/* What R and Stata give of the same contrast. */
static struct comparison uncorrected(const struct frame *frame, struct contrast result,
	struct text note, const struct sides *sides)
{
	struct comparison comparison = survey_of(frame, "survey_t", result, note, sides);

	if (study_weighted())
		warn_of_few_weighted(frame, sides, &comparison);
	else
		note_add(&comparison.note, result_note(NOTE_WITH_STRATA));
	return comparison;
}

struct comparison comparison_survey(const struct frame *frame)
{
	struct text note = { "", "" };
	struct contrast result =
		design_of(frame->samples, frame->cells, frame->cell_count, frame->weights, &note)
			.contrast;
	struct sides sides = sides_of(frame);

	return uncorrected(frame, result, note, &sides);
}

struct comparison comparison_headline(const struct frame *frame, struct comparison *plain)
{
	struct text note = { "", "" };
	struct contrast result;
	struct comparison comparison;
	struct sides sides;

	if (!study_weighted())
		return comparison_cr2(frame);
	sides = sides_of(frame);
	result = design_of(frame->samples, frame->cells, frame->cell_count, frame->weights, &note)
			 .contrast;
	comparison = survey_of(frame, "survey_small_t", design_small_of(&result), note, &sides);
	comparison.headline = frame->headline;
	if (plain != NULL)
		*plain = uncorrected(frame, result, note, &sides);
	return comparison;
}
