/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The levels that a trend runs through: an indicator's mean or share in each round and arm. */
#ifndef DRAWING_TREND_LEVEL_H
#define DRAWING_TREND_LEVEL_H

#include "study/study.h"

/* Levels stand in estimates.csv; the table is given as --with estimates=FILE. */
struct trend_level {
	double estimate, low, high; /* NaN where there is none */
	int64_t n;                  /* 0: nobody was asked */
	bool withheld;
};

/* Everybody's level in a round and an arm ("" all together). */
struct trend_level trend_level(const struct indicator *indicator, size_t round, const char *arm);

/* The arms that have the programme, in the order of the table; "" alone where none is compared. */
const char *const *trend_arms(size_t *count);

#endif
