/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of months, and the order of day, month and year. */
#include "drawing/dates.h"

#include <string.h>

#include "drawing/texts.h"

static const struct text months[] = {
	{ "January", "Januari" },
	{ "February", "Februari" },
	{ "March", "Maret" },
	{ "April", "April" },
	{ "May", "Mei" },
	{ "June", "Juni" },
	{ "July", "Juli" },
	{ "August", "Agustus" },
	{ "September", "September" },
	{ "October", "Oktober" },
	{ "November", "November" },
	{ "December", "Desember" },
};
static const char digits[] = "0123456789";

/* The number of two digits at `text`; 0 if they are something else. */
static size_t two_digits(const char *text)
{
	return strspn(text, digits) == 2 ? (size_t)(text[0] - '0') * 10 + (size_t)(text[1] - '0')
					 : 0;
}

struct text date_shown(const char *iso)
{
	size_t length = strlen(iso), month, day;
	struct text shown;

	if ((length != 7 && length != 10) || strspn(iso, digits) != 4 || iso[4] != '-')
		return text_same(iso);
	month = two_digits(iso + 5);
	day = length == 10 && iso[7] == '-' ? two_digits(iso + 8) : 0;
	if (month < 1 || month > 12 || (length == 10 && (day < 1 || day > 31)))
		return text_same(iso);
	shown = text_join(months[month - 1], " ", text_same(keep_text(iso, 4)));
	return day == 0 ? shown : text_join(text_same(keep_format("%zu", day)), " ", shown);
}

struct text date_short(const char *iso)
{
	size_t length = strlen(iso), month = length >= 7 ? two_digits(iso + 5) : 0;
	struct text year = text_same(keep_text(iso, length < 4 ? length : 4)), name;

	if (month < 1 || month > 12)
		return year;
	name = (struct text){ keep_text(months[month - 1].en, 3),
		keep_text(months[month - 1].id, 3) };
	return text_join(name, " ", year);
}
