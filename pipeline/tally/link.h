/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a row is of, and which rows are of the same person. */
#ifndef TALLY_LINK_H
#define TALLY_LINK_H

#include "tally/store.h"

/* Links the store's row to come, whose round is set, to a person: at once or later. A respondent twice
 * in a round is refused with the line. */
void link_row(struct store *store, struct value respondent);

/* Links the rows that still wait: before whatever else is refused, so that what stands in an earlier
 * line is said first. */
void link_waiting(struct store *store);

/* The same, after which no more rows come. */
void link_finish(struct store *store);

#endif
