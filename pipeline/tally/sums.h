/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From packed rows to the rows of tally.csv. */
#ifndef TALLY_SUMS_H
#define TALLY_SUMS_H

#include "tally/store.h"

/* Writes every tally row of every indicator, in tally_compare() order. */
void sums_write(const struct store *store);

#endif
