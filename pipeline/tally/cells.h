/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays with a cell for each row of a store. */
#ifndef TALLY_CELLS_H
#define TALLY_CELLS_H

#include <stddef.h>
#include <stdint.h>

/* An array of `rows` cells of 1, 2, 4 or 8 bytes in which cell order[i] stands in the place of cell i;
 * the old one is freed. NULL stays NULL. */
void *cells_reordered(void *cells, size_t width, const uint32_t *order, size_t rows);

#endif
