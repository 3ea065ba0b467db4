/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the village rows of a bucket by the ranks of their texts, and merges those of samples. */
#include "result/members.h"

#include <string.h>

/* The members of a bucket in one of the two orders. Those of a block are made when they are first
 * asked for; the memory is used again for the next. */
struct list {
	size_t first; /* of the bucket */
	bool by_arm;
	struct member *members;
	size_t capacity;
};
static struct list *lists;
static size_t list_count, list_capacity, turn;

/* ---- the members of a bucket, sorted ---- */

static uint32_t arm_rank(const struct member *member)
{
	return member->ranks.arm;
}

static uint32_t stratum_rank(const struct member *member)
{
	return member->ranks.stratum;
}

/* Sorts by counting; those of equal rank keep their order. */
static void sort_by(
	struct member *members, size_t count, uint32_t (*rank)(const struct member *member))
{
	static struct member *sorted;
	static size_t *start, sorted_capacity, start_capacity;
	size_t most = 0, i;

	for (i = 0; i < count; i++)
		most = rank(&members[i]) > most ? rank(&members[i]) : most;
	start = grow(start, &start_capacity, most + 2, sizeof(*start));
	memset(start, 0, (most + 2) * sizeof(*start));
	sorted = grow(sorted, &sorted_capacity, count + 1, sizeof(*sorted));
	for (i = 0; i < count; i++)
		start[rank(&members[i]) + 1]++;
	for (i = 1; i <= most; i++)
		start[i] += start[i - 1];
	for (i = 0; i < count; i++)
		sorted[start[rank(&members[i])]++] = members[i];
	if (count > 0)
		memcpy(members, sorted, count * sizeof(*members));
}

/* Rows of a bucket stand in the order of clusters already. */
static void fill(struct list *list, const struct samples *samples, const struct bucket *bucket)
{
	size_t i;

	list->members =
		grow(list->members, &list->capacity, bucket->count + 1, sizeof(*list->members));
	for (i = 0; i < bucket->count; i++) {
		const struct tally_row *row = samples->rows[bucket->first + i];

		list->members[i] = (struct member){ row, samples->ranks[bucket->first + i], row->n,
			row->weights == NULL ? exact_from_int64(row->n) : row->weights->sum_w,
			row->weights == NULL ? row->sum_y : row->weights->sum_wy };
	}
	if (list->by_arm)
		sort_by(list->members, bucket->count, arm_rank);
	sort_by(list->members, bucket->count, stratum_rank);
}

static const struct member *sorted_members(
	const struct samples *samples, const struct bucket *bucket, bool by_arm)
{
	size_t i = 0;

	if (turn != samples->turn)
		list_count = 0;
	turn = samples->turn;
	while (i < list_count && (lists[i].first != bucket->first || lists[i].by_arm != by_arm))
		i++;
	if (i == list_count) {
		lists = grow(lists, &list_capacity, list_count + 1, sizeof(*lists));
		lists[i].first = bucket->first;
		lists[i].by_arm = by_arm;
		list_count++;
		fill(&lists[i], samples, bucket);
	}
	return lists[i].members;
}

/* ---- merged ---- */

/* Moves on to the next member that belongs to the sample. */
static void settle(struct member_source *source)
{
	while (source->next < source->end && source->cell != VISITED &&
		(source->next->n == 0 ||
			(source->one_arm && source->next->ranks.arm != source->arm)))
		source->next++;
}

/* Finds the rank of the sample's arm; without a row of it the source is empty. */
static void find_arm(struct member_source *source, const struct sample *sample)
{
	const struct member *member = source->next;

	while (member < source->end && !in_arm(member->row, sample))
		member++;
	source->one_arm = sample->arm != NULL;
	source->next = member;
	if (member < source->end)
		source->arm = member->ranks.arm;
}

static void add_source(struct members *members, const struct samples *samples,
	const struct sample *sample, size_t cell)
{
	const struct bucket *bucket = bucket_find(samples, VILLAGE_ROW, sample);
	struct member_source *source = &members->sources[members->count];
	size_t i;

	if (bucket == NULL)
		return;
	source->next = sorted_members(samples, bucket, members->by_arm);
	source->end = source->next + bucket->count;
	source->cell = cell;
	for (i = 0; cell == VISITED && i < members->count; i++)
		if (members->sources[i].cell == VISITED && members->sources[i].end == source->end)
			return;
	find_arm(source, sample);
	settle(source);
	members->count++;
}

struct sample everybody(const struct sample *sample)
{
	struct sample all = *sample;

	all.arm = NULL;
	all.group = all.group_value = "";
	return all;
}

void members_begin(struct members *members, const struct samples *samples,
	const struct sample *cells, size_t cell_count, bool by_arm)
{
	size_t k;

	members->by_arm = by_arm;
	members->count = 0;
	for (k = 0; k < cell_count; k++)
		add_source(members, samples, &cells[k], k);
	for (k = 0; k < cell_count; k++) {
		struct sample all = everybody(&cells[k]);

		add_source(members, samples, &all, VISITED);
	}
}

bool same_stratum(const struct members *members, const struct member *a, const struct member *b)
{
	return a->ranks.stratum == b->ranks.stratum &&
		(!members->by_arm || a->ranks.arm == b->ranks.arm);
}

bool same_cluster(const struct members *members, const struct member *a, const struct member *b)
{
	return a->ranks.cluster == b->ranks.cluster && same_stratum(members, a, b);
}

static bool is_before(const struct members *members, const struct member *a, const struct member *b)
{
	if (a->ranks.stratum != b->ranks.stratum)
		return a->ranks.stratum < b->ranks.stratum;
	if (members->by_arm && a->ranks.arm != b->ranks.arm)
		return a->ranks.arm < b->ranks.arm;
	return a->ranks.cluster < b->ranks.cluster;
}

const struct member *members_next(struct members *members, size_t *cell)
{
	struct member_source *lowest = NULL;
	const struct member *member;
	size_t i;

	for (i = 0; i < members->count; i++) {
		struct member_source *source = &members->sources[i];

		if (source->next < source->end &&
			(lowest == NULL || is_before(members, source->next, lowest->next)))
			lowest = source;
	}
	if (lowest == NULL)
		return NULL;
	*cell = lowest->cell;
	member = lowest->next++;
	settle(lowest);
	return member;
}
