/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with several answers as a family of indicators over one denominator. */
#ifndef STUDY_INDICATOR_MULTIPLE_H
#define STUDY_INDICATOR_MULTIPLE_H

#include "study/study.h"

/* Indicators under way. */
struct indicator_list {
	struct indicator *list;
	size_t count, capacity;
};

/*
 * Appends what a row of type multiple stands for: NAME, how many options were chosen, then for each
 * option of the question a binary NAME_OPTION. `text` is the question (as `${q}` or `q`; blank: of the
 * row's name), then options that mean none of the others, each with a minus: `${q} -none`; they count
 * as nothing. Whoever was not asked has no value of any of them. Names are claimed in `seen`.
 */
void multiple_expand(struct indicator_list *into, const struct indicator *row, const char *text,
	struct names *seen);

#endif
