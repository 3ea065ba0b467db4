/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the folios of all indicators to that of the people who were there at all. */
#ifndef PROTECT_PRESENT_H
#define PROTECT_PRESENT_H

#include "protect/gather.h"

/* A folio of people whatever the indicator, laid out as the widest of the folios (one at least): in
 * each cell the most that any of them counts of people present; in `levels` of people measured, and
 * in `changes` of people measured in both rounds (at least so many have a value of any indicator). */
struct folio gather_present(const struct folio *folios, size_t count);

#endif
