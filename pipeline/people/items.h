/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of an index as items of one scale, over the people who answered all of them. */
#ifndef PEOPLE_ITEMS_H
#define PEOPLE_ITEMS_H

#include "people/people.h"

/* Covariances of the members in a round, row by row, turned so that up is good; everybody counts the
 * same. */
struct items {
	size_t count;
	int64_t n, n_missing; /* with all members; with some of them but not all */
	double *covariance;   /* NaN where n < 2 */
	bool standardised;    /* of members over their standard deviation here, else of 0 to 100 */
};

/* An index in percent of maximum whose scales are numbers has items from 0 to 100; any other one, whose
 * items would hang on the baseline, standardised ones. Sums are exact. The result lives until the
 * next call. */
struct items items_of(const struct people *people, const struct indicator *index, size_t round);

#endif
