/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SplitMix64 streams. */
#include "stat/random.h"

static uint64_t mixed(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

struct random_stream random_begin(uint64_t seed, const char *name)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *name != '\0'; name++)
		hash = (hash ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
	return (struct random_stream){ mixed(hash ^ mixed(seed + UINT64_C(0x9e3779b97f4a7c15))) };
}

uint64_t random_bits(struct random_stream *stream)
{
	stream->state += UINT64_C(0x9e3779b97f4a7c15);
	return mixed(stream->state);
}

uint64_t random_below(struct random_stream *stream, uint64_t below)
{
	uint64_t excess = UINT64_MAX % below, bits;

	if (excess == below - 1) /* below divides 2^64 */
		return random_bits(stream) % below;
	do
		bits = random_bits(stream);
	while (bits > UINT64_MAX - excess - 1);
	return bits % below;
}
