/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The village rows that bear on a contrast, in the order of its strata and clusters. */
#ifndef RESULT_MEMBERS_H
#define RESULT_MEMBERS_H

#include "result/sample_index.h"

/* A village row, with what every contrast needs of it: rows are far apart in memory. */
struct member {
	const struct tally_row *row;
	struct row_ranks ranks;
	int64_t n;
	struct exact sum_w, sum_wy;
};

enum { MEMBER_SOURCES = 2 * CLUSTER_MAX_CELLS, VISITED = CLUSTER_MAX_CELLS };

/* Members of a sample, or of all who were asked beside it: a sign that a cluster was visited. */
struct member_source {
	const struct member *next, *end;
	size_t cell;  /* which sample, or VISITED */
	bool one_arm; /* the sample's alone */
	uint32_t arm;
};

/* The members of some samples under way. */
struct members {
	bool by_arm;
	size_t count;
	struct member_source sources[MEMBER_SOURCES];
};

/* The people that a sample is drawn from: all arms, everybody. */
struct sample everybody(const struct sample *sample);

/* Begins with the members of some samples by stratum, arm (with by_arm) and cluster; within a cluster
 * by cell, those visited last, once for all samples of the same people. Sorts once a block. */
void members_begin(struct members *members, const struct samples *samples,
	const struct sample *cells, size_t cell_count, bool by_arm);

/* The next member and the cell it belongs to; NULL when all are through. */
const struct member *members_next(struct members *members, size_t *cell);

/* Whether a member is of the same stratum (and arm, where it tells members apart); and cluster. */
bool same_stratum(const struct members *members, const struct member *a, const struct member *b);
bool same_cluster(const struct members *members, const struct member *a, const struct member *b);

#endif
