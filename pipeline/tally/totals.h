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

/* What a village row needs, and a total row has too. */
struct cell {
	int64_t members, n, n_missing;
	int128 sum_y, sum_x, sum_w;
	struct long_sum sum_y2, sum_x2, sum_xy, sum_wy;
};

struct total {
	struct cell cell;
	struct long_sum sum_w2, sum_wy2, sum_wx, sum_w2y, sum_w2y2;
};

/* What an inquiry's sums are made of. */
struct terms {
	bool pairs;    /* x is the earlier value */
	bool weighted; /* people have weights */
	bool small;    /* small_enough() */
};

/* Whether sums of BATCH people with values and weights up to this size fit in 64 bits each, products
 * of two weights and two values too. */
bool small_enough(int64_t value, int64_t weight);

/* Adds observations first .. end - 1 to their village, and what only totals have to its total. */
void sums_add(struct cell *cell, struct total *total, const struct observations *seen, size_t first,
	size_t end, const struct terms *terms);

/* The same of a ratio, where each person weighs as much as their denominator x (times their weight in
 * units of `unit` 10^-9), so that sum_w is the sum of denominators and sum_wy that of numerators. */
void sums_add_ratio(
	struct cell *cell, const struct observations *seen, size_t first, size_t end, int64_t unit);

/* Adds what a village has to its total. */
void total_add(struct total *total, const struct cell *cell);

/* Multiplies a sum. */
void sum_scale(struct exact *sum, int64_t factor);

/* Fills counts and sums of a row in, and the products and weights that it points to; no weights where
 * people count alike. They were added up in units of `unit` 10^-9. */
void cell_fill(const struct cell *cell, int64_t unit, struct tally_row *row);
void total_fill(const struct total *total, int64_t unit, struct tally_row *row);

#endif
