/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a row as few bytes: a number into a column's dictionary, or the text itself. */
#include "raw/packed.h"

#include <string.h>

enum { DICTIONARY_LIMIT = 1024, BLOCK_SIZE = 1 << 20 };

/* What a packed number says: 0 is missing, 1 that the text follows, others are dictionary + 2. */
enum { PACKED_MISSING, PACKED_INLINE, PACKED_FIRST };

struct dictionary {
	struct names *texts;
	struct value *values;
	size_t capacity;
	size_t by_byte[256]; /* number + 1 of texts of one byte, as most answers are; 0: not met */
};

struct packing {
	size_t columns;
	struct dictionary *dictionaries;
	unsigned char *row; /* under way */
	size_t row_used, row_capacity;
	unsigned char *block;
	size_t block_left;
};

struct packing *packing_new(size_t columns)
{
	struct packing *packing = keep(sizeof(*packing));
	size_t i;

	packing->columns = columns;
	packing->dictionaries = keep((columns + 1) * sizeof(*packing->dictionaries));
	for (i = 0; i < columns; i++)
		packing->dictionaries[i].texts = names_new();
	return packing;
}

static void put_byte(struct packing *packing, unsigned byte)
{
	packing->row = grow(packing->row, &packing->row_capacity, packing->row_used + 1, 1);
	packing->row[packing->row_used++] = (unsigned char)byte;
}

/* Seven bits a byte, the lowest first; the high bit says that more follow. */
static void put_size(struct packing *packing, size_t size)
{
	for (; size >= 0x80; size >>= 7)
		put_byte(packing, (unsigned)(size & 0x7f) | 0x80);
	put_byte(packing, (unsigned)size);
}

static size_t get_size(const unsigned char **at)
{
	size_t size = 0;
	unsigned shift = 0;

	for (; (**at & 0x80) != 0; (*at)++, shift += 7)
		size |= (size_t)(**at & 0x7f) << shift;
	return size | (size_t) * (*at)++ << shift;
}

/* The number of a text, or NO_NAME where the dictionary is full and does not have it. */
static size_t number_of(struct dictionary *dictionary, struct value value)
{
	size_t *known = value.length == 1 ? &dictionary->by_byte[(unsigned char)*value.text] : NULL;
	size_t count = name_count(dictionary->texts), number;

	if (known != NULL && *known > 0)
		return *known - 1;
	if (count == DICTIONARY_LIMIT)
		return name_find(dictionary->texts, value.text, value.length);
	number = name_add(dictionary->texts, value.text, value.length);
	if (known != NULL)
		*known = number + 1;
	if (number == count) {
		dictionary->values = grow(dictionary->values, &dictionary->capacity, count + 1,
			sizeof(*dictionary->values));
		dictionary->values[number] =
			(struct value){ name_text(dictionary->texts, number), value.length };
	}
	return number;
}

static void put_packed(struct packing *packing, struct dictionary *dictionary, struct value value)
{
	size_t number;

	if (missing(value)) {
		put_size(packing, PACKED_MISSING);
		return;
	}
	number = number_of(dictionary, value);
	if (number != NO_NAME) {
		put_size(packing, number + PACKED_FIRST);
		return;
	}
	put_size(packing, PACKED_INLINE);
	put_size(packing, value.length);
	packing->row =
		grow(packing->row, &packing->row_capacity, packing->row_used + value.length, 1);
	memcpy(packing->row + packing->row_used, value.text, value.length);
	packing->row_used += value.length;
}

const unsigned char *packing_pack(
	struct packing *packing, const struct value *values, size_t *length)
{
	unsigned char *row;
	size_t i;

	packing->row_used = 0;
	for (i = 0; i < packing->columns; i++)
		put_packed(packing, &packing->dictionaries[i], values[i]);
	*length = packing->row_used;
	if (packing->row_used > packing->block_left) {
		packing->block_left =
			packing->row_used > BLOCK_SIZE ? packing->row_used : BLOCK_SIZE;
		packing->block = keep(packing->block_left);
	}
	row = packing->block;
	memcpy(row, packing->row, packing->row_used);
	packing->block += packing->row_used;
	packing->block_left -= packing->row_used;
	return row;
}

void packing_unpack(const struct packing *packing, const unsigned char *row, struct value *values)
{
	size_t i, size;

	for (i = 0; i < packing->columns; i++) {
		size = get_size(&row);
		if (size == PACKED_MISSING) {
			values[i] = (struct value){ "", 0 };
		} else if (size == PACKED_INLINE) {
			size = get_size(&row);
			values[i] = (struct value){ (const char *)row, size };
			row += size;
		} else {
			values[i] = packing->dictionaries[i].values[size - PACKED_FIRST];
		}
	}
}
