/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sorting by value, a few bits at a time from the lowest (radix sort): amounts take three passes where
 * comparing would take twenty.
 */
#include "tally/sort.h"

#include <stdlib.h>
#include <string.h>

enum { BITS = 11, BUCKETS = 1 << BITS };

/* Moves indices into `into` in the order of some bits of value - low. */
static void pass(const uint32_t *indices, uint32_t *into, size_t count, const int64_t *values,
	int64_t low, int shift)
{
	size_t start[BUCKETS + 1] = { 0 }, i;

	for (i = 0; i < count; i++)
		start[(((uint64_t)(values[indices[i]] - low) >> shift) & (BUCKETS - 1)) + 1]++;
	for (i = 1; i < BUCKETS; i++)
		start[i] += start[i - 1];
	for (i = 0; i < count; i++)
		into[start[((uint64_t)(values[indices[i]] - low) >> shift) & (BUCKETS - 1)]++] =
			indices[i];
}

void sort_by_value(uint32_t *indices, size_t count, const int64_t *values)
{
	static uint32_t *other;
	static size_t capacity;
	uint32_t *from = indices, *into, *emptied;
	int64_t low = INT64_MAX, high = INT64_MIN;
	size_t i;
	int shift;

	for (i = 0; i < count; i++) {
		low = values[indices[i]] < low ? values[indices[i]] : low;
		high = values[indices[i]] > high ? values[indices[i]] : high;
	}
	into = other = grow(other, &capacity, count, sizeof(*other));
	for (shift = 0; count > 0 && shift < 64 && (uint64_t)(high - low) >> shift > 0;
		shift += BITS) {
		pass(from, into, count, values, low, shift);
		emptied = from;
		from = into;
		into = emptied;
	}
	if (from != indices)
		memcpy(indices, from, count * sizeof(*indices));
}
