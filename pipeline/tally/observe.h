/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is observed of each person: a level in a round, or a change between two. */
#ifndef TALLY_OBSERVE_H
#define TALLY_OBSERVE_H

#include "tally/store.h"
#include "tally/tally.h"

enum observed {
	OBSERVED,	/* y (and x) count */
	OBSERVED_NOT,	/* counts as missing */
	OBSERVED_NEVER,	/* a member of the village that neither counts nor is missing */
};

struct observation {
	uint32_t row;	/* whose village, arm and groups count */
	enum observed state;
	int64_t y, x;
};

struct observations {
	size_t count, capacity;
	struct observation *list;
};

/* Fills `seen` with one observation a person of the round (of the earlier round of a pair). */
void observe(struct observations *seen, const struct store *store, size_t indicator, enum measure measure, size_t from,
	     size_t to);

#endif
