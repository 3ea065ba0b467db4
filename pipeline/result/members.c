/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the village rows of a bucket by the ranks of their texts, and merges those of samples. */
#include "result/members.h"

#include <string.h>

/* The members of a bucket in one of the two orders. Those of a block are made when they are first
 * asked for; the memory is used again for the next. */
struct list {
	size_t first; /* of the bucket */
	bool by_arm;
	bool all_count; /* each member has people */
	struct member *members;
	size_t capacity;
};
static struct list *lists;
static size_t list_count, list_capacity, turn;

/* Behind all members. */
static const int128 nowhere = (int128)1 << 96;

/* ---- the members of a bucket, sorted ---- */

static uint32_t arm_of(const struct row_ranks *ranks)
{
	return ranks->arm;
}

static uint32_t stratum_of(const struct row_ranks *ranks)
{
	return ranks->stratum;
}

/* Sorts rows, of which `order` holds the numbers, by counting; those of equal rank keep their order. */
static void sort_by(size_t *order, size_t count, const struct row_ranks *ranks,
	uint32_t (*rank)(const struct row_ranks *ranks))
{
	static size_t *sorted, *start, sorted_capacity, start_capacity;
	size_t most = 0, i;

	for (i = 0; i < count; i++)
		most = rank(&ranks[i]) > most ? rank(&ranks[i]) : most;
	start = grow(start, &start_capacity, most + 2, sizeof(*start));
	memset(start, 0, (most + 2) * sizeof(*start));
	sorted = grow(sorted, &sorted_capacity, count, sizeof(*sorted));
	for (i = 0; i < count; i++)
		start[rank(&ranks[i]) + 1]++;
	for (i = 1; i <= most; i++)
		start[i] += start[i - 1];
	for (i = 0; i < count; i++)
		sorted[start[rank(&ranks[order[i]])]++] = order[i];
	memcpy(order, sorted, count * sizeof(*order));
}

/* Where each row of a bucket belongs; they stand in the order of clusters already. */
static const size_t *places_of(const struct row_ranks *ranks, size_t count, bool by_arm)
{
	static size_t *order, *places, order_capacity, place_capacity;
	size_t i;

	order = grow(order, &order_capacity, count, sizeof(*order));
	places = grow(places, &place_capacity, count, sizeof(*places));
	for (i = 0; i < count; i++)
		order[i] = i;
	if (by_arm)
		sort_by(order, count, ranks, arm_of);
	sort_by(order, count, ranks, stratum_of);
	for (i = 0; i < count; i++)
		places[order[i]] = i;
	return places;
}

static void fill(struct list *list, const struct samples *samples, const struct bucket *bucket)
{
	const struct row_ranks *ranks = samples->ranks + bucket->first;
	const size_t *places = places_of(ranks, bucket->count, list->by_arm);
	size_t i;

	list->members = grow(list->members, &list->capacity, bucket->count, sizeof(*list->members));
	list->all_count = true;
	for (i = 0; i < bucket->count; i++) {
		const struct tally_row *row = samples->rows[bucket->first + i];

		list->members[places[i]] = (struct member){ row, ranks[i], row->n,
			row->weights == NULL ? exact_from_int64(row->n) : row->weights->sum_w,
			row->weights == NULL ? row->sum_y : row->weights->sum_wy };
		list->all_count = list->all_count && row->n > 0;
	}
}

static const struct list *sorted_members(
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
	return &lists[i];
}

/* ---- where clusters are ---- */

/* Notes of the clusters of a bucket's rows where they are; false if one was somewhere else before. */
static bool note_homes(const struct samples *samples, const struct bucket *bucket, uint64_t **homes,
	size_t *capacity)
{
	size_t i;

	for (i = bucket->first; i < bucket->first + bucket->count; i++) {
		struct row_ranks ranks = samples->ranks[i];
		uint64_t home = ((uint64_t)ranks.stratum << 32 | ranks.arm) + 1; /* 0: none yet */

		*homes = grow(*homes, capacity, (size_t)ranks.cluster + 1, sizeof(**homes));
		if ((*homes)[ranks.cluster] != 0 && (*homes)[ranks.cluster] != home)
			return false;
		(*homes)[ranks.cluster] = home;
	}
	return true;
}

bool clusters_keep_to_one_arm(const struct samples *samples)
{
	static uint64_t *homes;
	static size_t capacity, asked;
	static bool answer;
	size_t i;

	if (asked == samples->turn)
		return answer;
	asked = samples->turn;
	if (capacity > 0)
		memset(homes, 0, capacity * sizeof(*homes));
	answer = true;
	for (i = 0; i < samples->bucket_count && answer; i++)
		if (samples->buckets[i].kind == VILLAGE_ROW)
			answer = note_homes(samples, &samples->buckets[i], &homes, &capacity);
	return answer;
}

/* ---- merged ---- */

static int128 place_of(const struct members *members, const struct row_ranks *ranks)
{
	uint32_t arm = members->by_arm ? ranks->arm : 0;

	return (int128)ranks->stratum << 64 | (int128)arm << 32 | ranks->cluster;
}

/* Moves on to the next member that belongs to the sample. */
static void settle(const struct members *members, struct member_source *source)
{
	const struct member *next = source->next;

	while (next < source->end && source->cell != VISITED &&
		(next->n == 0 || (source->arm != ANY_ARM && source->arm != next->ranks.arm)))
		next++;
	source->next = next;
	source->place = next < source->end ? place_of(members, &next->ranks) : nowhere;
}

static void add_source(
	struct members *members, const struct list *list, size_t count, size_t cell, uint32_t arm)
{
	struct member_source *source = &members->sources[members->count++];

	source->next = list->members;
	source->end = list->members + count;
	source->cell = cell;
	source->arm = arm;
	settle(members, source);
}

static void add_sample(struct members *members, const struct samples *samples,
	const struct sample *sample, size_t cell)
{
	const struct bucket *bucket = bucket_find(samples, VILLAGE_ROW, sample);

	if (bucket != NULL)
		add_source(members, sorted_members(samples, bucket, members->by_arm), bucket->count,
			cell, arm_rank(sample));
}

/* Whether a source has the members that end there: a sample's of this arm, or those visited. */
static bool has_source(
	const struct members *members, const struct member *end, bool visited, uint32_t arm)
{
	size_t i;

	for (i = 0; i < members->count; i++) {
		const struct member_source *source = &members->sources[i];

		if (source->end == end && (source->cell == VISITED) == visited &&
			source->arm == arm)
			return true;
	}
	return false;
}

/* Whether the samples take all members that end there or, with by_arm, all in the arms they name. */
static bool samples_take(const struct members *members, const struct member *end)
{
	size_t i;

	if (has_source(members, end, false, ANY_ARM))
		return true;
	for (i = 0; i < members->count; i++)
		if (members->sources[i].cell != VISITED &&
			!has_source(members, end, false, members->sources[i].arm))
			return false;
	return members->by_arm;
}

static void add_visited(struct members *members, const struct samples *samples,
	const struct sample *sample, bool all_visited)
{
	struct sample all = everybody(sample);
	const struct bucket *bucket = bucket_find(samples, VILLAGE_ROW, &all);
	const struct list *list;
	const struct member *end;

	if (bucket == NULL)
		return;
	list = sorted_members(samples, bucket, members->by_arm);
	end = list->members + bucket->count;
	if (has_source(members, end, true, ANY_ARM) ||
		(!all_visited && list->all_count && samples_take(members, end)))
		return;
	add_source(members, list, bucket->count, VISITED, ANY_ARM);
}

struct sample everybody(const struct sample *sample)
{
	struct sample all = *sample;

	all.arm = NULL;
	all.group = all.group_value = "";
	return all;
}

void members_begin(struct members *members, const struct samples *samples,
	const struct sample *cells, size_t cell_count, bool by_arm, bool all_visited)
{
	size_t k;

	members->by_arm = by_arm;
	members->count = 0;
	members->place = -1;
	for (k = 0; k < cell_count; k++)
		add_sample(members, samples, &cells[k], k);
	for (k = 0; k < cell_count; k++)
		add_visited(members, samples, &cells[k], all_visited);
}

const struct member *members_next(struct members *members)
{
	struct member_source *lowest = members->sources;
	const struct member *member;
	size_t i;

	for (i = 1; i < members->count; i++)
		if (members->sources[i].place < lowest->place)
			lowest = &members->sources[i];
	if (members->count == 0 || lowest->place == nowhere)
		return NULL;
	members->cell = lowest->cell;
	members->begins_cluster = lowest->place != members->place;
	members->begins_stratum = lowest->place >> 32 != members->place >> 32;
	members->place = lowest->place;
	member = lowest->next++;
	settle(members, lowest);
	return member;
}
