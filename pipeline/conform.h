/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds any program to the contract of a stage. */
#ifndef CONFORM_H
#define CONFORM_H

#include <stdbool.h>
#include <stddef.h>

struct conform_request {
	const char *stage; /* a built-in stage, or a file where there is a / in it */
	const char *input; /* a table that the stage can read; NULL: a small one of our own */
	const char *const *options; /* of the stage */
	size_t option_count;
	bool filter; /* it is a row-wise filter: unknown columns and the order of rows pass through */
};

/* Runs the stage once and again in the present folder and prints TAP, a line a rule:
 * "ok 3 - header_only: a header alone gives a header alone". True if no rule is broken. */
bool conform(const struct conform_request *request);

#endif
