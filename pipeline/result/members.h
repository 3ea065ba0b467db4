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
	uint32_t arm; /* arm_rank() of the sample */
	int128 place; /* of the next member among all; behind them all at the end */
};

/* The members of some samples under way. */
struct members {
	bool by_arm;
	size_t count;
	struct member_source sources[MEMBER_SOURCES];
	/* of the member that was handed out last */
	size_t cell; /* it belongs to, or VISITED */
	bool begins_stratum, begins_cluster;
	int128 place;
};

/* The people that a sample is drawn from: all arms, everybody. */
struct sample everybody(const struct sample *sample);

/* Whether each cluster of the block is in one stratum and arm throughout. */
bool clusters_keep_to_one_arm(const struct samples *samples);

/* Begins with the members of some samples by stratum, arm (with by_arm) and cluster; within a cluster
 * by cell, those visited last, once for all samples of the same people. Unless all_visited, those
 * visited are left out where the samples take all of them or, with by_arm, all in the arms that they
 * name, so that they would show other clusters in strata without members only. Sorts once a block. */
void members_begin(struct members *members, const struct samples *samples,
	const struct sample *cells, size_t cell_count, bool by_arm, bool all_visited);

/* The next member, of which `members` then tells the cell, and whether it is the first one of its
 * stratum (and arm, with by_arm), and of its cluster there; NULL when all are through. */
const struct member *members_next(struct members *members);

#endif
