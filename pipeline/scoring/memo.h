/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers what a calculation gave for short answers: there are few of them, and many people. */
#ifndef SCORING_MEMO_H
#define SCORING_MEMO_H

#include "kit/expression.h"

/* The number that some answers gave; NaN is missing. */
struct memory {
	uint64_t answers;
	double number;
	bool filled;
	uint8_t length; /* of its text, which the caller may leave here; 0 where nobody did */
	char text[14];
};

struct memo;

/* NULL where the value of an expression depends on more than eight answers, or on more than them. */
struct memo *memo_new(const struct expression *expression);

/* What is remembered of these answers: filled, or to be filled by the caller. NULL where nothing can
 * be: there is no memo, or an answer has more than one byte. Lives until the next call. */
struct memory *memo_find(struct memo *memo, const struct value *answers);

#endif
