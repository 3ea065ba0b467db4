/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rows of trends.csv, and tells what may be said of them. */
#include "drawing/trend_told.h"

#include <math.h>

#include "drawing/amount.h"
#include "trend/columns.h"

bool trend_of_few_villages(const struct trend_told *told)
{
	return study_load()->cluster.count > 0 && told->clusters > 0 &&
		told->clusters < (told->did ? 2 * FEW_VILLAGES : FEW_VILLAGES);
}

/* Up, down, changed or unclear by the interval, of few villages unclear at most; too early by the goal's
 * lag; refused without a number. */
static enum verdict_class class_of(const struct trend_told *told, bool too_early)
{
	if (isnan(told->estimate) || isnan(told->low) || isnan(told->high))
		return CLASS_REFUSED;
	if (too_early)
		return CLASS_TOO_EARLY;
	if ((told->low <= 0 && told->high >= 0) || trend_of_few_villages(told))
		return CLASS_UNCLEAR;
	if (told->indicator->direction == DIRECTION_NONE)
		return CLASS_CHANGED;
	return (told->low > 0) == (told->indicator->direction == DIRECTION_UP) ? CLASS_UP
									       : CLASS_DOWN;
}

static bool wanted(const struct value *needed, const struct scene *scene)
{
	bool compared = *scene->comparison.en != '\0', all = missing(needed[TREND_ARM]);

	if (!missing(needed[TREND_GROUP]) || !same_text(needed[TREND_ROLE], "headline"))
		return false;
	if (!compared)
		return all;
	return same_text(needed[TREND_CONTRAST], "trend_did") ||
		(all && missing(needed[TREND_ESTIMATE]));
}

bool trend_told_read(const struct value *needed, const struct scene *scene, struct trend_told *told)
{
	size_t found = indicator_in(needed, TREND_INDICATOR);

	if (!indicators_load()->list[found].primary || !wanted(needed, scene))
		return false;
	*told = (struct trend_told){
		.indicator = &indicators_load()->list[found],
		.arm = keep_value(needed[TREND_ARM]),
		.did = same_text(needed[TREND_CONTRAST], "trend_did"),
		.estimate = number_or_nan(needed[TREND_ESTIMATE]),
		.low = number_or_nan(needed[TREND_CONF_LOW]),
		.high = number_or_nan(needed[TREND_CONF_HIGH]),
		.p_value = number_or_nan(needed[TREND_P_VALUE]),
		.n = integer_or(needed[TREND_N], -1),
		.clusters = integer_or(needed[TREND_CLUSTERS], -1),
		.status = result_status_read(needed[TREND_STATUS]),
		.note = { keep_value(needed[TREND_NOTE_EN]), keep_value(needed[TREND_NOTE_ID]) },
		.row = stage_input()->record + 1,
	};
	told->verdict = class_of(told, same_text(needed[TREND_LAG], "too_early"));
	return true;
}

struct amount trend_amount(const struct trend_told *told)
{
	double factor = shown_factor(told->indicator);

	return amount_of(told->indicator, NULL, 0, told->low * factor, told->high * factor,
		(told->high - told->low) * factor);
}
