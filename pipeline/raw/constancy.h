/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether respondents stay in the arm or village of their first row. */
#ifndef RAW_CONSTANCY_H
#define RAW_CONSTANCY_H

#include "kit/kit.h"

struct constancy {
	struct text what;    /* as a sentence names it */
	uint32_t *first;     /* of each respondent, 0 where there is none yet */
	size_t changes, row; /* how many rows differ, and the first of them */
};

void constancy_begin(struct constancy *constancy, size_t respondents);

/* Asks for the memory of a respondent whose row is about to come. */
void constancy_fetch(const struct constancy *constancy, size_t respondent);

/* What a row of a respondent says, as a number; 0 says nothing. */
void constancy_note(struct constancy *constancy, size_t row, size_t respondent, uint32_t number);

/* Warns of the changes, if there are any; `at` is where the first of them stands. */
void constancy_warn(const struct constancy *constancy, const struct place *at);

#endif
