/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many people come to each step between the rows of a round and a printed n. */
#ifndef PEOPLE_COUNTS_H
#define PEOPLE_COUNTS_H

#include "people/people.h"
#include "people/rejects.h"

/* Why somebody measured in the earlier round is not measured in the later one. */
enum leaving {
	LEAVING_NO_ROW,
	LEAVING_NOT_KEPT,
	LEAVING_REJECTED,
	LEAVING_DUPLICATE,
	LEAVING_NOT_MEASURED,
	LEAVING_COUNT
};

/* Each array has a slot for everybody, 0, then one for each named arm, in order. */
struct round_counts {
	int64_t *rows, *measured;
	int64_t **values; /* of each indicator */
};

/* People of the arm that they had in the earlier round; `linked` by that of the later one. */
struct pair_counts {
	int64_t *measured;               /* in the earlier round */
	int64_t *leaving[LEAVING_COUNT]; /* of them */
	int64_t *stayed;                 /* measured in both */
	int64_t *linked;                 /* the same people, seen from the later round */
	int64_t **earlier, **both;       /* of those who stayed, with a value, of each indicator */
};

struct counts {
	size_t slots;
	struct round_counts *rounds;
	size_t pair_count;
	const struct round_pair *pairs; /* round_pairs() */
	struct pair_counts *of_pairs;
};

/* Counts all; `aside` says of person * rounds + round why a row was set aside (ASIDE_COUNT: no row
 * was). Pairs are counted in any study; what they mean is the caller's to say. */
const struct counts *count_people(const struct people *people, const unsigned char *aside);

/* The pair's number, or NO_NAME. */
size_t counts_pair(const struct counts *counts, size_t from, size_t to);

#endif
