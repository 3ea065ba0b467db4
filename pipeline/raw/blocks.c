/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes of many rows, packed by blocks of rows and column after column. */
#include "raw/blocks.h"

enum { ROOM = 1 << 17 }; /* words asked for at once */

/* The codes of a column take `width` bits each, the first of a word in its lowest bits. */
struct block {
	uint64_t *words;
	unsigned char *widths;
};

struct blocks blocks_new(size_t columns)
{
	size_t size = (columns + 1) * BLOCK_STRIDE * sizeof(uint64_t);

	return (struct blocks){ .columns = columns, .under_way = keep(size) };
}

static uint64_t *words_for(struct blocks *blocks, size_t count)
{
	if (count > blocks->room_left) {
		blocks->room_left = count > ROOM ? count : ROOM;
		blocks->room = keep(blocks->room_left * sizeof(*blocks->room));
	}
	blocks->room += count;
	blocks->room_left -= count;
	return blocks->room - count;
}

/* Packs the rows under way, which are as many as a block takes. */
static struct block new_block(struct blocks *blocks)
{
	struct block block = { .widths = keep(blocks->columns + 1) };
	size_t count = 0, i;
	uint64_t *words;

	for (i = 0; i < blocks->columns; i++) {
		block.widths[i] = (unsigned char)bits_width(blocks->under_way + i * BLOCK_STRIDE);
		count += bits_words(block.widths[i]);
	}
	words = block.words = words_for(blocks, count);
	for (i = 0; i < blocks->columns; i++) {
		bits_write(words, blocks->under_way + i * BLOCK_STRIDE, block.widths[i]);
		words += bits_words(block.widths[i]);
	}
	return block;
}

void blocks_end_row(struct blocks *blocks)
{
	size_t number = blocks->rows++ / BLOCK_ROWS;

	if (blocks->rows % BLOCK_ROWS != 0)
		return;
	blocks->list = grow(blocks->list, &blocks->capacity, number + 1, sizeof(*blocks->list));
	blocks->list[number] = new_block(blocks);
}

static void open_block(struct blocks *blocks, size_t number)
{
	const struct block *block = &blocks->list[number];
	const uint64_t *words = block->words;
	size_t i;

	if (blocks->opened == NULL)
		blocks->opened =
			keep((blocks->columns + 1) * BLOCK_STRIDE * sizeof(*blocks->opened));
	for (i = 0; i < blocks->columns; i++) {
		bits_read(words, blocks->opened + i * BLOCK_STRIDE, block->widths[i]);
		words += bits_words(block->widths[i]);
	}
	blocks->open = number;
}

const uint64_t *blocks_row(struct blocks *blocks, size_t row)
{
	size_t number = row / BLOCK_ROWS;

	if (number == blocks->rows / BLOCK_ROWS)
		return blocks->under_way + row % BLOCK_ROWS;
	if (blocks->opened == NULL || blocks->open != number)
		open_block(blocks, number);
	return blocks->opened + row % BLOCK_ROWS;
}

struct codes blocks_codes(const struct blocks *blocks, size_t row)
{
	const struct block *block;

	if (row / BLOCK_ROWS == blocks->rows / BLOCK_ROWS)
		return (struct codes){ blocks->under_way, NULL, row % BLOCK_ROWS };
	block = &blocks->list[row / BLOCK_ROWS];
	return (struct codes){ block->words, block->widths, row % BLOCK_ROWS };
}

uint64_t next_code(struct codes *codes)
{
	uint64_t code;

	if (codes->widths == NULL) {
		code = codes->words[codes->at];
		codes->words += BLOCK_STRIDE;
		return code;
	}
	code = bits_read_one(codes->words, codes->at, *codes->widths);
	codes->words += bits_words(*codes->widths++);
	return code;
}
