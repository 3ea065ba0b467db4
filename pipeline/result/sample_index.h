/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a tally block sorted into buckets: one for each kind, measure, rounds and group. */
#ifndef RESULT_SAMPLE_INDEX_H
#define RESULT_SAMPLE_INDEX_H

#include <string.h>

#include "result/sample.h"

struct bucket {
	enum row_kind kind;
	enum measure measure;
	size_t round_from, round;
	const char *group, *group_value; /* as interned by the tally */
	size_t first, count;             /* into samples->rows */
};

/* Places of a village row's texts among all of them in byte order. */
struct row_ranks {
	uint32_t cluster, arm;
	uint32_t stratum; /* joined */
};

struct samples {
	const struct tally_block *block;
	size_t turn;       /* counts the blocks */
	uint32_t per_unit; /* of a ratio: ratio_unit() */
	size_t bucket_count, bucket_capacity;
	struct bucket *buckets;
	size_t row_count, row_capacity;
	const struct tally_row **rows; /* bucket by bucket */
	size_t rank_capacity;
	struct row_ranks *ranks; /* of each village row */
	size_t arm_count, arm_capacity;
	const char **arms;
	size_t group_count, group_capacity;
	struct sample_group *groups;
};

/* The bucket, or NULL where no row belongs to it. Village rows are sorted by cluster, value rows by
 * value. */
const struct bucket *bucket_find(
	const struct samples *samples, enum row_kind kind, const struct sample *sample);

/* Sorts the rows of a bucket of the index and ranks its village rows. */
void bucket_order(struct samples *samples, const struct bucket *bucket);

/* Whether a row belongs to the sample's arm. */
static inline bool in_arm(const struct tally_row *row, const struct sample *sample)
{
	return sample->arm == NULL || strcmp(row->arm, sample->arm) == 0;
}

/* What row_ranks.arm is of the village rows in the sample's arm: ANY_ARM where it takes all of them,
 * another number than any row's where none is in it. */
#define ANY_ARM (UINT32_MAX - 1)
uint32_t arm_rank(const struct sample *sample);

#endif
