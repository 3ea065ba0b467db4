/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An index of one person from the values of its members. */
#ifndef SCORING_INDEX_H
#define SCORING_INDEX_H

#include "scoring/scoring.h"

/* z of a member: (x - mean) / sd, turned so that up is good; NaN where it is missing. */
double index_z(const struct scored *member, double mean, double sd);

/* sum w z / sum w over the members answered, without centre and spread; NaN where less than
 * index_least() of the declared weight is answered, or where the weights answered have no positive
 * sum (icw may have negative ones). `all` is in the order of indicators_load(). */
double index_raw(const struct scored *index, const struct scored *all);

/*
 * The value of an index; NaN where too little is answered.
 *
 * percent_of_maximum: the weighted mean of the places of the answered members, each brought from
 * low..high to 0..100 and turned so that up is good. What lies beyond a low or high that comes from
 * the baseline is cut to 0..100; where those two are equal or unknown, the member counts as missing.
 * z_average, icw: (index_raw() - centre) / spread, both as frozen at the baseline.
 * alkire_foster: counting_achievement(), of those who answered all members.
 */
double index_score(const struct scored *index, const struct scored *all);

#endif
