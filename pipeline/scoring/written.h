/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores as they are written: on their lattice, and only those that fit their indicator. */
#ifndef SCORING_WRITTEN_H
#define SCORING_WRITTEN_H

#include <math.h>

#include "scoring/scoring.h"

/* What written_score() gives for any value. */
struct value written_any(const struct scored *one, const struct value *keys, char text[32]);

/* The text of an indicator's present value, empty where it is missing. What does not fit the indicator
 * (a text, no 0 or 1, outside its scale, too long) is noted for unfit_settle(), with the respondent and
 * round among the row's `keys`, and is missing. The text is in `text`, or lives as long as the row's
 * answers do. */
static inline struct value written_score(
	const struct scored *one, const struct value *keys, char text[32])
{
	const struct memory *memory = one->memory;

	/* what is remembered was checked when it was written first */
	if (memory != NULL && (memory->length > 0 || isnan(memory->number)))
		return (struct value){ memory->text, memory->length };
	return written_any(one, keys, text);
}

/* The same of what a ratio is divided by, after written_score(). */
struct value written_per(const struct scored *one, const struct value *keys, char text[32]);

#endif
