/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates as spreadsheets and forms write them. */
#include "raw/number.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* Turns 1.500,5 into 1500.5; false where points do not stand between groups of three. */
static bool plain_point(struct value *text, struct scratch *scratch)
{
	char *into;
	size_t digits = 0, i;
	bool grouped = false, comma = false;

	scratch_copy(scratch, text->text, text->length);
	into = scratch->text;
	for (i = 0; i < text->length; i++) {
		char character = scratch->text[i];

		if (character == '.') {
			if (comma || digits == 0 || digits > 3 || (grouped && digits != 3))
				return false;
			grouped = true;
			digits = 0;
			continue;
		}
		if (character == ',') {
			if (comma || (grouped && digits != 3))
				return false;
			comma = true;
			character = '.';
		}
		digits += is_digit(character);
		*into++ = character;
	}
	if (grouped && !comma && digits != 3)
		return false;
	*into = '\0';
	*text = (struct value){ scratch->text, (size_t)(into - scratch->text) };
	return true;
}

/* Takes off what two writings of one number may differ in. */
static struct value shortest(char *text, size_t length)
{
	bool negative = *text == '-';
	char *start = text + (*text == '-' || *text == '+'), *end = text + length;

	while (end - start > 1 && *start == '0' && is_digit(start[1]))
		start++;
	if (memchr(start, '.', (size_t)(end - start)) != NULL) {
		while (end[-1] == '0')
			end--;
		if (end[-1] == '.')
			end--;
		if (start == end || *start == '.') /* .5 */
			*--start = '0';
	}
	*end = '\0';
	if (negative && strcmp(start, "0") != 0)
		*--start = '-';
	return (struct value){ start, (size_t)(end - start) };
}

bool number_clean(struct value text, char decimal, struct scratch *scratch, struct value *clean)
{
	double number;
	char *copy;

	text = text_trimmed(text);
	if (decimal == ',' && !plain_point(&text, scratch))
		return false;
	/* one byte in front, for the zero that .5 lacks */
	scratch_copy(scratch, text.text, text.length);
	scratch->text = grow(scratch->text, &scratch->capacity, text.length + 34, 1);
	memmove(scratch->text + 1, scratch->text, text.length + 1);
	copy = scratch->text + 1;
	if (!number_read((struct value){ copy, text.length }, &number))
		return false;
	if (strpbrk(copy, "eE") != NULL) {
		*clean = (struct value){ copy, number_text(number, copy) };
		return true;
	}
	*clean = shortest(copy, text.length);
	return true;
}

enum grouping number_grouping(struct value text)
{
	size_t groups = 0, digits = 0, i;

	text = text_trimmed(text);
	if (text.length > 0 && strchr("+-", *text.text) != NULL)
		text = (struct value){ text.text + 1, text.length - 1 };
	if (text.length == 0 || *text.text == '0')
		return NOT_GROUPED;
	for (i = 0; i < text.length; i++) {
		if (text.text[i] == '.' &&
			(groups == 0 ? digits >= 1 && digits <= 3 : digits == 3)) {
			groups++;
			digits = 0;
		} else if (is_digit(text.text[i])) {
			digits++;
		} else {
			return NOT_GROUPED;
		}
	}
	if (groups == 0 || digits != 3)
		return NOT_GROUPED;
	return groups == 1 ? GROUPED_ONCE : GROUPED_TWICE;
}

static bool exists(int year, int month, int day)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (year < 1000 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= lengths[month - 1] + (month == 2 && leap);
}

/* Reads at most four digits; returns how many there were. */
static int read_digits(const char **text, const char *end, int *number)
{
	int count = 0;

	for (*number = 0; *text < end && is_digit(**text) && count < 4; count++)
		*number = *number * 10 + (*(*text)++ - '0');
	return count;
}

bool date_clean(
	struct value text, enum date_order order, struct scratch *scratch, struct value *clean)
{
	struct value trimmed = text_trimmed(text);
	const char *at = trimmed.text, *end = at + trimmed.length;
	int parts[3], lengths[3], i, year, month, day;

	for (i = 0; i < 3; i++) {
		if (i > 0 && (at == end || strchr("-/.", *at) == NULL))
			return false;
		at += i > 0;
		lengths[i] = read_digits(&at, end, &parts[i]);
		if (lengths[i] == 0)
			return false;
	}
	if (at < end && *at != 'T' && *at != ' ' && *at != ',')
		return false;
	if (lengths[0] == 4)
		order = DATES_YMD;
	else if (order == DATES_YMD)
		return false;
	year = parts[order == DATES_YMD ? 0 : 2];
	month = parts[order == DATES_MDY ? 0 : 1];
	day = parts[order == DATES_YMD ? 2 : order == DATES_DMY ? 0 : 1];
	if (!exists(year, month, day))
		return false;
	scratch->text = grow(scratch->text, &scratch->capacity, 32, 1);
	snprintf(scratch->text, 32, "%04d-%02d-%02d", year, month, day);
	*clean = (struct value){ scratch->text, 10 };
	return true;
}
