/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash that resists chosen keys. */
#include "kit/hash.h"

#include <string.h>

static uint64_t rotate(uint64_t word, unsigned bits)
{
	return word << bits | word >> (64 - bits);
}

/* One round of SipHash (Aumasson and Bernstein 2012); in place, so that the state stays in registers. */
static inline __attribute__((always_inline)) void sip_round(uint64_t state[4])
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

uint32_t text_hash(const char *text, size_t length)
{
	uint64_t state[4] = { 0x736f6d6570736575u ^ 0x6265726461796121u,
		0x646f72616e646f6du ^ 0x6d61737961726b61u,
		0x6c7967656e657261u ^ 0x6265726461796121u,
		0x7465646279746573u ^ 0x6d61737961726b61u };
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
