/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a contrast becomes a statistic. */
#include "spread/finish.h"

#include <math.h>

#include "result/comparison.h"

enum { LOW_DF = 4, FEW_WEIGHTED = 10 };

struct statistic statistic_none(const char *method)
{
	const double nan = (double)NAN;

	return (struct statistic){ nan, nan, nan, nan, nan, method, RESULT_OK, { "", "" },
		{ "", "" } };
}

void statistic_take(
	struct statistic *result, const struct cell *cell, const struct contrast *contrast)
{
	result->status = result_status(contrast->status);
	if (result->status == RESULT_OK || result->status == RESULT_ZERO_VAR)
		result->estimate = contrast->estimate;
	if (result->status != RESULT_OK)
		return;
	result->std_error = contrast->std_error;
	result->df = contrast->df;
	result->conf_low = contrast->conf_low;
	result->conf_high = contrast->conf_high;
	if (has_villages() && contrast->df < LOW_DF)
		note_add(&result->note, result_note(NOTE_LOW_DF));
	if (has_villages() && study_weighted() && cell->villages < FEW_WEIGHTED)
		note_add(&result->note, result_note(NOTE_FEW_WEIGHTED));
}
