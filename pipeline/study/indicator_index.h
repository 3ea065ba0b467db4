/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An index: which indicators it is made of, with which weights. */
#ifndef STUDY_INDICATOR_INDEX_H
#define STUDY_INDICATOR_INDEX_H

#include "study/study.h"

/* Fills members, weights and denominator of the index list[which]; `text` names its members, separated
 * by blanks, or is `goal` for all other indicators of its goal; `a*2` lets a member count twice. Members
 * that are unknown, named twice, indices themselves or without a direction are faults, and in percent of
 * maximum those without a scale; so are weights beside `icw`, which finds its own. */
void index_members(struct indicator *list, size_t count, size_t which, const char *text);

/* The sum of the declared weights. */
int64_t index_weight(const struct indicator *index);

/* How much weight must be answered: index_min of all members', rounded up, at least 1; of
 * alkire_foster all of it. */
int64_t index_least(const struct indicator *index);

#endif
