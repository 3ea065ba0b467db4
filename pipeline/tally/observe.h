/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is observed of each person: a level in a round, or a change between two. */
#ifndef TALLY_OBSERVE_H
#define TALLY_OBSERVE_H

#include "tally/store.h"
#include "tally/tally.h"

enum { BATCH = 1024 }; /* people that are looked at together, so that all of it stays at hand */

enum observed {
	OBSERVED,       /* y (and x) count */
	OBSERVED_NOT,   /* counts as missing */
	OBSERVED_NEVER, /* a member of the village that neither counts nor is missing */
};

/* What is asked of people: their rows are those of the round (the earlier round of a pair). */
struct inquiry {
	const struct store *store;
	size_t indicator;
	enum measure measure;
	size_t from, to; /* from NO_NAME for LEVEL */
};

/* Of some people. Where one is not OBSERVED, y, x and w are 0; x is only of changes and ratios. */
struct observations {
	size_t count;
	const uint32_t *rows;  /* of the store */
	uint8_t states[BATCH]; /* enum observed */
	int64_t y[BATCH];
	int64_t x[BATCH]; /* of a change the earlier value; of a ratio its denominator in 10^-9 */
	int64_t w[BATCH]; /* weight in the store's units; 0 where people count alike */
};

/* The round that rows of the inquiry stand in. */
size_t inquiry_round(const struct inquiry *inquiry);

/* The least and the largest y that there may be; for a change also the largest size of x. */
struct reach {
	int64_t low, high, size;
};
struct reach inquiry_reach(const struct inquiry *inquiry);

/* Fills `seen` with the people of some rows, at most BATCH of them, of the inquiry's round. BETTER and
 * WORSE are told by the CHANGE between these rounds that was observed of them last. */
void observe(struct observations *seen, const struct inquiry *inquiry, const uint32_t *rows,
	size_t count);

#endif
