/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums under way: those of a village row, and those of a total row. */
#ifndef TALLY_TOTALS_H
#define TALLY_TOTALS_H

#include "tally/observe.h"

/* Sums of a village row that may leave 128 bits. */
enum { FAR_Y2, FAR_X2, FAR_XY, FAR_WY, FAR_COUNT };

/* What a village row needs, and a total row has too. There may be one for each respondent. */
struct cell {
	int64_t members, n, n_missing;
	struct exact *far; /* what did not fit into `near`, on the heap; mostly NULL */
	int128 sum_y, sum_x, sum_w;
	int128 near[FAR_COUNT];
};

/* A sum that stays in 128 bits as long as it can. */
struct long_sum {
	int128 near;
	struct exact far;
};

struct total {
	struct cell cell;
	struct long_sum sum_w2, sum_wy2, sum_wx, sum_w2y, sum_w2y2;
};

/* Adds observation i to a village and what only totals have to its total. `weight` in 10^-9, or 0
 * where people count alike. x only of `pairs`. */
void sums_add(struct cell *cell, struct total *total, const struct observations *seen, size_t i,
	int64_t weight, bool pairs);

/* The same of a ratio, where each person weighs as much as their denominator x (times `weight`), so
 * that sum_w is the sum of denominators and sum_wy that of numerators. */
void sums_add_ratio(struct cell *cell, const struct observations *seen, size_t i, int64_t weight);

/* Adds what villages have to their total. */
void total_add(struct total *total, const struct cell *cell);

/* Frees what cells hold. */
void cells_release(struct cell *cells, size_t count);
void totals_release(struct total *totals, size_t count);

/* Fills counts and sums of a row in; `weights` becomes its weights, NULL where people count alike. */
void cell_fill(const struct cell *cell, struct tally_weights *weights, struct tally_row *row);
void total_fill(const struct total *total, struct tally_weights *weights, struct tally_row *row);

#endif
