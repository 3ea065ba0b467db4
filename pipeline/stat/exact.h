/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 256-bit integers for sums that never lose a bit, and their correctly rounded way to doubles. */
#ifndef STAT_EXACT_H
#define STAT_EXACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stat/status.h"

__extension__ typedef __int128 int128;

/*
 * Two's complement, limb[0] least significant; {{0}} is zero. The range is symmetric, from
 * -(2^255 - 1) to 2^255 - 1, so that every value has a negative: operations that would leave it
 * return STAT_OVERFLOW and leave their result untouched. Arguments are values, so a result may
 * overwrite an operand: exact_add(sum, term, &sum).
 */
struct exact {
	uint64_t limb[4];
};

enum {
	EXACT_TEXT_SIZE = 100,  /* bytes that exact_to_text may write, its NUL included */
	EXACT_MAX_DECIMALS = 77 /* most implied decimals of exact_from_text and exact_to_text */
};

static inline struct exact exact_from_int128(int128 value) /* -2^127 too: it fits */
{
	uint64_t sign = value < 0 ? UINT64_MAX : 0;

	return (struct exact){ { (uint64_t)value, (uint64_t)(value >> 64), sign, sign } };
}

static inline struct exact exact_from_int64(int64_t value)
{
	uint64_t sign = value < 0 ? UINT64_MAX : 0;

	return (struct exact){ { (uint64_t)value, sign, sign, sign } };
}

/* False, and value untouched, if a does not fit. */
static inline bool exact_to_int64(struct exact a, int64_t *value)
{
	uint64_t bits = a.limb[0], sign = bits >> 63 ? UINT64_MAX : 0;

	if (a.limb[1] != sign || a.limb[2] != sign || a.limb[3] != sign)
		return false;
	*value = sign ? -1 - (int64_t)~bits : (int64_t)bits;
	return true;
}

/* The same of 128 bits. */
static inline bool exact_to_int128(struct exact a, int128 *value)
{
	uint64_t sign = a.limb[1] >> 63 ? UINT64_MAX : 0;

	if (a.limb[2] != sign || a.limb[3] != sign)
		return false;
	*value = (int128)a.limb[0] + (int128)(int64_t)a.limb[1] * ((int128)1 << 64);
	return true;
}

struct exact exact_negate(struct exact a);

/* Those of any size. Nearly all numbers fit in 64 bits and products of two in 128, so that what
 * follows seldom comes to them: calling them for each village took a third of the time of a large
 * comparison. */
enum stat_status exact_add_any(struct exact a, struct exact b, struct exact *sum);
enum stat_status exact_multiply_any(struct exact a, struct exact b, struct exact *product);
enum stat_status exact_products_any(
	struct exact a, struct exact b, struct exact c, struct exact d, struct exact *difference);
double exact_to_double_any(struct exact a);

static inline enum stat_status exact_add(struct exact a, struct exact b, struct exact *sum)
{
	int64_t x, y;

	if (!exact_to_int64(a, &x) || !exact_to_int64(b, &y))
		return exact_add_any(a, b, sum);
	*sum = exact_from_int128((int128)x + y);
	return STAT_OK;
}

static inline enum stat_status exact_subtract(
	struct exact a, struct exact b, struct exact *difference)
{
	int64_t x, y;

	if (!exact_to_int64(a, &x) || !exact_to_int64(b, &y))
		return exact_add_any(a, exact_negate(b), difference);
	*difference = exact_from_int128((int128)x - y);
	return STAT_OK;
}

static inline enum stat_status exact_multiply(struct exact a, struct exact b, struct exact *product)
{
	int64_t x, y;

	if (!exact_to_int64(a, &x) || !exact_to_int64(b, &y))
		return exact_multiply_any(a, b, product);
	*product = exact_from_int128((int128)x * y);
	return STAT_OK;
}

static inline enum stat_status exact_multiply_int64(
	struct exact a, int64_t b, struct exact *product)
{
	return exact_multiply(a, exact_from_int64(b), product);
}

/* a b - c d. */
static inline enum stat_status exact_subtract_products(
	struct exact a, struct exact b, struct exact c, struct exact d, struct exact *difference)
{
	int64_t w, x, y, z;

	if (!exact_to_int64(a, &w) || !exact_to_int64(b, &x) || !exact_to_int64(c, &y) ||
		!exact_to_int64(d, &z))
		return exact_products_any(a, b, c, d, difference);
	*difference = exact_from_int128((int128)w * x - (int128)y * z); /* below 2^127 in size */
	return STAT_OK;
}

/* value = quotient * divisor + remainder with 0 <= remainder < divisor (so the quotient is the
 * floor). A divisor of 0 gives STAT_BAD_INPUT. */
enum stat_status exact_divide(
	struct exact value, uint32_t divisor, struct exact *quotient, uint32_t *remainder);

int exact_sign(struct exact a);                    /* -1, 0 or 1 */
int exact_compare(struct exact a, struct exact b); /* -1, 0 or 1 as a <, =, > b */

/* The double nearest to a, ties to even. */
static inline double exact_to_double(struct exact a)
{
	int64_t small;
	int128 value;

	if (exact_to_int64(a, &small))
		return (double)small;
	return exact_to_int128(a, &value) ? (double)value : exact_to_double_any(a);
}

/* The double nearest to numerator / denominator, ties to even: one rounding in all. NaN when the
 * denominator is zero. */
double exact_ratio(struct exact numerator, struct exact denominator);

/*
 * Reads `length` bytes of the form -?digits[.digits] as value * 10^decimals: "12.5" with 3 decimals
 * is 12500. Digits must stand on both sides of a point; digits beyond `decimals` must be zeros.
 * False (value untouched) for any other text, too many decimals, or a value out of range.
 */
bool exact_from_text(const char *text, size_t length, unsigned decimals, struct exact *value);

/*
 * Writes value / 10^decimals as a plain decimal without trailing zeros and NUL-terminates it:
 * "12.5", "-3", "0". Returns the length without the NUL. buffer has room for EXACT_TEXT_SIZE
 * bytes; more than EXACT_MAX_DECIMALS decimals write "" and return 0.
 */
size_t exact_to_text(struct exact value, unsigned decimals, char *buffer);

#endif
