/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pseudo-random numbers whose stream follows from a seed and the name of what they are for. */
#ifndef STAT_RANDOM_H
#define STAT_RANDOM_H

#include <stdint.h>

/* Stands for a stream; copying it repeats the stream. */
struct random_stream {
	uint64_t state;
};

/* The stream of a seed and of a name, which may be any bytes ended by NUL: neither the order in which
 * streams are used nor what else is computed changes it (FNV-1a of the name, mixed). */
struct random_stream random_begin(uint64_t seed, const char *name);

/* 64 random bits: SplitMix64 (Steele, Lea and Flood 2014). */
uint64_t random_bits(struct random_stream *stream);

/* A whole number from 0 to below - 1, each equally likely; below >= 1. */
uint64_t random_below(struct random_stream *stream, uint64_t below);

#endif
