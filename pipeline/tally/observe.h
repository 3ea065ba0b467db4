/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is observed of each person: a level in a round, or a change between two. */
#ifndef TALLY_OBSERVE_H
#define TALLY_OBSERVE_H

#include "tally/store.h"
#include "tally/tally.h"

enum observed {
	OBSERVED,       /* y (and x) count */
	OBSERVED_NOT,   /* counts as missing */
	OBSERVED_NEVER, /* a member of the village that neither counts nor is missing */
};

/* Of each person of the round (of the earlier round of a pair), whose rows stand together. */
struct observations {
	size_t first, count; /* rows of the store */
	uint8_t *states;     /* enum observed */
	int64_t *y, *x; /* where OBSERVED; x of changes, and of a ratio its denominator in 10^-9 */
	size_t state_capacity, y_capacity, x_capacity;
};

/* Fills `seen` with one observation a person. */
void observe(struct observations *seen, const struct store *store, size_t indicator,
	enum measure measure, size_t from, size_t to);

#endif
