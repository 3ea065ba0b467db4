/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 256-bit integers as plain decimal text, in both directions. */
#include "stat/exact.h"

enum { CHUNK = 18 }; /* digits that fit in 64 bits */

static size_t digits_at(const char *text, size_t length)
{
	size_t digits = 0;

	while (digits < length && text[digits] >= '0' && text[digits] <= '9')
		digits++;
	return digits;
}

/* Appends so many digits to those of value, zeros where text is NULL; false if that leaves the range. */
static bool append_digits(struct exact *value, const char *text, size_t count)
{
	size_t i = 0;

	while (i < count) {
		size_t end = count - i > CHUNK ? i + CHUNK : count;
		int64_t power = 1, chunk = 0;

		for (; i < end; i++) {
			power *= 10;
			chunk = chunk * 10 + (text ? text[i] - '0' : 0);
		}
		if (exact_multiply_int64(*value, power, value) != STAT_OK ||
			exact_add(*value, exact_from_int64(chunk), value) != STAT_OK)
			return false;
	}
	return true;
}

static bool all_zeros(const char *text, size_t count)
{
	while (count > 0 && text[count - 1] == '0')
		count--;
	return count == 0;
}

/* Reads digits, with a point among them or not, that make 18 at most with the decimals they lack, as
 * nearly all do; false for other texts. */
static bool read_short(const char *text, size_t length, unsigned decimals, int64_t *value)
{
	size_t point = length, after, i;

	if (length == 0 || length + decimals > 18)
		return false;
	*value = 0;
	for (i = 0; i < length; i++) {
		if (text[i] >= '0' && text[i] <= '9')
			*value = *value * 10 + (text[i] - '0');
		else if (text[i] == '.' && point == length && i > 0 && i + 1 < length)
			point = i;
		else
			return false;
	}
	for (after = point == length ? 0 : length - point - 1; after < decimals; after++)
		*value *= 10;
	return after == decimals;
}

bool exact_from_text(const char *text, size_t length, unsigned decimals, struct exact *value)
{
	bool negative = length > 0 && text[0] == '-';
	size_t whole, after = 0, kept;
	struct exact result = { { 0 } };
	int64_t few;

	if (decimals > EXACT_MAX_DECIMALS)
		return false;
	text += negative;
	length -= negative;
	if (read_short(text, length, decimals, &few)) {
		*value = exact_from_int64(negative ? -few : few);
		return true;
	}
	whole = digits_at(text, length);
	if (whole > 0 && whole < length && text[whole] == '.') {
		after = digits_at(text + whole + 1, length - whole - 1);
		length -= after > 0;
	}
	kept = after < decimals ? after : decimals;
	if (whole == 0 || whole + after != length || !append_digits(&result, text, whole) ||
		!append_digits(&result, text + whole + 1, kept) ||
		!append_digits(&result, NULL, decimals - kept) ||
		!all_zeros(text + whole + 1 + kept, after - kept))
		return false;
	*value = negative ? exact_negate(result) : result;
	return true;
}

/* Digits of a value >= 0 from the last to the first, at least `least` of them. */
static size_t reversed_digits(struct exact value, size_t least, char *digits)
{
	size_t length = 0;

	while (exact_sign(value) != 0 || length < least) {
		uint32_t nine;

		exact_divide(value, 1000000000, &value, &nine);
		for (int i = 0; i < 9; i++) {
			digits[length++] = (char)('0' + nine % 10);
			nine /= 10;
		}
	}
	while (length > least && digits[length - 1] == '0')
		length--;
	return length;
}

size_t exact_to_text(struct exact value, unsigned decimals, char *buffer)
{
	char digits[EXACT_TEXT_SIZE]; /* 77 digits, and up to 8 more because they come in nines */
	bool negative = exact_sign(value) < 0;
	size_t length = 0;
	size_t dropped = 0;
	size_t count;

	buffer[0] = '\0';
	if (decimals > EXACT_MAX_DECIMALS)
		return 0;
	count = reversed_digits(
		negative ? exact_negate(value) : value, (size_t)decimals + 1, digits);
	while (dropped < decimals && digits[dropped] == '0')
		dropped++;
	if (negative)
		buffer[length++] = '-';
	for (size_t i = count; i > dropped; i--) {
		if (i == decimals)
			buffer[length++] = '.';
		buffer[length++] = digits[i - 1];
	}
	buffer[length] = '\0';
	return length;
}
