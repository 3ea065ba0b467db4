/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of tables, and what they say as numbers. */
#ifndef KIT_VALUE_H
#define KIT_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A field of a table. Missing is the empty field and nothing else. `text` is ended by NUL, lives
 * until the next row, and holds no NUL inside. */
struct value {
	const char *text;
	size_t length;
};

static inline bool missing(struct value value)
{
	return value.length == 0;
}

bool same_text(struct value value, const char *text);

/* A copy that lives until the program ends. */
char *keep_value(struct value value);

/* Reads a C-locale decimal ([+-]digits[.digits][e[+-]digits], the whole field, finite).
 * False for anything else: "nan", "1,5", "0x10", blanks. */
bool number_read(struct value value, double *number);
bool integer_read(struct value value, int64_t *integer);

/* The same; NaN, or `otherwise`, for a field that is missing or no such number. */
double number_or_nan(struct value value);
int64_t integer_or(struct value value, int64_t otherwise);

/* Reads a number that stands there as berdaya writes numbers: units / 10^decimals of at most
 * PLAIN_LENGTH bytes, without sign, exponent, needless zeros in front and points with nothing on one
 * side. False for all others, which number_read() may know. */
enum { PLAIN_LENGTH = 18 };
bool plain_number(struct value value, int64_t *units, size_t *decimals);

/* The same number as number_read() gives. False where it has so many digits that only that knows. */
bool plain_double(int64_t units, size_t decimals, double *number);

#endif
