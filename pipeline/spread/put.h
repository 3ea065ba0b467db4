/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that distributions.csv and multidimensional.csv have in common. */
#ifndef SPREAD_PUT_H
#define SPREAD_PUT_H

#include "spread/statistic.h"

/* Writes a cell's round, arm, group and group_value. */
void cell_put_keys(const struct cell *cell);

/* Writes the columns from `estimate` to `note_en`, and ends the row. */
void statistic_put(const struct cell *cell, const struct statistic *statistic);

#endif
