/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes of many rows, packed by blocks of rows and column after column. */
#ifndef RAW_BLOCKS_H
#define RAW_BLOCKS_H

#include "kit/kit.h"
#include "raw/bits.h"

/* Codes that are not packed lie column by column, one line of the processor's cache further apart than
 * they need, lest all columns contend for one place in it. */
enum { BLOCK_ROWS = BITS_COUNT, BLOCK_STRIDE = BLOCK_ROWS + 8 };

struct block;

struct blocks {
	size_t columns, rows; /* full blocks and rows under way */
	uint64_t *under_way;  /* codes of the rows behind the full blocks: the caller writes them */
	struct block *list;
	size_t capacity;
	uint64_t *room; /* for blocks to come */
	size_t room_left;
	uint64_t *opened; /* the codes of block number `open`; NULL: none */
	size_t open;
};

struct blocks blocks_new(size_t columns);

/* The row is complete whose codes stand under way at number rows % BLOCK_ROWS. A block that is full is
 * packed. */
void blocks_end_row(struct blocks *blocks);

/* The code of a row in the first column; those in others follow BLOCK_STRIDE apart. They live until the
 * next call. Quick for one row after another. */
const uint64_t *blocks_row(struct blocks *blocks, size_t row);

/* The codes of a row one by one, quick for any row. */
struct codes {
	const uint64_t *words;       /* of the next column */
	const unsigned char *widths; /* NULL: the row is under way */
	size_t at;
};
struct codes blocks_codes(const struct blocks *blocks, size_t row);
uint64_t next_code(struct codes *codes);

#endif
