/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages chart_* and page_* declare alike; they begin with study_begin(). */
#ifndef DRAWING_OPENING_H
#define DRAWING_OPENING_H

#include "drawing/texts.h"
#include "study/begin.h"

/* --texts, where texts.csv is; the driver gives it. */
extern const struct option_field texts_options[];

/* study_tables, and with them the study's own titles of charts. */
extern const char *const chart_tables[];

/* How the header of a chart's table comes about: `makes_note`. */
extern const char chart_makes_note[];
#endif
