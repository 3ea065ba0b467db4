/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers of up to eight bytes are one word, which finds its place in a small table by their lowest
 * bits: those of answers that differ by little stand close together there, and so in few lines of the
 * processor's cache.
 */
#include "scoring/memo.h"

enum { MOST_ANSWERS = 8, BITS = 10, PLACES = 1 << BITS };

struct memo {
	size_t count;
	size_t variables[MOST_ANSWERS];
	struct memory memories[PLACES];
};

struct memo *memo_new(const struct expression *expression)
{
	size_t variables[MOST_ANSWERS], i;
	struct memo *memo;
	size_t count = expression_variables(expression, variables, MOST_ANSWERS);

	if (count > MOST_ANSWERS || expression_needs_prices(expression))
		return NULL;
	memo = keep(sizeof(*memo));
	memo->count = count;
	for (i = 0; i < count; i++)
		memo->variables[i] = variables[i];
	return memo;
}

struct memory *memo_find(struct memo *memo, const struct value *answers)
{
	uint64_t word = 0, place = 0;
	struct memory *memory;
	size_t i;

	if (memo == NULL)
		return NULL;
	for (i = 0; i < memo->count; i++) {
		struct value answer = answers[memo->variables[i]];

		if (answer.length > 1)
			return NULL;
		word = word << 8 | (unsigned char)*answer.text; /* NUL where it is missing */
		place = place * 8 + (unsigned char)*answer.text;
	}
	memory = &memo->memories[(place ^ place >> BITS ^ place >> 2 * BITS) % PLACES];
	if (memory->answers != word)
		*memory = (struct memory){ .answers = word };
	return memory;
}
