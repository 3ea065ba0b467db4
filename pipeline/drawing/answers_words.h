/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what the chart of answers shows: its title, feet, and words for those who cannot see it. */
#ifndef DRAWING_ANSWERS_WORDS_H
#define DRAWING_ANSWERS_WORDS_H

#include "drawing/answers.h"

/* By the verdicts of the questions; where there are none, what is shown. */
struct text answers_title(const struct answers *answers, const struct scene *scene);

void answers_feet(const struct answers *answers, const struct scene *scene);

/* The first four questions in the first arm, from the first to the last round. */
struct text answers_alternative(const struct answers *answers);

#endif
