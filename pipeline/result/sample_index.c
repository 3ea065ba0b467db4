/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the index of a tally block in one counting sort; its memory is used again for the next. */
#include "result/sample_index.h"

#include <stdlib.h>
#include <string.h>

#include "result/byte_order.h"
#include "result/ratio.h"

static struct samples samples;
static struct byte_order clusters, arms, strata; /* of all blocks so far */
static size_t *bucket_of; /* of each row of the block, NO_NAME for rows that no sample uses */
static size_t bucket_of_capacity;

/* ---- buckets ---- */

static bool same_bucket(const struct bucket *bucket, const struct tally_row *row)
{
	return bucket->kind == row->kind && bucket->measure == row->measure &&
		bucket->round_from == row->round_from && bucket->round == row->round &&
		bucket->group == row->group && bucket->group_value == row->group_value;
}

/* Rows of a bucket mostly stand together or return in a cycle, so the search goes on where the one
 * before ended. */
static size_t bucket_number(const struct tally_row *row, size_t hint)
{
	struct bucket *bucket;
	size_t i;

	for (i = 0; i < samples.bucket_count; i++) {
		size_t at = (hint + i) % samples.bucket_count;

		if (same_bucket(&samples.buckets[at], row))
			return at;
	}
	samples.buckets = grow(samples.buckets, &samples.bucket_capacity, samples.bucket_count + 1,
		sizeof(*samples.buckets));
	bucket = &samples.buckets[samples.bucket_count];
	*bucket = (struct bucket){ row->kind, row->measure, row->round_from, row->round, row->group,
		row->group_value, 0, 0 };
	return samples.bucket_count++;
}

static void number_rows(const struct tally_block *block)
{
	size_t hint = 0, i;

	bucket_of = grow(bucket_of, &bucket_of_capacity, block->count, sizeof(*bucket_of));
	for (i = 0; i < block->count; i++) {
		const struct tally_row *row = &block->rows[i];

		bucket_of[i] = NO_NAME;
		if (row->measure != LEVEL && row->measure != CHANGE)
			continue;
		hint = bucket_number(row, hint);
		bucket_of[i] = hint;
		samples.buckets[hint].count++;
	}
}

static void place_rows(const struct tally_block *block)
{
	size_t total = 0, i;

	for (i = 0; i < samples.bucket_count; i++) {
		samples.buckets[i].first = total;
		total += samples.buckets[i].count;
		samples.buckets[i].count = 0;
	}
	samples.rows =
		grow(samples.rows, &samples.row_capacity, total, sizeof(const struct tally_row *));
	for (i = 0; i < block->count; i++) {
		struct bucket *bucket;

		if (bucket_of[i] == NO_NAME)
			continue;
		bucket = &samples.buckets[bucket_of[i]];
		samples.rows[bucket->first + bucket->count++] = &block->rows[i];
	}
	samples.row_count = total;
}

/* ---- order within buckets ---- */

static void rank_texts(const struct tally_block *block)
{
	size_t i;

	for (i = 0; i < block->count; i++)
		if (block->rows[i].kind == VILLAGE_ROW) {
			byte_order_add(&clusters, block->rows[i].cluster);
			byte_order_add(&arms, block->rows[i].arm);
			byte_order_add(&strata, study_stratum(block->rows[i].stratum));
		}
	byte_order_settle(&clusters);
	byte_order_settle(&arms);
	byte_order_settle(&strata);
}

static struct row_ranks ranks_of(const struct tally_row *row)
{
	return (struct row_ranks){ byte_order_of(&clusters, row->cluster),
		byte_order_of(&arms, row->arm),
		byte_order_of(&strata, study_stratum(row->stratum)) };
}

/* Village rows by cluster, arm and stratum; value rows by value and arm. Sums are exact, so only
 * the first key matters to results; the others make the order one of content alone. */
static int compare_rows(const void *left, const void *right)
{
	const struct tally_row *a = *(const struct tally_row *const *)left;
	const struct tally_row *b = *(const struct tally_row *const *)right;
	int order = 0;

	if (a->kind == VILLAGE_ROW && a->cluster != b->cluster)
		order = strcmp(a->cluster, b->cluster);
	if (a->kind == VALUE_ROW)
		order = (a->value > b->value) - (a->value < b->value);
	if (order == 0 && a->arm != b->arm)
		order = strcmp(a->arm, b->arm);
	if (order == 0 && a->stratum != b->stratum)
		order = strcmp(a->stratum, b->stratum);
	return order;
}

static void sort_rows(const struct bucket *bucket)
{
	const struct tally_row **rows = samples.rows + bucket->first;
	size_t i;

	for (i = 1; i < bucket->count; i++) {
		if (compare_rows(&rows[i - 1], &rows[i]) > 0) {
			qsort(rows, bucket->count, sizeof(const struct tally_row *), compare_rows);
			break;
		}
	}
}

void bucket_order(struct samples *index, const struct bucket *bucket)
{
	size_t i;

	index->ranks =
		grow(index->ranks, &index->rank_capacity, index->row_count, sizeof(*index->ranks));
	sort_rows(bucket);
	for (i = bucket->first; bucket->kind == VILLAGE_ROW && i < bucket->first + bucket->count;
		i++)
		index->ranks[i] = ranks_of(index->rows[i]);
}

static void order_rows(void)
{
	size_t i;

	for (i = 0; i < samples.bucket_count; i++)
		bucket_order(&samples, &samples.buckets[i]);
}

/* ---- arms and groups ---- */

static int compare_texts(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void list_arms(const struct tally_block *block)
{
	const char *last = NULL;
	size_t i, j;

	for (i = 0; i < block->count; i++) {
		const char *arm = block->rows[i].arm;

		if (arm == last || arm[0] == '\0')
			continue;
		last = arm;
		for (j = 0; j < samples.arm_count && samples.arms[j] != arm; j++)
			;
		if (j < samples.arm_count)
			continue;
		samples.arms = grow(samples.arms, &samples.arm_capacity, samples.arm_count + 1,
			sizeof(const char *));
		samples.arms[samples.arm_count++] = arm;
	}
	if (samples.arm_count > 1)
		qsort(samples.arms, samples.arm_count, sizeof(const char *), compare_texts);
}

/* Place of a group in groups.csv and of a value in its list; both the count where not found. */
static size_t group_place(const char *name)
{
	const struct groups *groups = groups_load();
	size_t i = 0;

	while (i < groups->count && strcmp(groups->list[i].name, name) != 0)
		i++;
	return i;
}

static size_t value_place(const char *group, const char *value)
{
	const struct groups *groups = groups_load();
	size_t place = group_place(group), i = 0;

	if (place == groups->count)
		return 0;
	while (i < groups->list[place].value_count &&
		strcmp(groups->list[place].values[i].name, value) != 0)
		i++;
	return i;
}

static int compare_groups(const void *left, const void *right)
{
	const struct sample_group *a = left, *b = right;
	size_t place_a = group_place(a->group), place_b = group_place(b->group);
	int order;

	if ((a->group[0] == '\0') != (b->group[0] == '\0'))
		return a->group[0] == '\0' ? -1 : 1;
	if (place_a != place_b)
		return place_a < place_b ? -1 : 1;
	order = strcmp(a->group, b->group);
	if (order != 0)
		return order;
	place_a = value_place(a->group, a->group_value);
	place_b = value_place(b->group, b->group_value);
	if (place_a != place_b)
		return place_a < place_b ? -1 : 1;
	return strcmp(a->group_value, b->group_value);
}

static void list_groups(void)
{
	size_t i, j;

	for (i = 0; i < samples.bucket_count; i++) {
		const struct bucket *bucket = &samples.buckets[i];

		for (j = 0; j < samples.group_count; j++)
			if (samples.groups[j].group == bucket->group &&
				samples.groups[j].group_value == bucket->group_value)
				break;
		if (j < samples.group_count)
			continue;
		samples.groups = grow(samples.groups, &samples.group_capacity,
			samples.group_count + 1, sizeof(*samples.groups));
		samples.groups[samples.group_count++] =
			(struct sample_group){ bucket->group, bucket->group_value };
	}
	if (samples.group_count > 1)
		qsort(samples.groups, samples.group_count, sizeof(*samples.groups), compare_groups);
}

/* ---- the index ---- */

struct samples *samples_of(const struct tally_block *block)
{
	samples.block = block;
	samples.turn++;
	samples.per_unit = is_ratio(block) ? ratio_unit(block) : 1;
	samples.bucket_count = 0;
	samples.arm_count = 0;
	samples.group_count = 0;
	number_rows(block);
	place_rows(block);
	rank_texts(block);
	order_rows();
	list_arms(block);
	list_groups();
	return &samples;
}

const struct bucket *bucket_find(
	const struct samples *index, enum row_kind kind, const struct sample *sample)
{
	size_t i;

	for (i = 0; i < index->bucket_count; i++) {
		const struct bucket *bucket = &index->buckets[i];

		if (bucket->kind == kind && bucket->measure == sample->measure &&
			bucket->round_from == sample->round_from &&
			bucket->round == sample->round &&
			strcmp(bucket->group, sample->group) == 0 &&
			strcmp(bucket->group_value, sample->group_value) == 0)
			return bucket;
	}
	return NULL;
}

uint32_t arm_rank(const struct sample *sample)
{
	return sample->arm == NULL ? ANY_ARM : byte_order_find(&arms, sample->arm);
}
