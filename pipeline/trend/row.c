/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a row of trends.csv, empty where a number would mislead. */
#include <math.h>

#include "result/keys.h"
#include "result/sample_index.h"
#include "result/tested.h"
#include "study/frozen.h"
#include "trend/columns.h"
#include "trend/slope.h"

static void put_keys(const struct frame *frame)
{
	const struct indicator *indicator = &indicators_load()->list[frame->indicator];
	const struct round *rounds = rounds_load()->list;
	const struct course *course = frame->course;
	size_t count = course->count;

	put_indicator_keys(indicator);
	put_string(output, frame->bend ? "trend_bend" : frame->did ? "trend_did" : "trend");
	put_string(output, count == 0 ? NULL : rounds[course->rounds[0]].name);
	put_string(output, count == 0 ? NULL : rounds[course->rounds[count - 1]].name);
	put_integer(output, (int64_t)count);
	put_string(output, arm_name(frame->people, frame->arm));
	put_string(output, frame->division->group == NULL ? NULL : frame->division->group->name);
	put_string(output, frame->division->value);
	put_string(output, frame->panel ? "panel" : "all");
}

static void put_numbers(const struct slope *slope)
{
	const struct contrast *result = &slope->result;
	bool ok = slope->status == RESULT_OK;
	bool stands = ok || slope->status == RESULT_ZERO_VAR;
	double none = (double)NAN;

	put_tested(result, stands ? result->estimate : none, ok);
	put_string(output, slope->method);
	put_string(output, slope->se_method);
	put_number(output, ok ? slope->effect_size : none);
	put_string(output, ok && !isnan(slope->effect_size) ? slope->effect_size_type : NULL);
}

static void put_end(
	const struct frame *frame, bool headline, enum result_status status, struct text note)
{
	struct text notes = result_status_note(status);

	if (status == RESULT_OK || status == RESULT_LONELY_PSU)
		note_add(&notes, note);
	note_add(&notes, frame->course->note);
	put_string(output,
		frame->course->count == 0          ? NULL
			: frame->course->too_early ? "too_early"
						   : "reached");
	put_string(output, headline ? "headline" : "check");
	put_string(output,
		frozen_planned(frame->indicator,
			frame->division->group == NULL ? "" : frame->division->group->name));
	put_string(output, result_status_name(status));
	put_note(output, notes);
	end_row(output);
}

void slope_put(const struct frame *frame, const struct slope *slope)
{
	struct text note = slope->note;

	if (frame->samples->block->as_written)
		note_add(&note, result_note(NOTE_AS_WRITTEN));
	put_keys(frame);
	put_integer(output, slope->n);
	put_numbers(slope);
	put_end(frame, slope->headline, slope->status, note);
}

void slope_put_refused(const struct frame *frame, enum result_status status)
{
	int i;

	put_keys(frame);
	for (i = TREND_N; i < TREND_LAG; i++)
		put_missing(output);
	put_end(frame, frame->headline, status, (struct text){ "", "" });
}
