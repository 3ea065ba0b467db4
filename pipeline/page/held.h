/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the section on who is held back says of rows of multidimensional.csv, in words. */
#ifndef PAGE_HELD_H
#define PAGE_HELD_H

#include "kit/kit.h"
#include "spread/counted_read.h"

/* A share in per cent, and its interval; "–" for NULL and where there is none. */
struct text held_percent(const struct counted_row *row);
struct text held_interval(const struct counted_row *row);

/* A round's label by its name. */
struct text held_round(const char *round);

/* Sources, and one more where there is a row. */
const char *held_sources(const char *sources, const struct counted_row *row);

/* Writes an item on a cell: how many are held back, how far, and by what most; else why that is not
 * said. */
void held_sentence(const struct counted_row *cell);

#endif
