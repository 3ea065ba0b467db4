/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates to day numbers, by the Gregorian calendar. */
#ifndef TREND_DAY_H
#define TREND_DAY_H

#include <stdbool.h>
#include <stdint.h>

static const double DAYS_A_YEAR = 365.25;

/* Day number of 2021, 2021-09 or 2021-09-13 (rounds.csv holds nothing else), since the year 0. Of a
 * date without a day the middle of its month is taken, without a month the middle of the year; false
 * for a day that the calendar does not have. */
bool day_of(const char *date, int64_t *day);

#endif
