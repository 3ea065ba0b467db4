/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a store's rows and units. */
#ifndef TALLY_ARRANGE_H
#define TALLY_ARRANGE_H

#include "tally/store.h"

/* Puts units in the order of village, stratum and arm, and rows in that of round and unit: whoever
 * adds a village up reads it from one stretch of memory, and is done with it then. `units` are those
 * of the store. */
void store_arrange(struct store *store, struct unit *units);

#endif
