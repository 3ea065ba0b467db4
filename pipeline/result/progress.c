/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds targets against estimates. */
#include "result/progress.h"

#include <math.h>

#include "result/comparison.h"
#include "result/design.h"
#include "result/phrase.h"
#include "result/sample_index.h"

const char *const reached_names[REACHED_COUNT] = { "reached", "not_reached", "possibly_reached",
	"possibly_not_reached", "unclear", "not_measured" };

struct text reached_text(enum reached reached)
{
	static const struct text words[REACHED_COUNT] = {
		[REACHED_YES] = { "target reached", "sasaran tercapai" },
		[REACHED_NO] = { "target not reached", "sasaran belum tercapai" },
		[REACHED_POSSIBLY] = { "target possibly reached", "sasaran mungkin tercapai" },
		[REACHED_POSSIBLY_NOT] = { "target possibly not reached",
			"sasaran mungkin belum tercapai" },
		[REACHED_UNCLEAR] = { "cannot tell whether the target is reached",
			"belum dapat dipastikan apakah sasaran tercapai" },
		[REACHED_NOT_MEASURED] = { "not assessable", "tidak dapat dinilai" },
	};

	return words[reached];
}

/* ---- reached or not ---- */

/* 1 where more is better, -1 where less is; 0 where nobody can say. */
static double sense_of(const struct progress *progress, const struct indicator *indicator)
{
	double distance = progress->target->value - progress->before.mean.estimate;

	if (indicator->direction != DIRECTION_NONE)
		return indicator->direction == DIRECTION_UP ? 1 : -1;
	return distance > 0 ? 1 : distance < 0 ? -1 : 0;
}

static enum reached judge(const struct progress *progress, double sense)
{
	const struct contrast *after = &progress->after.mean;
	double target = sense * progress->target->value;
	double low = sense > 0 ? after->conf_low : -after->conf_high;
	double high = sense > 0 ? after->conf_high : -after->conf_low;
	bool few = has_villages() && after->clusters < FEW_VILLAGES;

	if (progress->after.status != RESULT_OK || sense == 0)
		return REACHED_UNCLEAR;
	if (low >= target)
		return few ? REACHED_POSSIBLY : REACHED_YES;
	if (high < target)
		return few ? REACHED_POSSIBLY_NOT : REACHED_NO;
	return REACHED_UNCLEAR;
}

/* ---- the way covered ---- */

/* Squared standard error of a contrast of the two levels by the headline's method. */
static double variance_of(const struct samples *samples, const struct sample *cells,
	const double *weights, double *df, enum stat_status *status)
{
	struct text ignored = { "", "" };
	const struct cluster_cell *parts;
	struct contrast contrast;

	if (study_weighted()) {
		contrast = design_of(samples, cells, 2, weights, &ignored).contrast;
	} else {
		size_t count = sample_parts(samples, cells, 2, &parts);

		contrast = cluster_contrast(
			parts, count, weights, 2, samples->block->scale, study_load()->confidence);
	}
	*df = contrast.df;
	*status = contrast.status;
	return contrast.status == STAT_OK ? contrast.std_error * contrast.std_error : 0;
}

static bool refuses(enum stat_status status)
{
	return status != STAT_OK && status != STAT_ZERO_VAR;
}

static struct ratio way_of(
	const struct samples *samples, const struct sample *cells, const struct progress *progress)
{
	static const double weights[3][2] = { { 1, 0 }, { 0, 1 }, { -1, 1 } };
	const double nan = (double)NAN;
	double variance[3], df[3], before = progress->before.mean.estimate;
	struct ratio_parts parts;
	size_t i;

	for (i = 0; i < 3; i++) {
		enum stat_status status;

		variance[i] = variance_of(samples, cells, weights[i], &df[i], &status);
		if (refuses(status))
			return (struct ratio){ nan, nan, nan, status };
	}
	parts = (struct ratio_parts){ progress->after.mean.estimate - before,
		progress->target->value - before, variance[2], variance[0],
		(variance[0] - variance[1] + variance[2]) / 2,
		!isnan(df[2])          ? df[2]
			: isnan(df[0]) ? (double)INFINITY
				       : df[0] };
	if (fabs(parts.denominator) < 2 * sqrt(variance[0]))
		return (struct ratio){ nan, nan, nan, STAT_UNBOUNDED };
	return ratio_fieller(&parts, study_load()->confidence);
}

static bool stands(enum result_status status)
{
	return status == RESULT_OK || status == RESULT_ZERO_VAR;
}

static void set_way(const struct samples *samples, const struct sample *cells, double sense,
	struct progress *progress)
{
	double distance = sense * (progress->target->value - progress->before.mean.estimate);

	if (!stands(progress->before.status)) {
		progress->status = progress->before.status;
		return;
	}
	if (!(distance > 0)) {
		progress->status = RESULT_NO_DISTANCE;
		return;
	}
	progress->way = way_of(samples, cells, progress);
	progress->status = result_status(progress->way.status);
}

struct progress progress_of(
	const struct samples *samples, const struct target *target, const char *arm)
{
	const double nan = (double)NAN;
	struct sample cells[2] = { { LEVEL, NO_NAME, 0, arm, target->group, target->group_value },
		{ LEVEL, NO_NAME, target->round, arm, target->group, target->group_value } };
	struct progress progress = { .target = target,
		.arm = arm,
		.way = { nan, nan, nan, STAT_OK },
		.reached = REACHED_NOT_MEASURED,
		.status = RESULT_NOT_YET,
		.note = { "", "" } };
	double sense;

	progress.before = estimate_of(samples, &cells[0]);
	if (target->round == NO_NAME)
		return progress;
	progress.after = estimate_of(samples, &cells[1]);
	progress.status = progress.after.status;
	if (!stands(progress.after.status))
		return progress;
	progress.note = progress.after.note;
	sense = sense_of(&progress, indicator_of(samples->block));
	progress.reached = judge(&progress, sense);
	if (progress.after.status == RESULT_OK)
		set_way(samples, cells, sense, &progress);
	return progress;
}
