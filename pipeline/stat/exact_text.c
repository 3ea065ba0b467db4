/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 256-bit integers as plain decimal text, in both directions. */
#include "stat/exact.h"

/* value = value * 10 + digit; false if that leaves the range. */
static bool append_digit(struct exact *value, char digit)
{
	struct exact next;

	if (exact_multiply_int64(*value, 10, &next) != STAT_OK)
		return false;
	return exact_add(next, exact_from_int64(digit - '0'), value) == STAT_OK;
}

/* Digits from *at on go into value until something else stands there; returns how many. At most
 * `limit` digits count, zeros beyond are passed over. SIZE_MAX if the value leaves the range. */
static size_t read_digits(
	const char *text, size_t length, size_t *at, size_t limit, struct exact *value)
{
	size_t digits = 0;

	for (; *at < length && text[*at] >= '0' && text[*at] <= '9'; ++*at, digits++) {
		if (digits >= limit && text[*at] == '0')
			continue;
		if (digits >= limit || !append_digit(value, text[*at]))
			return SIZE_MAX;
	}
	return digits;
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
	int64_t few;
	struct exact result = { { 0 } };
	bool negative = length > 0 && text[0] == '-';
	size_t at = negative;
	size_t whole;
	size_t after = 0;

	if (decimals > EXACT_MAX_DECIMALS)
		return false;
	if (read_short(text + negative, length - negative, decimals, &few)) {
		*value = exact_from_int64(negative ? -few : few);
		return true;
	}
	whole = read_digits(text, length, &at, SIZE_MAX, &result);
	if (whole == 0 || whole == SIZE_MAX)
		return false;
	if (at < length && text[at] == '.') {
		at++;
		after = read_digits(text, length, &at, decimals, &result);
		if (after == 0 || after == SIZE_MAX)
			return false;
	}
	if (at < length)
		return false;
	for (; after < decimals; after++)
		if (!append_digit(&result, '0'))
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
