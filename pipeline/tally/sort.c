/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sorting by value, a few bits at a time from the lowest (radix sort): amounts take three passes where
 * comparing would take twenty. Values go along with whose they are: looking them up each time made
 * most of the steps a wait for memory.
 */
#include "tally/sort.h"

#include <string.h>

enum { BITS = 11, BUCKETS = 1 << BITS };

/* Moves a list into `into` in the order of some bits of value - low. */
static void pass(
	const struct sorted *list, struct sorted *into, size_t count, int64_t low, int shift)
{
	size_t start[BUCKETS + 1] = { 0 }, i;

	for (i = 0; i < count; i++)
		start[(((uint64_t)(list[i].value - low) >> shift) & (BUCKETS - 1)) + 1]++;
	for (i = 1; i < BUCKETS; i++)
		start[i] += start[i - 1];
	for (i = 0; i < count; i++)
		into[start[((uint64_t)(list[i].value - low) >> shift) & (BUCKETS - 1)]++] = list[i];
}

void sort_by_value(struct sorted *list, struct sorted *room, size_t count)
{
	struct sorted *from = list, *into = room, *emptied;
	int64_t low = INT64_MAX, high = INT64_MIN;
	size_t i;
	int shift;

	for (i = 0; i < count; i++) {
		low = list[i].value < low ? list[i].value : low;
		high = list[i].value > high ? list[i].value : high;
	}
	for (shift = 0; count > 0 && shift < 64 && (uint64_t)(high - low) >> shift > 0;
		shift += BITS) {
		pass(from, into, count, low, shift);
		emptied = from;
		from = into;
		into = emptied;
	}
	if (from != list)
		memcpy(list, from, count * sizeof(*list));
}
