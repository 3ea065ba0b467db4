/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting by value. */
#ifndef TALLY_SORT_H
#define TALLY_SORT_H

#include "kit/kit.h"

/* A value, and whose it is. Without a gap behind, since there may be one for every person. */
struct sorted {
	int64_t value;
	uint32_t of;
} __attribute__((packed, aligned(4)));

/* Sorts by value; equal values keep their order. `room` is for as many and is overwritten. */
void sort_by_value(struct sorted *list, struct sorted *room, size_t count);

#endif
