/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Integers of as few bits as the largest of them needs. */
#include "raw/bits.h"

enum { WORD_BITS = 64 };

unsigned bits_width(const uint64_t *integers)
{
	uint64_t all = 0;
	size_t i;

	for (i = 0; i < BITS_COUNT; i++)
		all |= integers[i];
	return all == 0 ? 0 : WORD_BITS - (unsigned)__builtin_clzll(all);
}

size_t bits_words(unsigned width)
{
	return (size_t)width * BITS_COUNT / WORD_BITS;
}

void bits_write(uint64_t *words, const uint64_t *integers, unsigned width)
{
	uint64_t word = 0;
	unsigned used = 0;
	size_t i;

	for (i = 0; i < BITS_COUNT && width > 0; i++) {
		word |= integers[i] << used;
		used += width;
		if (used < WORD_BITS)
			continue;
		*words++ = word;
		used -= WORD_BITS;
		word = used == 0 ? 0 : integers[i] >> (width - used);
	}
}

uint64_t bits_read_one(const uint64_t *words, size_t at, unsigned width)
{
	size_t bit = at * width;
	unsigned shift = (unsigned)(bit % WORD_BITS);
	uint64_t integer;

	if (width == 0)
		return 0;
	integer = words[bit / WORD_BITS] >> shift;
	if (shift + width > WORD_BITS)
		integer |= words[bit / WORD_BITS + 1] << (WORD_BITS - shift);
	return integer & (UINT64_MAX >> (WORD_BITS - width));
}

void bits_read(const uint64_t *words, uint64_t *integers, unsigned width)
{
	uint64_t mask = width == 0 ? 0 : UINT64_MAX >> (WORD_BITS - width), word = 0;
	unsigned left = 0; /* bits of the word that were not read */
	size_t i;

	for (i = 0; i < BITS_COUNT; i++) {
		integers[i] = word;
		if (left < width) {
			word = *words++;
			integers[i] |= left == 0 ? word : word << left;
			word = width - left == WORD_BITS ? 0 : word >> (width - left);
			left += WORD_BITS - width;
		} else {
			word >>= width % WORD_BITS;
			left -= width;
		}
		integers[i] &= mask;
	}
}
