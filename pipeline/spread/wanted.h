/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which statistics an indicator has, by its type. */
#ifndef SPREAD_WANTED_H
#define SPREAD_WANTED_H

#include "spread/categories.h"
#include "spread/statistic.h"

enum wanted_kind { WANTED_SHARE, WANTED_QUANTILE, WANTED_WINSORISED, WANTED_GINI, WANTED_RATIO };

struct wanted {
	const char *name;
	enum wanted_kind kind;
	int64_t low, high; /* of a share, in the indicator's units; of a quantile low / high */
	bool category;     /* low is shown, with its label */
	struct text label;
};

/* A share of each category, the two highest, and the median are the most. */
enum { MOST_WANTED = MOST_CATEGORIES + 2 };

/*
 * ordinal, and scale with few whole values: each category, top_two, median; other scales: median,
 * p25, p75; count: median, share_zero, variance_ratio; amount: median, p10, p25, p75, share_zero,
 * winsorised_mean, gini. Of a sensitive indicator the median alone. Nothing for binary and index,
 * whose share and mean stand in estimates.csv.
 */
size_t wanted_of(const struct people *people, size_t indicator, struct wanted wanted[MOST_WANTED]);

/* The statistic of a cell. */
struct statistic wanted_statistic(
	const struct wanted *wanted, const struct cell *cell, const struct cut *cut);

#endif
