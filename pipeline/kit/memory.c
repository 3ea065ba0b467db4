/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that lives until the program ends, wrapped once so that no caller checks for NULL. */
#include "kit/kit.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { BLOCK_SIZE = 1 << 16, ALIGNMENT = 16, LARGE_ARRAY = 1 << 20, MAPPED_ARRAY = 1 << 18 };

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

static size_t aligned(size_t size, size_t alignment)
{
	return (size + alignment - 1) / alignment * alignment;
}

void *borrow(size_t size)
{
	void *memory = calloc(1, size);

	if (memory == NULL)
		out_of_memory();
	return memory;
}

static struct block *new_block(size_t size)
{
	struct block *block;

	if (size > SIZE_MAX - sizeof(*block) - ALIGNMENT)
		out_of_memory();
	size = aligned(size, ALIGNMENT);
	block = borrow(sizeof(*block) + size);
	block->size = size;
	return block;
}

/* Texts stand close together, and so in fewer pages of memory; all else is aligned. */
static void *keep_aligned(size_t size, size_t alignment)
{
	struct block *block;

	if (newest != NULL)
		newest->used = aligned(newest->used, alignment);
	if (size > BLOCK_SIZE / 4) { /* a block of its own, behind the one in use */
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

void *keep(size_t size)
{
	return keep_aligned(size, ALIGNMENT);
}

char *keep_text(const char *text, size_t length)
{
	char *copy = keep_aligned(length + 1, 1);

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

/* Large arrays are to be mapped one by one: then they grow without a copy and leave no holes behind.
 * Left to itself glibc gives that up once the first of them is freed. */
static void map_large_arrays(void)
{
#ifdef __GLIBC__
	static bool done;

	if (!done)
		mallopt(M_MMAP_THRESHOLD, MAPPED_ARRAY);
	done = true;
#endif
}

void *grow_larger(void *array, size_t *capacity, size_t need, size_t item_size)
{
	size_t wanted = *capacity == 0 ? need : *capacity;
	void *larger;

	wanted = wanted < 8 ? 8 : wanted;
	while (wanted < need) {
		size_t more = wanted * item_size < LARGE_ARRAY ? wanted : wanted / 16;

		if (wanted > SIZE_MAX / 2)
			out_of_memory();
		wanted +=
			more; /* large arrays move without a copy, and what is zeroed is used up */
	}
	if (wanted > SIZE_MAX / item_size)
		out_of_memory();
	map_large_arrays();
	larger = realloc(array, wanted * item_size);
	if (larger == NULL)
		out_of_memory();
	memset((char *)larger + *capacity * item_size, 0, (wanted - *capacity) * item_size);
	*capacity = wanted;
	return larger;
}
