/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not be published of a study, decided once for all its tables. */
#ifndef PROTECT_DECIDE_H
#define PROTECT_DECIDE_H

#include "protect/gather.h"

/*
 * Sets the reason of every cell of the folios (one an indicator, at least one), and gives the folio
 * of the people present, whatever the indicator. In this order:
 *   how many people are present or measured in each round, since any indicator's n and n_missing
 *     tell it, and in both of two, which tables of the lost tell;
 *   levels, where a cell is withheld if it is unfit (crowd_unfit: min_people, twice as many for a
 *     sensitive indicator, min_clusters), or if its people are withheld above;
 *   changes, likewise, and where a level of the two is withheld;
 *   counts of options, with those cells of which a sensitive option is withheld, and indices last, with
 *     those of a sensitive member;
 *   and with each cell its twins (twins_find).
 * Each sheet is completed (sheet_complete) before the next builds on what readers know of it; where
 * that is too much, more is withheld above and all is done again.
 */
struct folio decide(struct folio *folios, size_t count);

#endif
