/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each person lacks of an index built by alkire_foster. */
#ifndef SPREAD_LACKING_H
#define SPREAD_LACKING_H

#include "people/people.h"

/* Takes up an index for all rows of the store; those below are about it. */
void lacking_begin(const struct people *people, size_t index);

/* The weight of the members that the person of a row lacks; NO_VALUE where the index has no value,
 * as some member was not answered, or the person is none of those it is about. */
int64_t lacking_weight(uint32_t row);

/* Whether it has none though some members were answered, but not all. */
bool lacking_dropped(uint32_t row);

/* 1 where the person has too little of one of the members (its number in the index), else 0;
 * NO_VALUE where it was not answered. */
int64_t lacking_member(uint32_t row, size_t member);

#endif
