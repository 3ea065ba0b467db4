/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts numbered in the order first seen: a hash table whose hash resists chosen keys. */
#include "kit/kit.h"

#include <stdlib.h>
#include <string.h>

struct entry {
	const char *text;
	size_t length;
};

/* The hash stands beside the number, so that a text is looked at only where it is nearly surely the
 * one: in a large table each look is a wait for memory. */
struct slot {
	uint32_t hash;
	uint32_t number;	/* + 1; 0 is free */
};

struct names {
	struct entry *entries;
	size_t count, capacity;
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
			const struct entry *entry = &names->entries[names->slots[at].number - 1];

			if (entry->length == length && memcmp(entry->text, text, length) == 0)
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
		names->entries = grow(names->entries, &names->capacity, names->count + 1, sizeof(struct entry));
		names->entries[names->count] = (struct entry){ keep_text(text, length), length };
		*slot = (struct slot){ hash, (uint32_t)++names->count };
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
	return names->entries[number].text;
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
		pairs[i] = (struct numbered){ names->entries[i].text, i };
	qsort(pairs, names->count, sizeof(*pairs), by_text);
	for (i = 0; i < names->count; i++)
		sorted[i] = pairs[i].number;
	return sorted;
}
