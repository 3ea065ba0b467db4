/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scored rows packed in memory, each person's rounds linked: what tally.csv is summed from. */
#ifndef TALLY_STORE_H
#define TALLY_STORE_H

#include "kit/kit.h"
#include "study/study.h"
#include "tally/series.h"

/* People of one village, stratum and arm: what a village row is about. */
struct unit {
	const char *cluster, *stratum, *arm;
};

/* Rows are in the order of round, then unit; units in that of village, stratum, arm. */
struct store {
	size_t rows;
	uint32_t *round_start; /* the first row of each round, and the end of the last */
	uint32_t *unit;        /* of each row, an index into units */
	uint8_t *round;        /* of each row */
	uint32_t *person;      /* of each row */
	struct series
		weights; /* of each row, in units of weight_unit; empty where people count alike */
	int64_t weight_unit; /* in 10^-9: the power of ten that all weights are multiples of */
	struct {
		const struct names *names; /* the values met */
		uint16_t *code;            /* of each row: number of its value + 1; 0 is missing */
	} * groups;
	struct {
		struct series values; /* of each row, in units of 10^-decimals / scale */
		struct series per;    /* of a ratio: its denominators, in 10^-9 */
		int64_t scale;        /* the lattice; 1 where none is known */
		int decimals;         /* 0 on a lattice; else as many as were seen, at most 9 */
	} * indicators;
	size_t unit_count;
	const struct unit *units;
	size_t person_count;
	uint32_t *row_of; /* [person * rounds + round], NO_ROW where absent */
	const struct names *strata;
	int64_t *fpc; /* [stratum * rounds + round] */
};

/* Clusters (people) in a stratum's population in a round, in 10^-9; 0 where the study does not say. */
int64_t store_fpc(const struct store *store, const char *stratum, size_t round);

/* Whether the study declares weights; the weight of a row in 10^-9, 0 where it declares none. */
bool store_weighted(const struct store *store);
int64_t store_weight(const struct store *store, size_t row);

/* Binds the columns of scores.csv: groups and indicators of the study must be there. */
void store_begin(const struct reader *scores);

/* Packs the present row of scores.csv. A respondent twice in a round, a value off its lattice or
 * with more digits than can be summed exactly, a declared weight that is not above 0 at 9 decimals
 * and two populations of one stratum in a round are refused with the line. */
void store_add(const struct value *keys);

/* Puts units and rows in order. */
const struct store *store_finish(void);

#endif
