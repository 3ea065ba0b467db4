/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts numbered in the order first seen: a hash table whose hash resists chosen keys. */
#include "kit/kit.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_TEXT = 28, FIRST_BLOCK = 32, BLOCKS = 32 };

/* Half a line of the processor's cache, with the text itself where it is short: in a large table each
 * place that is looked at is a wait for memory. */
struct entry {
	uint32_t length;
	char text[SHORT_TEXT];	/* ended by NUL; where it is longer, a pointer to it */
};

/* The hash stands beside the number, so that an entry is looked at only where it is nearly surely the
 * one. */
struct slot {
	uint32_t hash;
	uint32_t number;	/* + 1; 0 is free */
};

struct names {
	struct entry *blocks[BLOCKS];	/* each twice as long as the one before; they never move */
	size_t count;
	struct slot *slots;
	size_t slot_count;	/* a power of two */
};

static uint64_t rotate(uint64_t word, unsigned bits)
{
	return word << bits | word >> (64 - bits);
}

/* One round of SipHash (Aumasson and Bernstein 2012). */
static void sip_round(uint64_t state[4])
{
	state[0] += state[1];
	state[2] += state[3];
	state[1] = rotate(state[1], 13) ^ state[0];
	state[3] = rotate(state[3], 16) ^ state[2];
	state[0] = rotate(state[0], 32);
	state[2] += state[1];
	state[0] += state[3];
	state[1] = rotate(state[1], 17) ^ state[2];
	state[3] = rotate(state[3], 21) ^ state[0];
	state[2] = rotate(state[2], 32);
}

/* SipHash-1-3 under a fixed key: numbers depend on the order of texts, never on the hash. */
static uint32_t hash_of(const char *text, size_t length)
{
	uint64_t state[4] = { 0x736f6d6570736575u ^ 0x6265726461796121u, 0x646f72616e646f6du ^ 0x6d61737961726b61u,
			      0x6c7967656e657261u ^ 0x6265726461796121u, 0x7465646279746573u ^ 0x6d61737961726b61u };
	uint64_t word = 0;
	size_t i;

	for (i = 0; i + 8 <= length; i += 8) {
		memcpy(&word, text + i, 8);
		state[3] ^= word;
		sip_round(state);
		state[0] ^= word;
	}
	word = 0;
	if (length > i)
		memcpy(&word, text + i, length - i);
	word |= (uint64_t)length << 56;
	state[3] ^= word;
	sip_round(state);
	state[0] ^= word;
	state[2] ^= 0xff;
	sip_round(state);
	sip_round(state);
	sip_round(state);
	return (uint32_t)(state[0] ^ state[1] ^ state[2] ^ state[3]);
}

/* ---- entries ---- */

/* Which block an entry stands in; *place becomes its place there. */
static unsigned block_of(size_t number, size_t *place)
{
	unsigned block = 63u - (unsigned)__builtin_clzll((unsigned long long)number / FIRST_BLOCK + 1);

	*place = number - FIRST_BLOCK * (((size_t)1 << block) - 1);
	return block;
}

static const struct entry *entry_of(const struct names *names, size_t number)
{
	size_t place;
	unsigned block = block_of(number, &place);

	return &names->blocks[block][place];
}

/* Room for entries that do not straddle lines of the cache. */
static struct entry *block_new(size_t count)
{
	unsigned char *room = keep((count + 1) * sizeof(struct entry));

	return (struct entry *)(void *)(room + (sizeof(struct entry) - (uintptr_t)room % sizeof(struct entry)) % sizeof(struct entry));
}

static const char *text_in(const struct entry *entry)
{
	const char *text;

	if (entry->length < SHORT_TEXT)
		return entry->text;
	memcpy(&text, entry->text, sizeof(text));
	return text;
}

static void add_entry(struct names *names, const char *text, size_t length)
{
	struct entry *entry;
	const char *copy;
	size_t place;
	unsigned block = block_of(names->count, &place);

	if (place == 0)
		names->blocks[block] = block_new((size_t)FIRST_BLOCK << block);
	entry = &names->blocks[block][place];
	entry->length = (uint32_t)length;
	if (length < SHORT_TEXT) {
		if (length > 0)
			memcpy(entry->text, text, length);
	} else {
		copy = keep_text(text, length);
		memcpy(entry->text, &copy, sizeof(copy));
	}
	names->count++;
}

struct names *names_new(void)
{
	return keep(sizeof(struct names));
}

/* The slot of a text, or the free one where it belongs. */
static struct slot *slot_of(const struct names *names, const char *text, size_t length, uint32_t hash)
{
	size_t at = hash & (names->slot_count - 1);

	while (names->slots[at].number != 0) {
		if (names->slots[at].hash == hash) {
			const struct entry *entry = entry_of(names, names->slots[at].number - 1);

			if (entry->length == length && memcmp(text_in(entry), text, length) == 0)
				break;
		}
		at = (at + 1) & (names->slot_count - 1);
	}
	return &names->slots[at];
}

static void enlarge(struct names *names)
{
	size_t count = names->slot_count == 0 ? 64 : names->slot_count * 2, capacity = 0, i, at;
	struct slot *slots;

	if (count > UINT32_MAX)
		refuse(NULL, SAY("more than 2,147,483,648 different texts", "lebih dari 2.147.483.648 teks berbeda"));
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

size_t name_add(struct names *names, const char *text, size_t length)
{
	uint32_t hash = hash_of(text, length);
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

size_t name_find(const struct names *names, const char *text, size_t length)
{
	const struct slot *slot;

	if (names->count == 0)
		return NO_NAME;
	slot = slot_of(names, text, length, hash_of(text, length));
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

struct numbered {
	const char *text;
	size_t number;
};

static int by_text(const void *left, const void *right)
{
	return strcmp(((const struct numbered *)left)->text, ((const struct numbered *)right)->text);
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
