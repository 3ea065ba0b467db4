/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates as spreadsheets and forms write them. */
#ifndef RAW_NUMBER_H
#define RAW_NUMBER_H

#include "raw/text.h"
#include "study/study.h"

/* The number as C writes it: decimal point, no groups, no plus, no zeros before or useless ones
 * behind. With a decimal comma, points in groups of three are thousands. False if it is none. */
bool number_clean(struct value text, char decimal, struct scratch *scratch, struct value *clean);

/* How points group the digits of a number that has nothing but digits and points. */
enum grouping {
	NOT_GROUPED,
	GROUPED_ONCE, /* 883.080: thousands, or decimals */
	GROUPED_TWICE /* 1.436.934: thousands */
};

/* Tells by the text alone, trimmed, after a sign: one to three digits, not 0 in front, then groups
 * of three. */
enum grouping number_grouping(struct value text);

/* The date as 2021-09-13; a time behind it is left out. Four digits of year; the order is the
 * declared one, but a year in front is always year, month, day. False if there is no such day. */
bool date_clean(
	struct value text, enum date_order order, struct scratch *scratch, struct value *clean);

#endif
