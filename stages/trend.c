/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend: scores of three rounds or more in, the change a year along a straight line out. */
#include "kit/kit.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "trend/block.h"
#include "trend/columns.h"
#include "trend/slope.h"
#include "trend/small.h"

enum { FEWEST_ROUNDS = 3 };

static const struct study *study;
static const struct people *people;

/* ---- one trend: its headline method, then its checks ---- */

static void put(const struct frame *frame, struct slope slope, int64_t n)
{
	slope.n = n;
	slope_put(frame, &slope);
}

/* Checks that ignore villages. */
static void put_checks(const struct frame *frame)
{
	bool share = indicators_load()->list[frame->indicator].type == INDICATOR_BINARY;
	struct repeated ranks;
	struct repeated_tests tests;
	struct slope slope;

	if (frame->panel) {
		ranks = complete_ranks(people, frame->complete, frame->arm, frame->division);
		tests = repeated_tests(&ranks);
		put(frame, check_friedman(frame, &tests), ranks.people);
		put(frame, check_page(frame, &tests), ranks.people);
	} else if (share && study->design == CROSS_SECTION) {
		slope = check_shares(frame);
		slope_put(frame, &slope);
	}
}

static void put_bend(struct frame frame)
{
	struct slope slope;

	frame.bend = true;
	slope = check_bend(&frame);
	slope_put(&frame, &slope);
}

/* Beside a weighted headline what R and Stata give, and everybody counting the same; beside CR2, which
 * leaves strata out, what they change. */
static void put_trend(const struct frame *frame)
{
	bool weighted = study_weighted();
	struct slope slope = slope_headline(frame);
	bool shown = slope.status == RESULT_OK || slope.status == RESULT_ZERO_VAR;

	slope_put(frame, &slope);
	if (shown && (weighted || (frame->headline && study->stratum.count > 0))) {
		slope = slope_survey(frame);
		slope_put(frame, &slope);
	}
	if (shown && weighted && frame->headline) {
		slope = slope_cr2(frame);
		slope_put(frame, &slope);
	}
	if (shown && !frame->did)
		put_checks(frame);
	if (shown && !frame->did && !frame->panel)
		put_bend(*frame);
}

/* ---- whose trends ---- */

/* People measured in every round first, where the study follows people; they are its headline. */
static void put_samples(struct frame frame)
{
	const struct division *list;
	size_t count = divisions(people, &list), i;

	for (i = 0; i < count; i++) {
		frame.division = &list[i];
		if (study->design == PANEL) {
			frame.panel = frame.headline = true;
			if (panel_is_small(&frame))
				slope_put_refused(&frame, RESULT_SUPPRESSED);
			else
				put_trend(&frame);
		}
		frame.panel = false;
		frame.headline = study->design != PANEL;
		put_trend(&frame);
	}
}

static void put_arms(struct frame frame)
{
	frame.arm = ALL_ARMS;
	put_samples(frame);
	for (frame.arm = 0; people->arm_count > 1 && frame.arm < people->arm_count; frame.arm++)
		put_samples(frame);
	frame.did = true;
	for (frame.arm = 0; people->comparison != NO_NAME && frame.arm < people->arm_count;
		frame.arm++)
		if (frame.arm != people->comparison)
			put_samples(frame);
}

static void put_indicator(size_t indicator)
{
	struct course course = course_of(people, indicator);
	struct complete complete;
	const struct division *everybody;
	struct frame frame = { .people = people,
		.indicator = indicator,
		.course = &course,
		.complete = &complete,
		.panel = study->design == PANEL,
		.headline = true,
		.arm = ALL_ARMS };

	divisions(people, &everybody);
	frame.division = everybody;
	if (course.status != RESULT_OK) {
		slope_put_refused(&frame, course.status);
		return;
	}
	complete = complete_of(people, indicator, &course);
	panel_look(people, indicator, &course, &complete);
	frame.samples = samples_of(trend_block(people, indicator, &course, &complete));
	put_arms(frame);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	planned_begin(input);
	people_begin(input);
	study = study_load();
}

/* Two rounds make no trend: the header says all. */
static void end(void)
{
	size_t i;

	people = people_finish();
	if (people->store->rows == 0 || rounds_load()->count < FEWEST_ROUNDS)
		return;
	for (i = 0; i < indicators_load()->count; i++)
		put_indicator(i);
}

static const struct stage stage = {
	.name = "trend",
	.purpose = { "Estimate and test the change a year over three rounds or more.",
		"Memperkirakan dan menguji perubahan per tahun selama tiga putaran atau lebih." },
	.tables = planned_tables,
	.needs = people_needs,
	.makes = trend_columns,
	.begin = begin,
	.row = people_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
