/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects the village rows of samples and sorts them by the ranks of their texts. */
#include "result/members.h"

#include <string.h>

static struct member *members;
static size_t count, capacity;

static void add(const struct samples *samples, const struct bucket *bucket,
	const struct sample *sample, size_t cell)
{
	size_t i;

	for (i = 0; bucket != NULL && i < bucket->count; i++) {
		const struct tally_row *row = samples->rows[bucket->first + i];

		if (sample != NULL && (row->n == 0 || !in_arm(row, sample)))
			continue;
		members = grow(members, &capacity, count + 1, sizeof(*members));
		members[count++] = (struct member){ row, samples->ranks[bucket->first + i], 0,
			(uint32_t)cell, sample == NULL };
	}
}

struct sample everybody(const struct sample *sample)
{
	struct sample all = *sample;

	all.arm = NULL;
	all.group = all.group_value = "";
	return all;
}

size_t members_of(const struct samples *samples, const struct sample *cells, size_t cell_count,
	struct member **list)
{
	size_t k;

	count = 0;
	for (k = 0; k < cell_count; k++) {
		struct sample all = everybody(&cells[k]);

		add(samples, bucket_find(samples, VILLAGE_ROW, &cells[k]), &cells[k], k);
		add(samples, bucket_find(samples, VILLAGE_ROW, &all), NULL, k);
	}
	*list = members;
	return count;
}

size_t by_cluster(const struct member *member)
{
	return member->ranks.cluster;
}

size_t by_arm(const struct member *member)
{
	return member->ranks.arm;
}

size_t by_stratum(const struct member *member)
{
	return member->ranks.stratum;
}

void members_sort(struct member *list, size_t length, size_t (*rank)(const struct member *member))
{
	static struct member *sorted;
	static size_t *start, sorted_capacity, start_capacity;
	size_t most = 0, i;

	for (i = 0; i < length; i++)
		most = rank(&list[i]) > most ? rank(&list[i]) : most;
	start = grow(start, &start_capacity, most + 2, sizeof(*start));
	memset(start, 0, (most + 2) * sizeof(*start));
	sorted = grow(sorted, &sorted_capacity, length + 1, sizeof(*sorted));
	for (i = 0; i < length; i++)
		start[rank(&list[i]) + 1]++;
	for (i = 1; i <= most; i++)
		start[i] += start[i - 1];
	for (i = 0; i < length; i++)
		sorted[start[rank(&list[i])]++] = list[i];
	if (length > 0)
		memcpy(list, sorted, length * sizeof(*list));
}
