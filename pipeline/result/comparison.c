/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a row of comparisons.csv, empty where a number would mislead. */
#include "result/comparison.h"

#include <math.h>

#include "result/columns.h"
#include "result/keys.h"
#include "result/tested.h"
#include "study/frozen.h"

/* Whether every value in the cell is `share` (0 or 1), in both rounds where it holds pairs. */
static bool all_are(const struct frame *frame, size_t cell, int64_t share)
{
	const struct sample_sums *sums = &frame->sums[cell];
	struct exact want, zero = exact_from_int64(0);

	if (exact_multiply_int64(exact_from_int64(sums->n), share * frame->block->scale, &want) !=
		STAT_OK)
		return false;
	if (!frame->pairs)
		return exact_compare(sums->pairs.sum_y, want) == 0;
	return exact_compare(sums->pairs.sum_x, want) == 0 &&
		exact_compare(sums->pairs.sum_y, zero) == 0 &&
		exact_compare(sums->pairs.sum_y2, zero) == 0;
}

static bool no_events(const struct frame *frame)
{
	bool nobody = true, everybody = true;
	size_t k;

	if (indicator_of(frame->block)->type != INDICATOR_BINARY)
		return false;
	for (k = 0; k < frame->cell_count; k++) {
		nobody = nobody && all_are(frame, k, 0);
		everybody = everybody && all_are(frame, k, 1);
	}
	return nobody || everybody;
}

enum result_status comparison_status(const struct frame *frame, const struct comparison *comparison)
{
	enum result_status status = result_status(comparison->result.status);

	if (!frame->asked)
		return RESULT_NOT_ASKED;
	if (status != RESULT_TOO_FEW && no_events(frame))
		return RESULT_NO_EVENTS;
	return status;
}

bool estimate_stands(enum result_status status)
{
	return status == RESULT_OK || status == RESULT_ZERO_VAR || status == RESULT_NO_EVENTS ||
		status == RESULT_NO_CHANGE || status == RESULT_NO_OVERLAP ||
		status == RESULT_ALL_TIES || status == RESULT_FEW_WAYS;
}

void comparison_put_keys(const struct frame *frame)
{
	const struct indicator *indicator = indicator_of(frame->block);
	const struct rounds *rounds = rounds_load();

	put_indicator_keys(indicator);
	put_string(output, contrast_names[frame->kind]);
	put_string(
		output, frame->round_from == NO_NAME ? NULL : rounds->list[frame->round_from].name);
	put_string(output, rounds->list[frame->round_to].name);
	put_string(output, frame->arm);
	put_string(output, frame->group);
	put_string(output, frame->group_value);
	if (between_groups(frame->kind))
		put_string(output, frame->group_value_compared);
	put_string(output, frame->pairs ? "pairs" : "all");
}

static void put_sizes(const struct frame *frame, const struct comparison *comparison)
{
	put_integer(output, frame->n_from);
	put_integer(output, frame->n_to);
	if (frame->pairs)
		put_integer(output,
			frame->kind == CONTRAST_CHANGE ? frame->n_to : frame->n_from + frame->n_to);
	else
		put_missing(output);
	put_clusters(&comparison->result);
}

/* A limit of the interval in the units of the effect size. */
static double effect_limit(const struct comparison *comparison, bool high)
{
	const struct contrast *result = &comparison->result;

	if (isnan(comparison->effect_unit))
		return high ? comparison->effect_high : comparison->effect_low;
	return (high ? result->conf_high : result->conf_low) * comparison->effect_unit;
}

static void put_numbers(const struct comparison *comparison, enum result_status status)
{
	const struct contrast *result = &comparison->result;
	bool stands = estimate_stands(status);
	/* With NO_CHANGE McNemar's exact test still says p = 1, and its interval stands. */
	bool tested = status == RESULT_OK || status == RESULT_NO_CHANGE;

	put_number(output, stands ? comparison->value_from : (double)NAN);
	put_number(output, stands ? comparison->value_to : (double)NAN);
	put_number(output, stands ? result->estimate : (double)NAN);
	put_test(result, tested);
	put_string(output, comparison->method);
	put_string(output, comparison->se_method);
	put_number(output, tested ? comparison->effect_size : (double)NAN);
	put_string(output,
		tested && !isnan(comparison->effect_size) ? comparison->effect_size_type : NULL);
	put_number(output, tested ? effect_limit(comparison, false) : (double)NAN);
	put_number(output, tested ? effect_limit(comparison, true) : (double)NAN);
}

struct text comparison_notes(
	const struct frame *frame, const struct comparison *comparison, enum result_status status)
{
	struct text notes = { "", "" };

	note_add(&notes, result_status_note(status));
	if (status == RESULT_OK || status == RESULT_LONELY_PSU ||
		(status == RESULT_ZERO_VAR && !isnan(comparison->result.estimate)))
		note_add(&notes, comparison->note);
	if (status == RESULT_OK && study_weighted() && !comparison->weighted)
		note_add(&notes, result_note(NOTE_UNWEIGHTED));
	if (estimate_stands(status) && frame->block->as_written)
		note_add(&notes, result_note(NOTE_AS_WRITTEN));
	return notes;
}

static void put_family(const struct comparison *comparison, enum result_status status)
{
	bool adjusted = comparison->family != NULL && status == RESULT_OK;

	put_string(output, comparison->family);
	if (comparison->family_size == 0)
		put_missing(output);
	else
		put_integer(output, (int64_t)comparison->family_size);
	put_number(output, adjusted ? comparison->p_adjusted : (double)NAN);
	put_string(output, comparison->adjust_method);
	put_missing(output); /* intervals are left to adjust */
	put_missing(output);
}

void comparison_put_judged(
	const struct frame *frame, const struct comparison *comparison, enum result_status status)
{
	comparison_put_keys(frame);
	put_sizes(frame, comparison);
	put_numbers(comparison, status);
	put_family(comparison, status);
	put_string(output, comparison->headline ? "headline" : "check");
	put_string(output, frozen_planned(frame->block->indicator, frame->group));
	put_string(output, result_status_name(status));
	put_note(output, comparison_notes(frame, comparison, status));
}

void comparison_put_cells(const struct frame *frame, const struct comparison *comparison)
{
	comparison_put_judged(frame, comparison, comparison_status(frame, comparison));
}

void comparison_put(const struct frame *frame, const struct comparison *comparison)
{
	comparison_put_cells(frame, comparison);
	end_row(output);
}
