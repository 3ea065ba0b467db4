/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each value occurs, exactly, and what follows from that. */
#ifndef SCORING_FREQUENCY_H
#define SCORING_FREQUENCY_H

#include "kit/decimal.h"
#include "stat/counts.h"

struct frequency;

/* `denominator`: lattice of the values, 0 unknown. */
struct frequency *frequency_new(int64_t denominator);

/* Counts a number as ranking_value() rounds it; false if it has more than 18 digits, NaN is passed
 * over. Memory follows the distinct values. */
bool frequency_count(struct frequency *frequency, double number);

/* A value and how many gave it. */
struct frequency_row {
	struct decimal value;
	int64_t count;
};

/* All of them, in ascending order. */
size_t frequency_rows(struct frequency *frequency, const struct frequency_row **rows);

/* Mean and standard deviation (divisor n - 1) by moments_from_sums(), 5th and 95th percentile by
 * counts_quantile() (type 7), each computed in integers and rounded once; NaN for too few. Values
 * that 18 digits cannot hold in one unit lose decimals beyond them. */
struct frequency_summary {
	int64_t n;
	double mean, sd, p5, p95;
};

struct frequency_summary frequency_summarise(struct frequency *frequency);

#endif
