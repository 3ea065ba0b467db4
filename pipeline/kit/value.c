/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields as numbers: our own grammar first, so that no "nan", "0x10" or "1,5" slips through. */
#include "kit/kit.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool same_text(struct value value, const char *text)
{
	return strlen(text) == value.length && memcmp(value.text, text, value.length) == 0;
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

bool number_read(struct value value, double *number)
{
	size_t i;

	if (value.length > 0 && value.length <= 9) {	/* the common case: a short whole number */
		int64_t whole = 0;

		for (i = 0; i < value.length && value.text[i] >= '0' && value.text[i] <= '9'; i++)
			whole = whole * 10 + (value.text[i] - '0');
		if (i == value.length) {
			*number = (double)whole;
			return true;
		}
	}
	if (!is_number(value))
		return false;
	*number = strtod(value.text, NULL);
	return isfinite(*number);
}

bool integer_read(struct value value, int64_t *integer)
{
	size_t start = value.length > 0 && (value.text[0] == '-' || value.text[0] == '+');
	char *end;

	if (value.length == start || digits(value.text + start) != value.length - start)
		return false;
	errno = 0;
	*integer = strtoll(value.text, &end, 10);
	return errno == 0;
}
