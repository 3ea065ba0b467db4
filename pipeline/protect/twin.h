/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of different indicators that tell the same of the same people. */
#ifndef PROTECT_TWIN_H
#define PROTECT_TWIN_H

#include "protect/gather.h"

/*
 * Finds them among folios: an indicator of women alone is, for everybody, what the same question tells
 * of women. They are those of indicators of the same type and calculation, whoever each is among, whose
 * people and sums are the same in every arm, round and change.
 */
void twins_find(const struct folio *folios, size_t count);

/* Withholds each cell where its twin is withheld; true if that changed anything. */
bool twins_follow(void);

#endif
