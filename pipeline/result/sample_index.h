/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a tally block sorted into buckets: one for each kind, measure, rounds and group. */
#ifndef RESULT_SAMPLE_INDEX_H
#define RESULT_SAMPLE_INDEX_H

#include "result/sample.h"

struct bucket {
	enum row_kind kind;
	enum measure measure;
	size_t round_from, round;
	const char *group, *group_value; /* as interned by the tally */
	size_t first, count;             /* into samples->rows */
};

struct samples {
	const struct tally_block *block;
	size_t bucket_count, bucket_capacity;
	struct bucket *buckets;
	size_t row_count, row_capacity;
	const struct tally_row **rows; /* bucket by bucket */
	size_t rank_capacity;
	size_t *ranks; /* of each row's cluster among all clusters in byte order */
	size_t arm_count, arm_capacity;
	const char **arms;
	size_t group_count, group_capacity;
	struct sample_group *groups;
};

/* The bucket, or NULL where no row belongs to it. Village rows are sorted by cluster, value rows by
 * value. */
const struct bucket *bucket_find(
	const struct samples *samples, enum row_kind kind, const struct sample *sample);

/* Whether a row belongs to the sample's arm. */
bool in_arm(const struct tally_row *row, const struct sample *sample);

#endif
