/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages chart_* and page_* have in common: their option, the study's tables, their `begin`. */
#ifndef DRAWING_OPENING_H
#define DRAWING_OPENING_H

#include "drawing/texts.h"

/* --texts, where texts.csv is; the driver gives it. */
extern const struct option_field texts_options[];

/* The study's tables that words are taken from; a chart's also has titles of the study's own. */
extern const char *const page_tables[], *const chart_tables[];

/* How the header of a chart's table comes about: `makes_note`. */
extern const char chart_makes_note[];

/* Loads the study, its rounds, indicators and groups, and stops at faults. */
void texts_begin(const struct reader *input);

#endif
