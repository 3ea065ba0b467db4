/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The village rows that bear on a contrast. */
#ifndef RESULT_MEMBERS_H
#define RESULT_MEMBERS_H

#include "result/sample_index.h"

/* A village row: of a sample, or only a sign that its cluster was visited. */
struct member {
	const struct tally_row *row;
	struct row_ranks ranks;
	uint32_t layer; /* for the caller */
	uint32_t cell;  /* which sample */
	bool visited;   /* a sign only */
};

/* The people that a sample is drawn from: all arms, everybody. */
struct sample everybody(const struct sample *sample);

/* The members of some samples, by cell; how many. `*members` may be changed and lives until the next
 * call. */
size_t members_of(const struct samples *samples, const struct sample *cells, size_t cell_count,
	struct member **members);

/* Sorts members by counting; those of equal rank keep their order. */
void members_sort(
	struct member *members, size_t count, size_t (*rank)(const struct member *member));
size_t by_cluster(const struct member *member);
size_t by_arm(const struct member *member);
size_t by_stratum(const struct member *member);

#endif
