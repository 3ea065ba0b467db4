/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of many rows in little memory: codes of as few bits as the neighbouring rows allow. */
#include "raw/packed.h"

#include <string.h>

#include "raw/blocks.h"
#include "raw/short_text.h"

/* The code of a value: 0 if it is missing; its place in the column's dictionary, from 1 on; and from
 * FIRST_OTHER on twice the characters of a short number or date, four bits each, or twice the place of
 * the text itself and 1. */
enum { FEW = 256, DICTIONARY_LIMIT = 1024, FIRST_OTHER = DICTIONARY_LIMIT + 1 };

/* A dictionary that is full is not asked again: the column holds texts that seldom recur. */
struct dictionary {
	struct names *texts;
	struct value *values; /* the first `known` of them */
	size_t known, capacity;
	bool full;
	uint32_t by_byte[256];   /* codes of texts of one byte, as most answers are; 0: not met */
	uint32_t by_end[256];    /* of longer ones, while they are FEW: the last with such an end */
	struct name_queue queue; /* of named columns: texts that wait for their codes (names.h) */
	uint16_t waiting[NAME_QUEUE]; /* and their rows among those under way */
};

/* A short text that was unpacked. */
struct short_text {
	char text[SHORT_TEXT + 1];
};

struct packing {
	size_t columns, named;
	struct dictionary *dictionaries;
	struct blocks blocks; /* of the codes */
	char *texts;          /* length and bytes, one behind the other */
	size_t text_used, text_capacity;
	struct short_text *short_texts; /* of the row taken apart last */
};

struct packing *packing_new(size_t columns, size_t named)
{
	struct packing *packing = keep(sizeof(*packing));
	size_t i;

	packing->columns = columns;
	packing->named = named;
	packing->short_texts = keep((columns + 1) * sizeof(*packing->short_texts));
	packing->blocks = blocks_new(columns);
	packing->dictionaries = keep((columns + 1) * sizeof(*packing->dictionaries));
	for (i = 0; i < columns; i++)
		packing->dictionaries[i].texts = names_new();
	return packing;
}

/* ---- codes ---- */

/* Where the code of a text may be found without a search. */
static uint32_t *near_code(struct dictionary *dictionary, struct value value)
{
	const char *last = value.text + value.length - 1;

	if (value.length == 1)
		return &dictionary->by_byte[(unsigned char)*last];
	return &dictionary->by_end[(unsigned char)(*last + 16 * last[-1])];
}

/* The code of text number `number` of the dictionary, which may be a new one. */
static uint32_t numbered(struct dictionary *dictionary, size_t number)
{
	const char *text;

	if (number >= dictionary->known) {
		text = name_text(dictionary->texts, number);
		dictionary->values = grow(dictionary->values, &dictionary->capacity, number + 1,
			sizeof(*dictionary->values));
		dictionary->values[number] = (struct value){ text, strlen(text) };
		dictionary->known = number + 1;
	}
	if (dictionary->known <= FEW)
		*near_code(dictionary, dictionary->values[number]) = (uint32_t)number + 1;
	return (uint32_t)number + 1;
}

/* The place of a text that is kept as it is. */
static uint64_t keep_whole(struct packing *packing, struct value value)
{
	size_t place = packing->text_used, end = place + sizeof(value.length);

	packing->texts = grow(packing->texts, &packing->text_capacity, end + value.length, 1);
	memcpy(packing->texts + place, &value.length, sizeof(value.length));
	memcpy(packing->texts + end, value.text, value.length);
	packing->text_used = end + value.length;
	return place;
}

static struct value whole(const struct packing *packing, uint64_t place)
{
	struct value value = { packing->texts + place + sizeof(value.length), 0 };

	memcpy(&value.length, packing->texts + place, sizeof(value.length));
	return value;
}

/* The code of a value that is neither missing nor near at hand. Texts of named columns may be many, so
 * they wait for theirs: 0 stands there meanwhile. */
static uint64_t new_code(struct packing *packing, size_t column, struct value value)
{
	struct dictionary *dictionary = &packing->dictionaries[column];
	uint64_t characters;
	uint32_t code;

	if (column < packing->named) {
		dictionary->waiting[dictionary->queue.count] =
			(uint16_t)(packing->blocks.rows % BLOCK_ROWS);
		queue_add(&dictionary->queue, value.text, value.length);
		return 0;
	}
	if (value.length > 1 && text_shorten(value, &characters))
		return FIRST_OTHER + 2 * characters;
	if (dictionary->full)
		return FIRST_OTHER + 2 * keep_whole(packing, value) + 1;
	code = numbered(dictionary, name_add(dictionary->texts, value.text, value.length));
	dictionary->full = code == DICTIONARY_LIMIT;
	return code;
}

/* Gives those that wait their codes, if they are `least` or more in their column. */
static void end_waiting(struct packing *packing, size_t least)
{
	size_t numbers[NAME_QUEUE], count, column, i;

	for (column = 0; column < packing->named; column++) {
		struct dictionary *dictionary = &packing->dictionaries[column];

		if (dictionary->queue.count < least)
			continue;
		count = queue_numbers(&dictionary->queue, dictionary->texts, numbers);
		for (i = 0; i < count; i++)
			packing->blocks.under_way[column * BLOCK_STRIDE + dictionary->waiting[i]] =
				numbered(dictionary, numbers[i]);
	}
}

static bool equal(struct value left, struct value right)
{
	return left.length == right.length && memcmp(left.text, right.text, left.length) == 0;
}

static inline uint64_t code_of(struct packing *packing, size_t column, struct value value)
{
	struct dictionary *dictionary = &packing->dictionaries[column];
	uint32_t code = 0;

	if (missing(value))
		return 0;
	if (value.length == 1 || dictionary->known <= FEW)
		code = *near_code(dictionary, value);
	if (code != 0 && (value.length == 1 || equal(dictionary->values[code - 1], value)))
		return code;
	return new_code(packing, column, value);
}

/* What a code stands for; the text of a short one is written into `text`. */
static inline struct value value_of(
	const struct packing *packing, size_t column, uint64_t code, struct short_text *text)
{
	if (code == 0)
		return (struct value){ "", 0 };
	if (column < packing->named || code < FIRST_OTHER)
		return packing->dictionaries[column].values[code - 1];
	code -= FIRST_OTHER;
	return code % 2 == 0 ? text_lengthen(code / 2, text->text) : whole(packing, code / 2);
}

size_t packing_add(struct packing *packing, const struct value *values)
{
	struct blocks *blocks = &packing->blocks;
	size_t at = blocks->rows % BLOCK_ROWS, i;

	for (i = 0; i < packing->columns; i++)
		blocks->under_way[i * BLOCK_STRIDE + at] = code_of(packing, i, values[i]);
	end_waiting(packing, at == BLOCK_ROWS - 1 ? 1 : NAME_QUEUE);
	blocks_end_row(blocks);
	return blocks->rows - 1;
}

/* ---- rows again ---- */

void packing_get(struct packing *packing, size_t row, struct value *values)
{
	const uint64_t *codes;
	size_t i;

	end_waiting(packing, 1);
	codes = blocks_row(&packing->blocks, row);
	for (i = 0; i < packing->columns; i++)
		values[i] = value_of(packing, i, codes[i * BLOCK_STRIDE], &packing->short_texts[i]);
}

static struct codes codes_of(struct packing *packing, size_t row)
{
	end_waiting(packing, 1);
	return blocks_codes(&packing->blocks, row);
}

uint32_t packing_number(struct packing *packing, size_t row, size_t column)
{
	end_waiting(packing, 1);
	return (uint32_t)blocks_row(&packing->blocks, row)[column * BLOCK_STRIDE];
}

bool packing_equal(struct packing *packing, size_t left, size_t right)
{
	struct codes left_codes = codes_of(packing, left), right_codes = codes_of(packing, right);
	struct short_text texts[2];
	size_t i;

	for (i = 0; i < packing->columns; i++) {
		struct value a = value_of(packing, i, next_code(&left_codes), &texts[0]);
		struct value b = value_of(packing, i, next_code(&right_codes), &texts[1]);

		if (!equal(a, b))
			return false;
	}
	return true;
}
