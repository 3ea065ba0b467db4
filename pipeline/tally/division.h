/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of a round by their value of a group. */
#ifndef TALLY_DIVISION_H
#define TALLY_DIVISION_H

#include "tally/store.h"

/* Rows start[v] .. start[v + 1] - 1 have value number v of the group, in the order of the store; rows
 * without a value are left out. */
struct division {
	const uint32_t *rows;
	const uint32_t *start;
	size_t values;
	const size_t *order; /* numbers of the values in byte order of their names */
};

/* Divides the rows of a round by a group. It lives until the next call. */
struct division divide(const struct store *store, size_t group, size_t round);

#endif
