/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the tally of an indicator to the sheets of what result tables will tell of it. */
#ifndef PROTECT_GATHER_H
#define PROTECT_GATHER_H

#include "protect/layout.h"
#include "tally/tally.h"

/* All of one indicator that is published. */
struct folio {
	size_t indicator; /* NO_NAME: whatever the indicator */
	int64_t scale;
	struct layout layout;
	struct sheet *levels;  /* one a round */
	struct sheet *changes; /* one a pair of rounds, as round_pairs() lists them */
	struct sheet *present; /* one a round: all people who were there, with a value or without */
};

/* Gathers a block; the folio does not depend on it afterwards. */
struct folio gather(const struct tally_block *block);

#endif
