/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain bytes, eight at a time: each byte of a word is looked at by the same few operations. */
#include "kit/plain.h"

#include <string.h>

enum { WORD = sizeof(uint64_t) };

static const uint64_t each_byte = 0x0101010101010101u, low_bits = 0x7f7f7f7f7f7f7f7fu,
		      high_bits = 0x8080808080808080u;

/* Up to eight bytes, the first in the lowest place, then zeros. */
static uint64_t word_at(const char *text, size_t room)
{
	uint64_t word = 0;

	if (room >= WORD)
		memcpy(&word, text, WORD);
	else
		memcpy(&word, text, room);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

/* 0x80 in the place of each byte that is zero, by carries that stay within their byte. */
static uint64_t zero_bytes(uint64_t word)
{
	return ~(((word & low_bits) + low_bits) | word | low_bits);
}

/* Not zero if one of the bytes is no ASCII, a control character or a quotation mark. A borrow may
 * point at a wrong byte as well, but only behind a right one. */
static uint64_t odd_bytes(uint64_t word)
{
	uint64_t quotes = word ^ (each_byte * '"');

	return (((word - each_byte * ' ') & ~word) | ((quotes - each_byte) & ~quotes) | word) &
		high_bits;
}

bool plain_text(const char *text, size_t length)
{
	uint64_t odd;
	size_t at;

	if (length < WORD)
		return length == 0;
	odd = odd_bytes(word_at(text + length - WORD, WORD)); /* may overlap the one before */
	for (at = 0; at + WORD < length; at += WORD)
		odd |= odd_bytes(word_at(text + at, WORD));
	return odd == 0;
}

size_t plain_start(const char *text, size_t length)
{
	size_t plain = 0;

	while (length - plain >= WORD) {
		uint64_t word = word_at(text + plain, WORD);

		if ((word & ~low_bits) != 0 || zero_bytes(word) != 0)
			break;
		plain += WORD;
	}
	return plain;
}

bool plain_line(const char *line, size_t length)
{
	const char *end = memchr(line, '\n', length);

	return (end == NULL || end == line + length - 1) && memchr(line, '"', length) == NULL &&
		memchr(line, '\r', length) == NULL;
}

size_t plain_split(char *line, size_t length, char delimiter, struct value *fields)
{
	uint64_t delimiters = each_byte * (unsigned char)delimiter, found;
	struct value *field = fields;
	char *start = line, *end = line + length, *at;

	for (at = line; at < end; at += WORD) {
		found = zero_bytes(word_at(at, (size_t)(end - at)) ^ delimiters);
		for (; found != 0; found &= found - 1) {
			char *stop = at + __builtin_ctzll(found) / 8;

			*field++ = (struct value){ start, (size_t)(stop - start) };
			*stop = '\0';
			start = stop + 1;
		}
	}
	*end = '\0';
	*field++ = (struct value){ start, (size_t)(end - start) };
	return (size_t)(field - fields);
}
