/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a row as few bytes: a place in a column's dictionary, a plain number, or the text itself. */
#include "raw/packed.h"

#include <string.h>

#include "kit/decimal.h"

enum { DICTIONARY_LIMIT = 1024, BLOCK_SIZE = 1 << 20 };
enum { MOST_BYTES = 20 }; /* that two sizes take */

/* What the first byte of a value says: that it is missing; that length and text follow; that an
 * integer follows which has so many decimals; else it begins a place in the dictionary. */
enum {
	PACKED_MISSING,
	PACKED_INLINE,
	PACKED_NUMBER,
	MOST_DECIMALS = 9,
	PACKED_FIRST = PACKED_NUMBER + MOST_DECIMALS + 1
};

/* A dictionary that is full is not asked again: the column holds amounts, which seldom recur. */
struct dictionary {
	struct names *texts;
	struct value *values;
	size_t capacity;
	bool full;
	size_t by_byte[256]; /* number + 1 of texts of one byte, as most answers are; 0: not met */
};

/* The text of a number that was unpacked. */
struct packed_text {
	char text[32];
};

struct packing {
	size_t columns, named;
	struct dictionary *dictionaries;
	unsigned char *row; /* under way */
	size_t row_used, row_capacity;
	struct packed_text *texts; /* of the row unpacked last */
	unsigned char *block;
	size_t block_left;
};

struct packing *packing_new(size_t columns, size_t named)
{
	struct packing *packing = keep(sizeof(*packing));
	size_t i;

	packing->columns = columns;
	packing->named = named;
	packing->texts = keep((columns + 1) * sizeof(*packing->texts));
	packing->dictionaries = keep((columns + 1) * sizeof(*packing->dictionaries));
	for (i = 0; i < columns; i++)
		packing->dictionaries[i].texts = names_new();
	return packing;
}

static void make_room(struct packing *packing, size_t more)
{
	packing->row = grow(packing->row, &packing->row_capacity, packing->row_used + more, 1);
}

/* Seven bits a byte, the lowest first; the high bit says that more follow. There is room. */
static void put_size(struct packing *packing, size_t size)
{
	for (; size >= 0x80; size >>= 7)
		packing->row[packing->row_used++] = (unsigned char)(size | 0x80);
	packing->row[packing->row_used++] = (unsigned char)size;
}

static size_t get_size(const unsigned char **at)
{
	size_t size = 0;
	unsigned shift = 0;

	for (; (**at & 0x80) != 0; (*at)++, shift += 7)
		size |= (size_t)(**at & 0x7f) << shift;
	return size | (size_t) * (*at)++ << shift;
}

/* The number of a text, or NO_NAME where it goes inline. */
static size_t number_of(struct dictionary *dictionary, struct value value)
{
	size_t *known = value.length == 1 ? &dictionary->by_byte[(unsigned char)*value.text] : NULL;
	size_t count = name_count(dictionary->texts), number;

	if (known != NULL && *known > 0)
		return *known - 1;
	if (dictionary->full)
		return NO_NAME;
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

static void put_inline(struct packing *packing, struct value value)
{
	make_room(packing, value.length + packing->columns * MOST_BYTES);
	put_size(packing, PACKED_INLINE);
	put_size(packing, value.length);
	memcpy(packing->row + packing->row_used, value.text, value.length);
	packing->row_used += value.length;
}

static void put_packed(struct packing *packing, size_t column, struct value value)
{
	struct dictionary *dictionary = &packing->dictionaries[column];
	size_t number, decimals;
	int64_t units;

	if (missing(value)) {
		put_size(packing, PACKED_MISSING);
		return;
	}
	number = number_of(dictionary, value);
	if (number != NO_NAME) {
		put_size(packing, number + PACKED_FIRST);
	} else if (plain_number(value, &units, &decimals) && decimals <= MOST_DECIMALS) {
		put_size(packing, PACKED_NUMBER + decimals);
		put_size(packing, (size_t)units);
	} else {
		put_inline(packing, value);
	}
	if (column >= packing->named && number == DICTIONARY_LIMIT - 1)
		dictionary->full = true;
}

const unsigned char *packing_pack(struct packing *packing, const struct value *values)
{
	unsigned char *row;
	size_t i;

	packing->row_used = 0;
	make_room(packing, packing->columns * MOST_BYTES);
	for (i = 0; i < packing->columns; i++)
		put_packed(packing, i, values[i]);
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

/* Takes the value of a column from the row; the text of a number is written into `text`. */
static struct value get_packed(const struct packing *packing, size_t column,
	const unsigned char **row, struct packed_text *text)
{
	size_t size = get_size(row);
	struct value value;

	if (size == PACKED_MISSING)
		return (struct value){ "", 0 };
	if (size >= PACKED_FIRST)
		return packing->dictionaries[column].values[size - PACKED_FIRST];
	if (size >= PACKED_NUMBER) {
		struct decimal decimal = { (int64_t)get_size(row), (int)size - PACKED_NUMBER };

		return (struct value){ text->text, decimal_text(decimal, text->text) };
	}
	size = get_size(row);
	value = (struct value){ (const char *)*row, size };
	*row += size;
	return value;
}

void packing_unpack(const struct packing *packing, const unsigned char *row, struct value *values)
{
	size_t i;

	for (i = 0; i < packing->columns; i++)
		values[i] = get_packed(packing, i, &row, &packing->texts[i]);
}

uint32_t packing_number(const unsigned char *row, size_t column)
{
	while (column-- > 0)
		get_size(&row);
	return (uint32_t)get_size(&row);
}

bool packing_equal(
	const struct packing *packing, const unsigned char *left, const unsigned char *right)
{
	struct packed_text texts[2];
	size_t i;

	for (i = 0; i < packing->columns; i++) {
		struct value a = get_packed(packing, i, &left, &texts[0]);
		struct value b = get_packed(packing, i, &right, &texts[1]);

		if (a.length != b.length || memcmp(a.text, b.text, a.length) != 0)
			return false;
	}
	return true;
}
