/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a row of gaps.csv, empty where a number would mislead. */
#include "result/gap.h"

#include <math.h>

#include "result/phrase.h"
#include "result/tested.h"
#include "study/frozen.h"

const char *const fell_behind_names[BEHIND_COUNT] = { "cannot_tell", "no", "possibly", "yes" };

enum fell_behind fell_behind(
	double conf_low, double conf_high, enum direction direction, double mid, bool few)
{
	double low = direction == DIRECTION_DOWN ? -conf_high : conf_low;
	double high = direction == DIRECTION_DOWN ? -conf_low : conf_high;

	if (direction == DIRECTION_NONE || isnan(low))
		return BEHIND_CANNOT_TELL;
	if (high < 0)
		return few ? BEHIND_POSSIBLY : BEHIND_YES;
	return !few && (low >= 0 || low > -mid) ? BEHIND_NO : BEHIND_CANNOT_TELL;
}

/* ---- the two sides ---- */

/* One value of the group; n is negative where there is no earlier round. */
struct side {
	int64_t n_from, n_to;
	double from, to;
};

static double mean_of(const struct frame *frame, size_t cell, bool weighted)
{
	return weighted ? frame->weighted[cell].mean : frame->moments[cell].mean;
}

/* Between arms: the mean change of the comparison arm, then of the arm. */
static struct side side_of_arms(const struct frame *frame, size_t which, bool weighted)
{
	size_t half = frame->cell_count / 2, k = frame->pairs ? which : 2 * which;

	if (frame->pairs)
		return (struct side){ frame->sums[k].n, frame->sums[half + k].n,
			mean_of(frame, k, weighted), mean_of(frame, half + k, weighted) };
	return (struct side){ frame->sums[k].n + frame->sums[k + 1].n,
		frame->sums[half + k].n + frame->sums[half + k + 1].n,
		mean_of(frame, k + 1, weighted) - mean_of(frame, k, weighted),
		mean_of(frame, half + k + 1, weighted) - mean_of(frame, half + k, weighted) };
}

/* The side of those compared with (0) or of those in focus (1); arms, sides and rounds follow each
 * other in the cells, rounds fastest. */
static struct side side_of(const struct frame *frame, size_t which, bool weighted)
{
	struct side side = { -1, frame->sums[which].n, (double)NAN, (double)NAN };
	size_t k = 2 * which;

	if (between_arms(frame->kind))
		return side_of_arms(frame, which, weighted);
	if (!between_rounds(frame->kind)) {
		side.to = mean_of(frame, which, weighted);
	} else if (frame->pairs) {
		side.n_from = side.n_to;
		frame_levels(frame, which, weighted, &side.from, &side.to);
	} else {
		side = (struct side){ frame->sums[k].n, frame->sums[k + 1].n,
			mean_of(frame, k, weighted), mean_of(frame, k + 1, weighted) };
	}
	return side;
}

/* ---- the row ---- */

static void put_sizes(
	const struct side *focal, const struct side *compared, const struct contrast *result)
{
	const struct side *const sides[] = { focal, compared };
	size_t i;

	for (i = 0; i < 2; i++) {
		if (sides[i]->n_from < 0)
			put_missing(output);
		else
			put_integer(output, sides[i]->n_from);
		put_integer(output, sides[i]->n_to);
	}
	put_clusters(result);
}

static void put_values(const struct side *focal, const struct side *compared, double estimate)
{
	double gap_from = focal->from - compared->from, gap_to = focal->to - compared->to;

	put_number(output, focal->from);
	put_number(output, focal->to);
	put_number(output, compared->from);
	put_number(output, compared->to);
	put_number(output, gap_from);
	put_number(output, focal->n_from < 0 ? estimate : gap_to);
	put_number(output, estimate);
}

static void put_behind(const struct frame *frame, const struct comparison *comparison, bool tested)
{
	const struct indicator *indicator = indicator_of(frame->block);
	const struct contrast *result = &comparison->result;
	enum fell_behind behind = BEHIND_CANNOT_TELL;

	if (!between_rounds(frame->kind) || indicator->direction == DIRECTION_NONE) {
		put_missing(output);
		return;
	}
	if (tested)
		behind = fell_behind(result->conf_low, result->conf_high, indicator->direction,
			indicator->mid, comparison->few);
	put_string(output, fell_behind_names[behind]);
}

void gap_put(const struct frame *frame, const struct comparison *comparison)
{
	const struct indicator *indicator = indicator_of(frame->block);
	enum result_status status = comparison_status(frame, comparison);
	struct side compared = side_of(frame, 0, comparison->weighted);
	struct side focal = side_of(frame, 1, comparison->weighted);
	bool stands = estimate_stands(status), tested = status == RESULT_OK;

	comparison_put_keys(frame);
	put_sizes(&focal, &compared, &comparison->result);
	if (!stands)
		focal.from = focal.to = compared.from = compared.to = (double)NAN;
	put_values(&focal, &compared, stands ? comparison->result.estimate : (double)NAN);
	put_test(&comparison->result, tested);
	put_string(output, comparison->method);
	put_string(output, comparison->se_method);
	put_behind(frame, comparison, tested);
	put_string(output, keep_format("exploratory:%s", goals_load()->list[indicator->goal].name));
	put_string(output, frozen_planned(frame->block->indicator, frame->group));
	put_string(output, result_status_name(status));
	put_note(output, comparison_notes(frame, comparison, status));
	end_row(output);
}
