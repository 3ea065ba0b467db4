/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions, rows of answers and expressions made up by chance, for the tests of expressions. */
#ifndef TESTS_QUESTIONS_H
#define TESTS_QUESTIONS_H

#include "kit/expression.h"

enum { VARIABLES = 8, MADE_UP = 4096 };

/* Questions a to e, g, h and t: integers, but d has one decimal, e two, and nothing is known of t.
 * The choices ya and tidak of any question score 100 and 12.5. Prices have doubled since the
 * baseline, but nothing is known of rows where ${b} is 9. Baselines run evenly from 0 to 50. */
extern const struct expression_names questions;

/* What was asked by percentile() while compiling, by its number (the last MOST_ASKED). */
enum { MOST_ASKED = 64 };

struct distribution {
	const char *argument;
	int64_t denominator;
};

extern struct distribution asked_distributions[MOST_ASKED];
extern size_t asked_count;

/* Compiles or fails the test. */
struct expression *compile(const char *text);

/* A row of answers written "a=1|t=ya tidak". */
struct row {
	char text[128];
	struct value values[VARIABLES];
};

void set_row(struct row *row, const char *answers);

/* Fails unless the expression gives `want`: "missing", a text in quotes, or a number (1e-12). */
void assert_result(const char *text, const char *answers, const char *want);

/* `count` times `open`, `middle`, `count` times `close`. */
char *nested(const char *open, const char *middle, const char *close, size_t count);

/* A number from 0 to below - 1; every run sees the same ones. */
unsigned chance(unsigned below);

/* Appends a random expression of at most that depth to `text`, which has room for MADE_UP bytes. */
void make_up(char *text, int depth);
void append(char *text, const char *more);

/* Random answers, some missing. */
void make_up_row(struct row *row);

#endif
