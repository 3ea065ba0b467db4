/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who had a value in an earlier round, and what is known of them in a later one. */
#ifndef PEOPLE_FOLLOWED_H
#define PEOPLE_FOLLOWED_H

#include "people/people.h"
#include "stat/bounds.h"
#include "stat/exact.h"

/* Cells of fewer people followed than this are put together. */
enum { FEWEST_FOLLOWED = 10 };

/* One arm (or all together) of an indicator in a pair of rounds. Numbers are in the indicator's
 * units; people count by their survey weight in the earlier round where the study has weights. */
struct followed {
	size_t n_from, n_pairs;
	double share;       /* of the weight, followed: 0 .. 1; NaN without anybody */
	double mean_change; /* of those followed; NaN where nobody is */
	double lost_share;  /* 1 - share */
	double lost_mean;   /* earlier mean of those lost; NaN where nobody is */
	const struct bound_value
		*changes;       /* of those followed, ascending; until the arm's next call */
	double weighted_change; /* followed_mean over cells */
	size_t cells;           /* how many cells that took; 0: too few followed */
	bool joined;            /* some were put together */
};

/*
 * Cells for weighting are the strata times the focal groups (groups.csv: focal, others, missing) of
 * the earlier round. Those with fewer than FEWEST_FOLLOWED people followed become one cell; if that
 * has too few still, it joins the largest.
 *
 * `slot` 0 or 1 keeps two arms apart.
 */
struct followed followed_of(const struct people *people, size_t indicator, size_t from, size_t to,
	size_t arm, int slot);

/* Everybody with a value in a round: how many, and their (weighted) mean. */
struct everybody {
	size_t n;
	double mean;
};
struct everybody everybody_in(
	const struct people *people, size_t indicator, size_t round, size_t arm);

#endif
