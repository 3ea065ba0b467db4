/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of answers held in memory, packed, to be gone through more than once. */
#ifndef SCORING_HELD_H
#define SCORING_HELD_H

#include "kit/kit.h"

struct held;

/* For rows of `columns` fields, of which only those marked in `used` (live until the end) are held. */
struct held *held_new(const bool *used, size_t columns);

void held_add(struct held *held, const struct value *values);
size_t held_count(const struct held *held);

/* The fields of a row, valid until the next call; those that are not held are missing. */
const struct value *held_row(struct held *held, size_t row);

#endif
