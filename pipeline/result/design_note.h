/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader must know of the strata behind a number. */
#ifndef RESULT_DESIGN_NOTE_H
#define RESULT_DESIGN_NOTE_H

#include "kit/kit.h"
#include "result/sample.h"
#include "stat/design.h"

/* Refuses a tally without the weights that study.csv declares, and a join of a stratum that the data
 * do not have: else a slip of the pen would go unnoticed. Looks once. */
void check_design(const struct samples *samples);

/* Which strata study.csv joins. */
void note_joins(struct text *note);

/* That strata have a single village, the first of them by this name. */
void note_lonely(const struct design_result *result, const char *name, struct text *note);

#endif
