/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds to an index those who have another value of a group than the one in focus. */
#include <string.h>

#include "result/sample.h"
#include "result/sample_index.h"

/* Whether a bucket holds another value of the group. */
static bool is_other(const struct bucket *bucket, const char *group, const char *focal)
{
	return strcmp(bucket->group, group) == 0 && strcmp(bucket->group_value, focal) != 0;
}

static bool alike(const struct bucket *a, const struct bucket *b)
{
	return a->kind == b->kind && a->measure == b->measure && a->round_from == b->round_from &&
		a->round == b->round;
}

/* Whether a bucket before number `at` is of the same kind and rounds, so that it is done. */
static bool done_before(
	const struct samples *samples, size_t at, const char *group, const char *focal)
{
	size_t i;

	for (i = 0; i < at; i++)
		if (is_other(&samples->buckets[i], group, focal) &&
			alike(&samples->buckets[i], &samples->buckets[at]))
			return true;
	return false;
}

static void append(struct samples *samples, const struct bucket *more)
{
	samples->rows = grow(samples->rows, &samples->row_capacity,
		samples->row_count + more->count, sizeof(const struct tally_row *));
	memcpy(samples->rows + samples->row_count, samples->rows + more->first,
		more->count * sizeof(const struct tally_row *));
	samples->row_count += more->count;
}

/* One bucket of all that are like number `first`, from there on. */
static void join(
	struct samples *samples, size_t first, size_t end, const char *group, const char *focal)
{
	struct bucket joined = samples->buckets[first];
	size_t i;

	joined.group_value = "";
	joined.first = samples->row_count;
	for (i = first; i < end; i++)
		if (is_other(&samples->buckets[i], group, focal) &&
			alike(&samples->buckets[i], &joined))
			append(samples, &samples->buckets[i]);
	joined.count = samples->row_count - joined.first;
	samples->buckets = grow(samples->buckets, &samples->bucket_capacity,
		samples->bucket_count + 1, sizeof(*samples->buckets));
	samples->buckets[samples->bucket_count++] = joined;
	bucket_order(samples, &joined);
}

void sample_others(struct samples *samples, const char *group, const char *focal)
{
	size_t end = samples->bucket_count, i;

	for (i = 0; i < end; i++)
		if (is_other(&samples->buckets[i], group, focal) &&
			!done_before(samples, i, group, focal))
			join(samples, i, end, group, focal);
}
