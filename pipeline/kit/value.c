/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields as numbers: our own grammar first, so that no "nan", "0x10" or "1,5" slips through. */
#include "kit/kit.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Most texts that differ do so in their first byte. */
bool same_text(struct value value, const char *text)
{
	if (missing(value))
		return *text == '\0';
	return *value.text == *text && strlen(text) == value.length &&
		memcmp(value.text, text, value.length) == 0;
}

static size_t digits(const char *text)
{
	size_t count = 0;

	while (text[count] >= '0' && text[count] <= '9')
		count++;
	return count;
}

/* [+-]? (digits [. digits*] | . digits) ([eE] [+-]? digits)?  and nothing else */
static bool is_number(struct value value)
{
	const char *text = value.text;
	size_t whole, fraction = 0;

	if (*text == '+' || *text == '-')
		text++;
	whole = digits(text);
	text += whole;
	if (*text == '.') {
		fraction = digits(++text);
		text += fraction;
	}
	if (whole + fraction == 0)
		return false;
	if (*text == 'e' || *text == 'E') {
		text++;
		if (*text == '+' || *text == '-')
			text++;
		if (digits(text) == 0)
			return false;
		text += digits(text);
	}
	return text == value.text + value.length;
}

bool plain_number(struct value value, int64_t *units, size_t *decimals)
{
	size_t point = value.length, i;

	if (value.length == 0 || value.length > PLAIN_LENGTH)
		return false;
	*units = 0;
	for (i = 0; i < value.length; i++) {
		if (value.text[i] >= '0' && value.text[i] <= '9')
			*units = *units * 10 + (value.text[i] - '0');
		else if (value.text[i] == '.' && point == value.length)
			point = i;
		else
			return false;
	}
	*decimals = point == value.length ? 0 : value.length - point - 1;
	return point > 0 && point != value.length - 1 && (value.text[0] != '0' || point == 1);
}

/* With up to 15 digits, as most have, digits and power of ten are exact in a double, so one division
 * rounds as strtod does, in a tenth of its time. */
bool plain_double(int64_t units, size_t decimals, double *number)
{
	static const double powers_of_ten[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
		1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

	if (units >= 1000000000000000 || decimals > 15)
		return false;
	*number = (double)units;
	if (decimals > 0)
		*number /= powers_of_ten[decimals];
	return true;
}

bool number_read(struct value value, double *number)
{
	int64_t units;
	size_t decimals;

	if (plain_number(value, &units, &decimals) && plain_double(units, decimals, number))
		return true;
	if (!is_number(value))
		return false;
	*number = strtod(value.text, NULL);
	return isfinite(*number);
}

bool integer_read(struct value value, int64_t *integer)
{
	size_t start = value.length > 0 && (value.text[0] == '-' || value.text[0] == '+'), decimals;
	int64_t units;
	char *end;

	if (plain_number(value, &units, &decimals) && decimals == 0) {
		*integer = units;
		return true;
	}
	if (value.length == start || digits(value.text + start) != value.length - start)
		return false;
	errno = 0;
	*integer = strtoll(value.text, &end, 10);
	return errno == 0;
}

double number_or_nan(struct value value)
{
	double number;

	return number_read(value, &number) ? number : (double)NAN;
}

int64_t integer_or(struct value value, int64_t otherwise)
{
	int64_t integer;

	return integer_read(value, &integer) ? integer : otherwise;
}

char *keep_value(struct value value)
{
	return keep_text(value.text, value.length);
}
