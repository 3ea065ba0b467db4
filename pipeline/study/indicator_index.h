/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An index: indicators brought to 0-100, turned so that up is good, and averaged. */
#ifndef STUDY_INDICATOR_INDEX_H
#define STUDY_INDICATOR_INDEX_H

#include "study/study.h"

/* Fills members and denominator of the index list[which]; `text` names its members, separated by
 * blanks, or is `goal` for all other indicators of its goal. Members that are unknown, indices
 * themselves, without a scale or without a direction are faults. */
void index_members(struct indicator *list, size_t count, size_t which, const char *text);

/* How many members must be answered: index_min of them, rounded up, at least one. */
size_t index_least(const struct indicator *index);

#endif
