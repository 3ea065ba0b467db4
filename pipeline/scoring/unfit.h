/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that do not fit their indicator: all are counted before the data are refused. */
#ifndef SCORING_UNFIT_H
#define SCORING_UNFIT_H

#include "study/study.h"

/* The value `text` of the indicator in the present row of the stage's input does not fit, for this
 * reason. The first ten are said with respondent and round. */
void unfit_note(const struct indicator *indicator, const char *text, struct text reason,
	struct value respondent, struct value round);

/* Refuses (exit 1) if any were noted, with their number. */
void unfit_settle(void);

#endif
