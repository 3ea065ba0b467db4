/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of thousands and decimals, rounded amounts and their units. */
#include "result/told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *marked(const char *plain, const char *thousands, const char *decimal)
{
	const char *digits = plain + (*plain == '-');
	size_t whole = strspn(digits, "0123456789"), i;
	const char *text = *plain == '-' ? "−" : "", *rest = digits + whole;

	for (i = 0; i < whole; i++)
		text = keep_format(
			"%s%s%c", text, i > 0 && (whole - i) % 3 == 0 ? thousands : "", digits[i]);
	return *rest == '.' ? keep_format("%s%s%s", text, decimal, rest + 1)
			    : keep_format("%s%s", text, rest);
}

struct text number_marked(const char *plain)
{
	return (struct text){ .en = marked(plain, ",", "."), .id = marked(plain, ".", ",") };
}

bool unit_is_currency(const char *unit)
{
	static const char *const marks[] = { "Rp", "IDR", "USD", "US$", "$", "EUR", "€", "£" };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strcmp(unit, marks[i]) == 0)
			return true;
	return false;
}

/* 0.0123 as 0.012, 4.96 as 5.0, 123456 as 120000. */
static struct text two_digits(double number)
{
	char plain[400];
	int exponent;

	snprintf(plain, sizeof(plain), "%.1e", number);
	exponent = (int)strtol(strchr(plain, 'e') + 1, NULL, 10);
	snprintf(
		plain, sizeof(plain), "%.*f", exponent < 1 ? 1 - exponent : 0, strtod(plain, NULL));
	return number_marked(plain);
}

struct text change_told(const struct indicator *indicator, double change)
{
	bool share = indicator->type == INDICATOR_BINARY;
	struct text number = two_digits(share ? 100 * change : change);
	const char *unit = indicator->unit;

	if (share)
		return (struct text){ .en = keep_format("%s percentage points", number.en),
			.id = keep_format("%s poin persentase", number.id) };
	if (strspn(unit, "0123456789") > 0)
		return (struct text){ .en = keep_format("%s points", number.en),
			.id = keep_format("%s poin", number.id) };
	if (*unit == '\0')
		return number;
	if (unit_is_currency(unit))
		return (struct text){ .en = keep_format("%s%s", unit, number.en),
			.id = keep_format("%s%s", unit, number.id) };
	return (struct text){ .en = keep_format("%s %s", number.en, unit),
		.id = keep_format("%s %s", number.id, unit) };
}
