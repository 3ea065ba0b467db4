/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts numbered in the order first seen: a hash table whose hash resists chosen keys. */
#include "kit/kit.h"

#include <stdlib.h>
#include <string.h>

#include "kit/hash.h"

enum { SHORT_TEXT = 15, LONG = UINT8_MAX, FIRST_BLOCK = 32, BLOCKS = 32 };

/* A quarter of a line of the processor's cache, with the text itself where it is short, as codes are:
 * in a large table each place that is looked at is a wait for memory. */
struct entry {
	uint8_t length;        /* LONG where the text stands elsewhere */
	char text[SHORT_TEXT]; /* ended by NUL; else a pointer to it and its length, 32 bits */
};

/* The hash stands beside the number, so that an entry is looked at only where it is nearly surely the
 * one. */
struct slot {
	uint32_t hash;
	uint32_t number; /* + 1; 0 is free */
};

struct names {
	struct entry *blocks[BLOCKS]; /* each twice as long as the one before; they never move */
	size_t count;
	struct slot *slots;
	size_t slot_count; /* a power of two */
};

/* ---- entries ---- */

/* Which block an entry stands in; *place becomes its place there. */
static unsigned block_of(size_t number, size_t *place)
{
	unsigned block =
		63u - (unsigned)__builtin_clzll((unsigned long long)number / FIRST_BLOCK + 1);

	*place = number - FIRST_BLOCK * (((size_t)1 << block) - 1);
	return block;
}

static const struct entry *entry_of(const struct names *names, size_t number)
{
	size_t place;
	unsigned block = block_of(number, &place);

	return &names->blocks[block][place];
}

static const char *text_in(const struct entry *entry)
{
	const char *text;

	if (entry->length != LONG)
		return entry->text;
	memcpy(&text, entry->text, sizeof(text));
	return text;
}

static size_t length_in(const struct entry *entry)
{
	uint32_t length;

	if (entry->length != LONG)
		return entry->length;
	memcpy(&length, entry->text + sizeof(char *), sizeof(length));
	return length;
}

static void add_entry(struct names *names, const char *text, size_t length)
{
	uint32_t whole = (uint32_t)length;
	struct entry *entry;
	const char *copy;
	size_t place;
	unsigned block = block_of(names->count, &place);

	if (place == 0)
		names->blocks[block] = borrow(((size_t)FIRST_BLOCK << block) * sizeof(*entry));
	entry = &names->blocks[block][place];
	entry->length = length < SHORT_TEXT ? (uint8_t)length : LONG;
	if (length >= SHORT_TEXT) {
		copy = keep_text(text, length);
		memcpy(entry->text, &copy, sizeof(copy));
		memcpy(entry->text + sizeof(copy), &whole, sizeof(whole));
	} else if (length > 0) {
		memcpy(entry->text, text, length);
	}
	names->count++;
}

struct names *names_new(void)
{
	return keep(sizeof(struct names));
}

void names_free(struct names *names)
{
	size_t i;

	for (i = 0; i < BLOCKS; i++)
		free(names->blocks[i]);
	free(names->slots);
	*names = (struct names){ .count = 0 };
}

static bool is_text(const struct names *names, size_t number, const char *text, size_t length)
{
	const struct entry *entry = entry_of(names, number);

	return length_in(entry) == length && memcmp(text_in(entry), text, length) == 0;
}

/* The slot of a text, or the free one where it belongs. */
static struct slot *slot_of(
	const struct names *names, const char *text, size_t length, uint32_t hash)
{
	size_t at = hash & (names->slot_count - 1);

	while (names->slots[at].number != 0) {
		if (names->slots[at].hash == hash &&
			is_text(names, names->slots[at].number - 1, text, length))
			break;
		at = (at + 1) & (names->slot_count - 1);
	}
	return &names->slots[at];
}

static void enlarge(struct names *names)
{
	size_t count = names->slot_count == 0 ? 64 : names->slot_count * 2, capacity = 0, i, at;
	struct slot *slots;

	if (count > UINT32_MAX)
		refuse(NULL,
			SAY("more than 2,147,483,648 different texts",
				"lebih dari 2.147.483.648 teks berbeda"));
	slots = grow(NULL, &capacity, count, sizeof(*slots));
	for (i = 0; i < names->slot_count; i++) {
		if (names->slots[i].number == 0)
			continue;
		at = names->slots[i].hash & (count - 1);
		while (slots[at].number != 0)
			at = (at + 1) & (count - 1);
		slots[at] = names->slots[i];
	}
	free(names->slots);
	names->slots = slots;
	names->slot_count = count;
}

static size_t add_hashed(struct names *names, const char *text, size_t length, uint32_t hash)
{
	struct slot *slot;

	if ((names->count + 1) * 2 > names->slot_count)
		enlarge(names);
	slot = slot_of(names, text, length, hash);
	if (slot->number == 0) {
		add_entry(names, text, length);
		*slot = (struct slot){ hash, (uint32_t)names->count };
	}
	return slot->number - 1;
}

size_t name_add(struct names *names, const char *text, size_t length)
{
	return add_hashed(names, text, length, text_hash(text, length));
}

size_t name_find(const struct names *names, const char *text, size_t length)
{
	const struct slot *slot;

	if (names->count == 0)
		return NO_NAME;
	slot = slot_of(names, text, length, text_hash(text, length));
	return slot->number == 0 ? NO_NAME : slot->number - 1;
}

const char *name_text(const struct names *names, size_t number)
{
	return text_in(entry_of(names, number));
}

size_t name_count(const struct names *names)
{
	return names->count;
}

void name_fetch(const struct names *names, size_t number)
{
	__builtin_prefetch(entry_of(names, number));
}

/* ---- texts in an order that comes again ---- */

size_t name_follow(struct names *names, struct name_trail *trail, const char *text, size_t length)
{
	size_t guess = trail->last < trail->capacity ? trail->next[trail->last] : 0, number;

	if (trail->last < names->count && is_text(names, trail->last, text, length))
		return trail->last;
	if (guess < names->count && is_text(names, guess, text, length))
		return trail->last = guess;
	number = name_add(names, text, length);
	trail->next = grow(trail->next, &trail->capacity, names->count, sizeof(*trail->next));
	trail->next[trail->last] = (uint32_t)number;
	return trail->last = number;
}

/* ---- few texts ---- */

size_t name_recall(
	struct names *names, struct name_endings *endings, const char *text, size_t length)
{
	unsigned char ending = 0;
	size_t number;

	if (length > 0)
		ending = (unsigned char)(text[length - 1] +
			16 * (length > 1 ? text[length - 2] : 0));
	number = endings->last[ending];
	if (number >= names->count || !is_text(names, number, text, length))
		number = name_add(names, text, length);
	return endings->last[ending] = (uint32_t)number;
}

/* ---- many at once ---- */

bool queue_add(struct name_queue *queue, const char *text, size_t length)
{
	queue->texts = grow(queue->texts, &queue->capacity, queue->used + length, 1);
	if (length > 0)
		memcpy(queue->texts + queue->used, text, length);
	queue->used += length;
	queue->ends[queue->count++] = queue->used;
	return queue->count == NAME_QUEUE;
}

/* First the slots of all are asked for, then the entries that they name, and then looked at. */
size_t queue_numbers(struct name_queue *queue, struct names *names, size_t numbers[NAME_QUEUE])
{
	uint32_t hashes[NAME_QUEUE];
	size_t count = queue->count, mask = names->slot_count - 1, i;
	const char *start = queue->texts;

	for (i = 0; i < count; i++) {
		hashes[i] = text_hash(start, (size_t)(queue->texts + queue->ends[i] - start));
		start = queue->texts + queue->ends[i];
		if (names->count > 0)
			__builtin_prefetch(&names->slots[hashes[i] & mask]);
	}
	for (i = 0; i < count && names->count > 0; i++)
		if (names->slots[hashes[i] & mask].number != 0)
			name_fetch(names, names->slots[hashes[i] & mask].number - 1);
	for (i = 0, start = queue->texts; i < count; i++) {
		numbers[i] = add_hashed(
			names, start, (size_t)(queue->texts + queue->ends[i] - start), hashes[i]);
		start = queue->texts + queue->ends[i];
	}
	queue->count = 0;
	queue->used = 0;
	return count;
}

struct numbered {
	const char *text;
	size_t number;
};

static int by_text(const void *left, const void *right)
{
	return strcmp(
		((const struct numbered *)left)->text, ((const struct numbered *)right)->text);
}

size_t *names_sorted(const struct names *names)
{
	struct numbered *pairs = keep((names->count + 1) * sizeof(*pairs));
	size_t *sorted = keep((names->count + 1) * sizeof(*sorted));
	size_t i;

	for (i = 0; i < names->count; i++)
		pairs[i] = (struct numbered){ text_in(entry_of(names, i)), i };
	qsort(pairs, names->count, sizeof(*pairs), by_text);
	for (i = 0; i < names->count; i++)
		sorted[i] = pairs[i].number;
	return sorted;
}
