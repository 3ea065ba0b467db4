/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a survey design cluster by cluster. */
#ifndef STAT_DESIGN_WALK_H
#define STAT_DESIGN_WALK_H

#include <stdbool.h>

#include "stat/design.h"

/* Parts in the order that design_contrast() asks for, of so many cells and strata. */
struct design_walk {
	const struct design_part *parts;
	size_t count;
	size_t cells; /* at most DESIGN_MAX_CELLS */
	size_t strata;
};

/* People, weights and weighted values of one cell, over all clusters or within one. */
struct design_cell {
	int64_t n;
	struct exact sum_w;
	struct exact sum_wy;
};

/* Whether the parts of the cluster that begins at `at` are sound, and in order behind the one before:
 * cell and stratum in range, n >= 0, a weight sum that is positive where n is, else 0. */
bool design_is_sound(const struct design_walk *walk, size_t at);

/* Adds to a cell; OVERFLOW if a sum leaves 256 bits, or people 64. */
enum stat_status design_add(struct design_cell *cell, int64_t n, struct exact w, struct exact wy);

/* Adds up the parts of the cluster that begins at *at into `cells`, and moves *at behind them (but not
 * all of them at an OVERFLOW). They are sound. Of a cell without people only n is set, to 0. */
enum stat_status design_gather(
	const struct design_walk *walk, size_t *at, struct design_cell *cells);

#endif
