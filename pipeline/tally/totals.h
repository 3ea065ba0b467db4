/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums under way: those of a village row, and those of a total row. */
#ifndef TALLY_TOTALS_H
#define TALLY_TOTALS_H

#include "tally/observe.h"

/* A sum that stays in 128 bits as long as it can. */
struct long_sum {
	int128 near;
	struct exact far;
};

struct cell {
	int64_t members, n, n_missing;
	int128 sum_y;
	struct long_sum sum_w, sum_wy;
};

struct total {
	int64_t members, n, n_missing;
	struct long_sum sum_y, sum_y2, sum_x, sum_x2, sum_xy;
	struct long_sum sum_w, sum_wy, sum_w2, sum_wy2, sum_wx, sum_w2y, sum_w2y2;
};

/* Adds an observation with its weight in 10^-9, or 0 where people count alike. x only `pairs`. */
void cell_add(struct cell *cell, const struct observation *one, int64_t weight);
void total_add(struct total *total, const struct observation *one, int64_t weight, bool pairs);

/* Fills counts and sums of a row in; `weights` becomes its weights, NULL where people count alike. */
void cell_fill(const struct cell *cell, struct tally_weights *weights, struct tally_row *row);
void total_fill(const struct total *total, struct tally_weights *weights, struct tally_row *row);

#endif
