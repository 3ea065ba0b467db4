/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes numbers, each as the shortest text that reads back. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/digits.h"
#include "kit/kit.h"

void put_integer(struct writer *writer, int64_t integer)
{
	char text[24], *end = text + sizeof(text);
	uint64_t size = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;
	char *first = digits_before(end, size, 1);

	if (integer < 0)
		*--first = '-';
	put_text(writer, first, (size_t)(end - first));
}

size_t number_text(double number, char text[32])
{
	int precision, length = 0;

	if (number == 0)
		number = 0; /* never "-0" */
	/* 15 digits read back as written, save below the normal range, where fewer may be enough */
	for (precision = fabs(number) < DBL_MIN ? 1 : 15; precision <= 17; precision++) {
		length = snprintf(text, 32, "%.*g", precision, number);
		if (strtod(text, NULL) == number)
			break;
	}
	return (size_t)length;
}

void put_number(struct writer *writer, double number)
{
	char text[32];

	if (!isfinite(number))
		put_missing(writer);
	else if (fabs(number) < 1e15 && number == floor(number))
		put_integer(writer, (int64_t)number);
	else
		put_text(writer, text, number_text(number, text));
}

void put_decimal(struct writer *writer, double number, int decimals)
{
	char text[400];
	int length;

	if (!isfinite(number)) {
		put_missing(writer);
		return;
	}
	if (fabs(number) < 1e15 && number == floor(number)) {
		put_integer(writer, (int64_t)number);
		return;
	}
	length = snprintf(text, sizeof(text), "%.*f", decimals, number);
	if (memchr(text, '.', (size_t)length) != NULL) {
		while (text[length - 1] == '0')
			length--;
		if (text[length - 1] == '.')
			length--;
	}
	if (length == 2 && text[0] == '-' && text[1] == '0')
		put_text(writer, "0", 1);
	else
		put_text(writer, text, (size_t)length);
}
