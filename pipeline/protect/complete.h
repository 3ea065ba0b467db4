/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Withholds further cells until none that is withheld can be worked out from those that are not. */
#ifndef PROTECT_COMPLETE_H
#define PROTECT_COMPLETE_H

#include "protect/sheet.h"

/*
 * Complementary suppression. In each line with a guarded cell at least two cells stay hidden, and
 * those of a line whose sum is published must not be too few together (crowd_unfit): the smallest
 * published cell of the line is withheld as well, the first in order of several, until this holds
 * everywhere. Then whatever audit() finds is answered in the same way, next to the cell, else
 * anywhere in the sheet. Ends with low and high of every cell as audit_sizes() leaves them. Gives
 * NO_CELL, or a cell that stays unsafe with nothing left to withhold: then `most` is known too well
 * from another sheet.
 */
size_t sheet_complete(struct sheet *sheet, const struct rule *rule);

/* Withholds the smallest published cell next to one, or anywhere; false if there is none. */
bool sheet_widen(struct sheet *sheet, size_t cell);

#endif
