/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet choices.csv of a form as lists. */
#ifndef STUDY_CHOICES_H
#define STUDY_CHOICES_H

#include "study/study.h"

struct choices {
	size_t count;
	struct choice_list *lists; /* never moves: questions point into it */
	size_t label_count;        /* languages of the sheet */
	const char ****labels;     /* list, choice -> label_count texts */
};

/* Reads the sheet; none where the file is absent. Repeated codes of a list are faults. */
void choices_load(struct choices *choices, const char *file);

/* The list of that name, or NULL. `or_other` of a question gives it a choice `other`. */
const struct choice_list *choices_list(struct choices *choices, const char *name, bool or_other);

#endif
