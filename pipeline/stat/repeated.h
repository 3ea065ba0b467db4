/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Friedman, Cochran Q and Page: the same people in three rounds or more, by ranks. */
#ifndef STAT_REPEATED_H
#define STAT_REPEATED_H

#include <stddef.h>
#include <stdint.h>

#include "stat/status.h"

enum { REPEATED_MAX_ROUNDS = 16 };

/* Ranks added up person by person; {.rounds = R} begins, 2 .. REPEATED_MAX_ROUNDS of them. Each
 * person's values are ranked among themselves, ties at mid-ranks; ranks are kept doubled and about
 * their mean, d = 2 rank - (R + 1), so that all sums are whole numbers. */
struct repeated {
	size_t rounds;
	int64_t people;
	int64_t sum[REPEATED_MAX_ROUNDS]; /* of d, by round */
	int64_t squares;                  /* of d, over all people and rounds */
};

/* Adds a person who has a value in every round, in any unit. */
void repeated_add(struct repeated *ranks, const int64_t *values);

struct repeated_tests {
	double chi2; /* Friedman's, corrected for ties */
	double df;   /* R - 1 */
	double p_value;
	double kendall_w; /* chi2 / (n (R - 1)): 0 no order in common, 1 the same for everybody */
	double page_l;    /* sum_r r R_r, where R_r is the sum of round r's ranks */
	double page_z;    /* (L - n R (R + 1)^2 / 4) / its standard deviation, given the ties */
	double page_p;    /* two-sided, normal */
	enum stat_status status;
};

/*
 * With D_r the sum of d in round r and S the sum of all d^2:
 *   chi2 = (R - 1) sum_r D_r^2 / S                     (R: friedman.test)
 *   z    = sum_r (r - rbar) D_r / sqrt(sum_r (r - rbar)^2 S / (R - 1)),
 * the variance of L being that over all orders of each person's own ranks (without ties
 * n R^2 (R + 1)^2 (R - 1) / 144; Page 1963; coin's symmetry_test with ranks and round numbers). Of
 * values 0 and 1 chi2 is Cochran's Q = (R - 1) (R sum_r C_r^2 - T^2) / (R T - sum_i B_i^2), C_r
 * counting a round's ones, B_i a person's, T all. People count alike and villages are left out.
 * Status: BAD_INPUT for a number of rounds out of range; TOO_FEW for fewer than two people; ALL_TIES
 * where nobody's values differ.
 */
struct repeated_tests repeated_tests(const struct repeated *ranks);

#endif
