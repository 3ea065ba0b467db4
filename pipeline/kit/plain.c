/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain bytes, eight at a time: each byte of a word is looked at by the same few operations. */
#include "kit/plain.h"

#include <string.h>

enum { WORD = sizeof(uint64_t) };

static const uint64_t each_byte = 0x0101010101010101u, low_bits = 0x7f7f7f7f7f7f7f7fu;

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
	size_t count = 0, at;
	char *start = line;

	for (at = 0; at < length; at += WORD) {
		found = zero_bytes(word_at(line + at, length - at) ^ delimiters);
		for (; found != 0; found &= found - 1) {
			char *stop = line + at + __builtin_ctzll(found) / 8;

			fields[count++] = (struct value){ start, (size_t)(stop - start) };
			*stop = '\0';
			start = stop + 1;
		}
	}
	line[length] = '\0';
	fields[count++] = (struct value){ start, (size_t)(line + length - start) };
	return count;
}
