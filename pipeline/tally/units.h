/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The villages, strata and arms that rows are of, numbered as they are met. */
#ifndef TALLY_UNITS_H
#define TALLY_UNITS_H

#include "tally/store.h"

/* Before the first row. */
void units_begin(void);

/* The number of the unit of a row's village, stratum and arm. */
uint32_t unit_of(const struct value *keys);

/* The number of a unit's stratum; the strata. */
size_t unit_stratum(uint32_t unit);
const struct names *unit_strata(void);

/* All units by number. */
struct unit *units_met(size_t *count);

#endif
