/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the numbers of an indicator are printed: at which scale, with which decimals and unit. */
#ifndef DRAWING_AMOUNT_H
#define DRAWING_AMOUNT_H

#include "drawing/headline.h"

struct amount {
	double divisor;      /* of the value, shares being per cent: 1, or 1e3 ... 1e12 */
	int decimals;        /* of values */
	int change_decimals; /* of changes and their intervals */
	struct text word;    /* thousand, million ...; "" where the divisor is 1 */
	const char *unit;    /* "" for numbers without one, as of an index */
	bool before;         /* a currency: Rp471 million, and not 471 million Rp */
	bool share;          /* in per cent: values end in %, changes in points */
};

/* 100 for shares, which are shown in per cent; else 1. */
double shown_factor(const struct indicator *indicator);

/* Whether values are shown from 0 to 100: shares and indices. */
bool shown_of_hundred(const struct indicator *indicator);

/* Whether the values of two indicators are shown in the same unit. */
bool shown_alike(const struct indicator *a, const struct indicator *b);

/* For numbers of an indicator (of all shown where `indicator` is NULL: they share a unit) of which
 * `low` and `high` are the ends, with 1, 2 or more decimals as the span of these asks for. From 10,000 on
 * numbers are scaled and have three digits: thousand, million, billion, trillion. */
struct amount amount_of(const struct indicator *indicator, const struct headline *const *shown,
	size_t count, double low, double high, double span);

/* A value, a change (with sign), an interval of a change; with unit and scale in words, or bare. */
struct text amount_value(const struct amount *amount, double value, bool with_unit);
struct text amount_change(const struct amount *amount, double change, bool with_unit);
struct text amount_interval(const struct amount *amount, double low, double high);

#endif
