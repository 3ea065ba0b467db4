/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Integers of as few bits as the largest of them needs. */
#ifndef RAW_BITS_H
#define RAW_BITS_H

#include <stddef.h>
#include <stdint.h>

/* So many are packed together: whatever their width, they fill whole words. */
enum { BITS_COUNT = 512 };

/* The width that integers need: 0 to 64 bits. */
unsigned bits_width(const uint64_t *integers);

/* How many words they take then. */
size_t bits_words(unsigned width);

/* Writes them into so many words, the first in the lowest bits; and reads them, or only number `at`. */
void bits_write(uint64_t *words, const uint64_t *integers, unsigned width);
void bits_read(const uint64_t *words, uint64_t *integers, unsigned width);
uint64_t bits_read_one(const uint64_t *words, size_t at, unsigned width);

#endif
