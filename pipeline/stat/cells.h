/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of a contrast of cell means, rounded as late as the numbers allow. */
#ifndef STAT_CELLS_H
#define STAT_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stat/exact.h"
#include "stat/status.h"

/* How far a cell reaches: its people, the clusters they live in, and a mark of the first of
 * these. */
struct cell_reach {
	int64_t n;
	size_t clusters;
	size_t first;
};

/* Whether a cell with this coefficient takes part in the contrast. */
static inline bool cell_takes_part(double coefficient)
{
	return coefficient < 0 || coefficient > 0;
}

/*
 * sum_k coefficient[k] sum[k] / (size[k] scale), where sum[k] is the (weighted) sum of cell k's
 * values in units of 1/scale and size[k] its people or its sum of weights, in any unit that sum[k]
 * shares. Rounded once when the coefficients are whole numbers and 256 bits suffice, else once a
 * mean. Cells with coefficient 0 are left out; NaN where another one has size 0.
 */
double cells_contrast(const double *coefficient, const struct exact *sum, const struct exact *size,
	size_t cells, int64_t scale);

/* Why the cells that take part cannot be compared, the first that applies: TOO_FEW (fewer than two
 * people in one), NOT_IDENTIFIED (each in a single cluster, not all in the same one), ONE_CLUSTER
 * (some in a single cluster); else STAT_OK. */
enum stat_status cells_judge(
	const double *coefficient, const struct cell_reach *reach, size_t cells);

#endif
