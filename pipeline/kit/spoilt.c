/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What spreadsheets leave behind in cells that they have spoilt. */
#include "kit/spoilt.h"

#include <string.h>

static size_t digits(const char *text)
{
	return strspn(text, "0123456789");
}

static bool error_code(const char *text)
{
	static const char *const traces[] = { "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A",
		"#NUM!", "#NULL!", "####" };
	size_t i;

	for (i = 0; i < sizeof(traces) / sizeof(traces[0]); i++)
		if (strncmp(text, traces[i], strlen(traces[i])) == 0)
			return true;
	return false;
}

/* One digit, perhaps more behind a point or comma, then E+15. */
static bool short_number(const char *text)
{
	text += *text == '-';
	if (digits(text) != 1)
		return false;
	text++;
	if (*text == '.' || *text == ',')
		text += 1 + digits(text + 1);
	if (text[0] != 'E' || (text[1] != '+' && text[1] != '-'))
		return false;
	text += 2;
	return digits(text) >= 2 && text[digits(text)] == '\0';
}

/* 1-Mar, perhaps with the year behind. */
static bool day_and_month(const char *text)
{
	static const char months[] = "Jan Feb Mar Apr Mei May Jun Jul Agu Agt Ags Aug Sep Okt Oct "
				     "Nop Nov Des Dec";
	size_t length = digits(text), i;

	if (length < 1 || length > 2 || text[length] != '-')
		return false;
	text += length + 1;
	for (i = 0; i < sizeof(months); i += 4)
		if (strncmp(text, months + i, 3) == 0)
			break;
	if (i >= sizeof(months))
		return false;
	text += 3;
	if (*text == '\0')
		return true;
	length = *text == '-' ? digits(text + 1) : 0;
	return (length == 2 || length == 4) && text[1 + length] == '\0';
}

enum spoiling spoilt(const char *text)
{
	if (*text > '9') /* as most codes begin; all that is spoilt begins lower */
		return UNSPOILT;
	if (*text == '#' && error_code(text))
		return SPOILT_ERROR;
	if (short_number(text))
		return SPOILT_NUMBER;
	return day_and_month(text) ? SPOILT_DATE : UNSPOILT;
}

struct text spoilt_reason(enum spoiling spoiling)
{
	static const struct text reasons[] = {
		[UNSPOILT] = { NULL, NULL },
		[SPOILT_ERROR] = { "a spreadsheet spoilt this cell; type it anew (as text)",
			"sel ini dirusak oleh lembar kerja; ketik ulang (sebagai teks)" },
		[SPOILT_NUMBER] = { "a spreadsheet turned a long code into a number and lost its "
				    "digits; take it from the source again, in a column formatted "
				    "as text",
			"lembar kerja mengubah kode panjang menjadi angka sehingga angkanya "
			"hilang; ambil lagi dari sumbernya, dalam kolom berformat teks" },
		[SPOILT_DATE] = { "a spreadsheet turned a code into a date (1-3 becomes 1-Mar); "
				  "type it anew, in a column formatted as text",
			"lembar kerja mengubah kode menjadi tanggal (1-3 menjadi 1-Mar); ketik "
			"ulang, dalam kolom berformat teks" },
	};

	return reasons[spoiling];
}

bool date_shaped(const char *text)
{
	return digits(text) == 4 && text[4] == '-' && digits(text + 5) == 2 && text[7] == '-' &&
		digits(text + 8) == 2 && text[10] == '\0';
}
