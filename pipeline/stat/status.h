/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reasons why a statistic is refused, as they stand in the status column of result tables. */
#ifndef STAT_STATUS_H
#define STAT_STATUS_H

enum stat_status {
	STAT_OK,       /* "ok": every number of the result may be used */
	STAT_TOO_FEW,  /* "TOO_FEW": an empty cell, or under two values where a spread is asked */
	STAT_ZERO_VAR, /* "ZERO_VAR": no variation; the estimate stands, its error is unknown */
	STAT_ONE_CLUSTER,    /* "ONE_CLUSTER": a compared cell lies in a single cluster */
	STAT_NOT_IDENTIFIED, /* "NOT_IDENTIFIED": one cluster per arm: which of them made it? */
	STAT_LONELY_PSU,     /* "LONELY_PSU": a stratum with a single cluster */
	STAT_LOW_DF,         /* "DF<1": less than one degree of freedom */
	STAT_NO_EVENTS,  /* "NO_EVENTS": nobody (or everybody) has the attribute on both sides */
	STAT_NO_CHANGE,  /* "NO_CHANGE": nobody changed */
	STAT_NO_OVERLAP, /* "NO_OVERLAP": every value of one side lies above all of the other's */
	STAT_ALL_TIES,   /* "ALL_TIES": all values or pairs are equal: nothing to rank */
	STAT_ZERO_MEAN,  /* "ZERO_MEAN": a ratio of means of which one is not above 0 */
	STAT_UNBOUNDED,  /* "UNBOUNDED": a ratio whose denominator could be 0 has no interval */
	STAT_ONE_WAY,    /* "ONE_WAY": clusters cannot be exchanged between arms */
	STAT_FEW_WAYS,   /* "TOO_FEW_WAYS": too few possibilities to judge so many tests together */
	STAT_OVERFLOW,   /* "OVERFLOW": a sum too large, or a tail that cannot be evaluated */
	STAT_BAD_INPUT   /* "BAD_INPUT": arguments that no data can produce, such as x > n */
};

/* The code as printed in result tables; never NULL, "BAD_INPUT" for a number that is no status. */
const char *stat_status_name(enum stat_status status);

#endif
