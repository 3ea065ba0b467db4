/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of one cell of a table with their values of an indicator, and means over them. */
#ifndef SPREAD_CELL_H
#define SPREAD_CELL_H

#include "people/people.h"
#include "stat/contrast.h"
#include "stat/counts.h"
#include "stat/exact.h"
#include "stat/weighted.h"

/* Values are in units of 1/scale. Everything handed out lives until the next cell_of(). */
struct cell {
	const struct people *people;
	size_t indicator, round;
	size_t arm; /* or ALL_ARMS */
	const struct division *division;
	int64_t scale;
	size_t n;
	int64_t n_missing;
	const uint32_t *rows;  /* of those with a value, in the order of the store */
	const int64_t *values; /* theirs */
	size_t distinct;       /* different values */
	const struct value_count *counts;
	const struct value_weight *weights; /* NULL where the study declares none */
	size_t villages; /* different clusters among the rows; respondents where there are none */
};

struct cell cell_of(const struct people *people, size_t indicator, size_t round, size_t arm,
	const struct division *division);

/* The same people with another value each, in units of 1/scale: what value_of() gives for their row,
 * who has NO_VALUE is missing. `of` may be the last cell handed out. */
struct cell cell_by(const struct cell *of, int64_t (*value_of)(uint32_t row, const void *what),
	const void *what, int64_t scale);

/* The weight of a row, in any one unit; 1 where people count alike. */
int64_t row_weight(const struct people *people, uint32_t row);

/* The place of each of the cell's rows among its villages, from 0, in byte order of their names. */
const size_t *cell_villages(const struct cell *cell);

/* What is made of a value before the mean is taken: 1 where it lies from low to high and else 0
 * (a share), or the value times `factor`, brought into low..high. */
struct derived {
	bool share;
	int64_t factor;
	int128 low, high;
};

/*
 * The mean of what is derived: by CR2 over villages (stat/cluster.h), or by the survey design
 * (result/design.h) with weights, strata and populations where the study declares weights or
 * populations, as in estimates.csv. Notes what must be known of strata.
 */
struct contrast cell_mean(
	const struct cell *cell, const struct derived *derived, struct text *note);

#endif
