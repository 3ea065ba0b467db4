/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that lives until the program ends, wrapped once so that no caller checks for NULL. */
#include "kit/kit.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 1 << 16, ALIGNMENT = 16 };

/* Blocks are chained so that everything kept stays reachable. */
struct block {
	struct block *previous;
	size_t used, size;
	_Alignas(ALIGNMENT) unsigned char bytes[];
};

static struct block *newest;

static _Noreturn void out_of_memory(void)
{
	broken(NULL, SAY("out of memory", "memori habis"));
}

static struct block *new_block(size_t size)
{
	struct block *block;

	if (size > SIZE_MAX - sizeof(*block))
		out_of_memory();
	block = calloc(1, sizeof(*block) + size);
	if (block == NULL)
		out_of_memory();
	block->size = size;
	return block;
}

void *keep(size_t size)
{
	struct block *block;

	if (size > SIZE_MAX - ALIGNMENT)
		out_of_memory();
	size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (size > BLOCK_SIZE / 4) {	/* a block of its own, behind the one in use */
		block = new_block(size);
		block->used = size;
		if (newest != NULL) {
			block->previous = newest->previous;
			newest->previous = block;
		} else {
			newest = block;
		}
		return block->bytes;
	}
	if (newest == NULL || newest->size - newest->used < size) {
		block = new_block(BLOCK_SIZE);
		block->previous = newest;
		newest = block;
	}
	newest->used += size;
	return newest->bytes + newest->used - size;
}

char *keep_text(const char *text, size_t length)
{
	char *copy = keep(length + 1);

	if (length > 0)
		memcpy(copy, text, length);
	return copy;
}

char *keep_format(const char *format, ...)
{
	va_list arguments;
	int length;
	char *text;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		broken(NULL, SAY("cannot format a text", "tidak dapat menyusun teks"));
	text = keep((size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return text;
}

void *grow(void *array, size_t *capacity, size_t need, size_t item_size)
{
	size_t wanted = *capacity < 8 ? 8 : *capacity;
	void *larger;

	if (need <= *capacity)
		return array;
	while (wanted < need) {
		if (wanted > SIZE_MAX / 2)
			out_of_memory();
		wanted *= 2;
	}
	if (wanted > SIZE_MAX / item_size)
		out_of_memory();
	larger = realloc(array, wanted * item_size);
	if (larger == NULL)
		out_of_memory();
	memset((char *)larger + *capacity * item_size, 0, (wanted - *capacity) * item_size);
	*capacity = wanted;
	return larger;
}
