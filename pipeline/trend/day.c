/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates to day numbers, by the Gregorian calendar. */
#include "trend/day.h"

#include <string.h>

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days of the years before `year` since the year 0, by the Gregorian calendar. */
static int64_t days_before(int year)
{
	int last = year - 1;

	return (int64_t)year * 365 + last / 4 - last / 100 + last / 400;
}

static int two_digits(const char *text)
{
	return (text[0] - '0') * 10 + (text[1] - '0');
}

bool day_of(const char *date, int64_t *day)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	size_t length = strlen(date);
	int year, month = 7, of_month = 1, length_of_month, i;

	if (length < 4)
		return false;
	year = two_digits(date) * 100 + two_digits(date + 2);
	if (length >= 7) {
		month = two_digits(date + 5);
		of_month = length == 10 ? two_digits(date + 8) : 15;
	}
	if (year < 1 || month < 1 || month > 12)
		return false;
	length_of_month = lengths[month - 1] + (month == 2 && is_leap(year));
	if (of_month < 1 || of_month > length_of_month)
		return false;
	*day = days_before(year) + of_month;
	for (i = 0; i < month - 1; i++)
		*day += lengths[i] + (i == 1 && is_leap(year));
	return true;
}
