/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The villages, strata and arms that rows are of, numbered as they are met. */
#ifndef TALLY_UNITS_H
#define TALLY_UNITS_H

#include "tally/store.h"

/* Before the first row. */
void units_begin(void);

/* Gives the store's row to come its unit, that of its village, stratum and arm: at once or later.
 * The number of its stratum. */
size_t unit_row(struct store *store, const struct value *keys);

/* Gives the rows that still wait their units; all units by number. No more rows come. */
struct unit *units_finish(struct store *store);

const struct names *unit_strata(void);

#endif
