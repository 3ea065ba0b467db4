/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting by value. */
#ifndef TALLY_SORT_H
#define TALLY_SORT_H

#include "kit/kit.h"

/* Sorts indices by the values they stand for; equal values keep their order. */
void sort_by_value(uint32_t *indices, size_t count, const int64_t *values);

#endif
