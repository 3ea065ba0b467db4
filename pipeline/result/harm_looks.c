/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The single looks for harm: what is computed of a frame, and how it is judged. */
#include "result/harm.h"

#include <math.h>

#include "result/estimate.h"

/* A tenth of so many are five people: fewer would show single ones. */
enum { TAIL = 10, TAIL_PEOPLE = 50 };

/* ---- a frame as a finding ---- */

static struct comparison compare(struct frame *frame)
{
	frame->headline = true;
	frame_fill(frame);
	return comparison_headline(frame, NULL);
}

/* People on the arm's or the focal side, and on the other. */
static void set_sizes(struct finding *finding, const struct frame *frame)
{
	size_t half = frame->cell_count / 2, k;
	bool sides = frame->kind != CONTRAST_CHANGE;

	finding->n = 0;
	finding->n_compared = sides ? 0 : -1;
	for (k = 0; k < frame->cell_count; k++) {
		bool compared = sides && k < half;

		*(compared ? &finding->n_compared : &finding->n) += frame->sums[k].n;
	}
}

static struct finding finding_of(
	struct frame *frame, enum screen screen, const struct comparison *comparison)
{
	struct finding finding = { .screen = screen,
		.flag = FLAG_CANNOT_TELL,
		.frame = frame,
		.contrast = contrast_names[frame->kind],
		.method = comparison->method,
		.result = comparison->result,
		.value_compared = (double)NAN,
		.status = comparison_status(frame, comparison) };

	set_sizes(&finding, frame);
	finding.note = comparison_notes(frame, comparison, finding.status);
	return finding;
}

/* Which way harm lies. */
static double sign_of_harm(const struct indicator *indicator)
{
	return indicator->direction == DIRECTION_UP ? -1 : 1;
}

/* Where all changed alike nothing shows how sure it is: then it is possible harm at most. */
static enum harm_flag judge(const struct finding *finding, double sign, double mid, bool few)
{
	const struct contrast *result = &finding->result;
	double estimate = sign * result->estimate;

	if (!estimate_stands(finding->status))
		return FLAG_CANNOT_TELL;
	if (finding->status != RESULT_OK)
		return estimate > 0 && !(estimate < mid) ? FLAG_POSSIBLE : FLAG_CANNOT_TELL;
	return harm_judge(estimate, sign > 0 ? result->conf_low : -result->conf_high,
		sign > 0 ? result->conf_high : -result->conf_low, mid, few);
}

void harm_contrast(struct frame frame, enum screen screen)
{
	const struct indicator *indicator = indicator_of(frame.block);
	struct comparison comparison = compare(&frame);
	struct finding finding = finding_of(&frame, screen, &comparison);

	if (!frame.asked)
		return;
	finding.flag = judge(&finding, sign_of_harm(indicator), indicator->mid, comparison.few);
	if (frame.kind == CONTRAST_DIFFERENCE)
		note_add(&finding.note, result_note(NOTE_NO_BASELINE));
	harm_put(&finding);
}

/* Of a sensitive indicator it could tell of one or two. */
static void hide(struct finding *finding)
{
	finding->status = RESULT_SUPPRESSED;
	finding->flag = FLAG_CANNOT_TELL;
	finding->value_compared = (double)NAN;
	finding->note = result_status_note(RESULT_SUPPRESSED);
}

/* ---- the tenth that fared worst ---- */

/* The change at or below which, on the good side, a tenth of the people lie. */
static double tail_of(const struct frame *frame, const struct sample *sample, int64_t *n)
{
	const struct value_count *counts;
	size_t count = sample_counts(frame->samples, sample, &counts), i;
	bool up = indicator_of(frame->block)->direction == DIRECTION_UP;
	int64_t below = 0;

	*n = sample_sums(frame->samples, sample).n;
	for (i = 0; i < count; i++) {
		const struct value_count *at = &counts[up ? i : count - 1 - i];

		below += at->count;
		if (below * TAIL >= *n)
			return (double)at->value / (double)frame->block->scale;
	}
	return (double)NAN;
}

static void judge_tail(struct finding *finding)
{
	const struct indicator *indicator = indicator_of(finding->frame->block);
	double further =
		sign_of_harm(indicator) * (finding->result.estimate - finding->value_compared);

	if (finding->n < TAIL_PEOPLE || finding->n_compared < TAIL_PEOPLE ||
		isnan(finding->result.estimate)) {
		finding->status = RESULT_TOO_FEW;
		finding->value_compared = (double)NAN;
	} else {
		finding->flag =
			further > 0 && !(further < indicator->mid) ? FLAG_POSSIBLE : FLAG_NONE;
	}
}

void harm_tail(struct frame frame)
{
	const struct study *study = study_load();
	const struct indicator *indicator = indicator_of(frame.block);
	struct sample sample = { CHANGE, frame.round_from, frame.round_to, frame.arm, "", "" };
	struct finding finding = { .screen = SCREEN_LOWER_TAIL,
		.frame = &frame,
		.contrast = contrast_names[CONTRAST_DID],
		.method = "percentile" };

	frame.pairs = true;
	finding.result = contrast_refuse(tail_of(&frame, &sample, &finding.n), STAT_OK);
	sample.arm = study->arm_comparison;
	finding.value_compared = tail_of(&frame, &sample, &finding.n_compared);
	if (finding.n == 0 || finding.n_compared == 0)
		return;
	judge_tail(&finding);
	if (indicator->sensitive && study->min_people > 0)
		hide(&finding);
	else
		finding.note = result_status_note(finding.status);
	if (finding.status == RESULT_OK && study_weighted())
		note_add(&finding.note, result_note(NOTE_UNWEIGHTED));
	harm_put(&finding);
}

/* ---- harms that people report ---- */

static enum harm_flag judge_reported(
	const struct indicator *indicator, const struct contrast *level)
{
	double mid = isnan(indicator->mid) ? 0 : indicator->mid;

	if (indicator->direction != DIRECTION_DOWN)
		return FLAG_CANNOT_TELL;
	if (level->conf_low > mid)
		return FLAG_HARM;
	return level->estimate > 0 ? FLAG_POSSIBLE : FLAG_NONE;
}

void harm_reported(struct frame frame)
{
	const struct indicator *indicator = indicator_of(frame.block);
	struct sample sample = { LEVEL, NO_NAME, frame.round_to, frame.arm, frame.group,
		frame.group_value };
	struct estimate estimate = estimate_of(frame.samples, &sample);
	struct finding finding = { .screen = SCREEN_REPORTED,
		.frame = &frame,
		.contrast = "level",
		.method = study_weighted() ? "survey_t" : "cr2_t",
		.n = estimate.sums.n,
		.n_compared = -1,
		.result = estimate.mean,
		.value_compared = (double)NAN,
		.status = estimate.status };

	frame.round_from = NO_NAME;
	if (estimate.status == RESULT_NOT_ASKED)
		return;
	if (estimate_stands(estimate.status))
		finding.flag = judge_reported(indicator, &estimate.mean);
	if (indicator->type == INDICATOR_BINARY)
		finding.result.conf_low = fmax(0, finding.result.conf_low);
	finding.note = result_status_note(estimate.status);
	if (estimate.status == RESULT_OK)
		note_add(&finding.note, estimate.note);
	harm_put(&finding);
}

/* ---- the share that got worse ---- */

void harm_share(struct frame frame, enum contrast_kind kind)
{
	const struct study *study = study_load();
	struct comparison comparison;
	struct finding finding;

	frame.kind = kind;
	frame.arm_comparison = study->arm_comparison;
	frame.pairs = true;
	comparison = compare(&frame);
	finding = finding_of(&frame,
		kind == CONTRAST_DID ? SCREEN_WORSE_SHARE_DIFFERENCE : SCREEN_WORSE_SHARE,
		&comparison);
	if (!frame.asked)
		return;
	if (kind == CONTRAST_CHANGE) {
		finding.result.conf_low = fmax(0, finding.result.conf_low);
		finding.result.p_value = (double)NAN;
		if (estimate_stands(finding.status) && !(finding.result.estimate > 0))
			finding.flag = FLAG_NONE;
	} else {
		finding.flag = judge(&finding, 1, (double)NAN, comparison.few);
	}
	if (indicator_of(frame.block)->sensitive && study->min_people > 0)
		hide(&finding);
	harm_put(&finding);
}
