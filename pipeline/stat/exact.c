/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 256-bit integer arithmetic on four 64-bit limbs, and one rounding on the way to a double. */
#include "stat/exact.h"

#include <math.h>
#include <string.h>

__extension__ typedef unsigned __int128 uint128;

enum { LIMBS = 4, BITS = 256, MANTISSA = 53 };

static bool is_negative(struct exact a)
{
	return a.limb[LIMBS - 1] >> 63;
}

static bool is_zero(struct exact a)
{
	return (a.limb[0] | a.limb[1] | a.limb[2] | a.limb[3]) == 0;
}

/* -2^255, the one bit pattern without a negative; it stands for no value. */
static bool is_outside(struct exact a)
{
	return (a.limb[0] | a.limb[1] | a.limb[2]) == 0 && a.limb[3] == (uint64_t)1 << 63;
}

static struct exact wrapping_add(struct exact a, struct exact b)
{
	uint128 low =
		((uint128)a.limb[1] << 64 | a.limb[0]) + ((uint128)b.limb[1] << 64 | b.limb[0]);
	uint128 high =
		((uint128)a.limb[3] << 64 | a.limb[2]) + ((uint128)b.limb[3] << 64 | b.limb[2]);
	struct exact sum;

	high += low < ((uint128)a.limb[1] << 64 | a.limb[0]);
	sum.limb[0] = (uint64_t)low;
	sum.limb[1] = (uint64_t)(low >> 64);
	sum.limb[2] = (uint64_t)high;
	sum.limb[3] = (uint64_t)(high >> 64);
	return sum;
}

struct exact exact_negate(struct exact a)
{
	struct exact one = { { 1, 0, 0, 0 } };

	for (int i = 0; i < LIMBS; i++)
		a.limb[i] = ~a.limb[i];
	return wrapping_add(a, one);
}

static struct exact magnitude(struct exact a)
{
	return is_negative(a) ? exact_negate(a) : a;
}

enum stat_status exact_add_any(struct exact a, struct exact b, struct exact *sum)
{
	struct exact result = wrapping_add(a, b);

	if (is_negative(a) == is_negative(b) && is_negative(result) != is_negative(a))
		return STAT_OVERFLOW;
	if (is_outside(result))
		return STAT_OVERFLOW;
	*sum = result;
	return STAT_OK;
}

enum stat_status exact_multiply_any(struct exact a, struct exact b, struct exact *product)
{
	bool negative = is_negative(a) != is_negative(b);
	struct exact x = magnitude(a);
	struct exact y = magnitude(b);
	uint64_t digits[2 * LIMBS] = { 0 };
	struct exact result;

	for (int i = 0; i < LIMBS; i++) {
		uint64_t carry = 0;

		for (int j = 0; j < LIMBS; j++) {
			uint128 digit = (uint128)x.limb[i] * y.limb[j] + digits[i + j] + carry;

			digits[i + j] = (uint64_t)digit;
			carry = (uint64_t)(digit >> 64);
		}
		digits[i + LIMBS] = carry;
	}
	for (int i = LIMBS; i < 2 * LIMBS; i++)
		if (digits[i] != 0)
			return STAT_OVERFLOW;
	memcpy(result.limb, digits, sizeof result.limb);
	if (is_negative(result))
		return STAT_OVERFLOW;
	*product = negative ? exact_negate(result) : result;
	return STAT_OK;
}

enum stat_status exact_products_any(
	struct exact a, struct exact b, struct exact c, struct exact d, struct exact *difference)
{
	struct exact plus, minus;

	if (exact_multiply(a, b, &plus) != STAT_OK || exact_multiply(c, d, &minus) != STAT_OK)
		return STAT_OVERFLOW;
	return exact_subtract(plus, minus, difference);
}

/* Divides a magnitude in place by halves of limbs, so that 64-bit division suffices. */
static uint32_t divide_magnitude(struct exact *a, uint32_t divisor)
{
	uint64_t remainder = 0;

	for (int i = LIMBS - 1; i >= 0; i--) {
		uint64_t high = remainder << 32 | a->limb[i] >> 32;
		uint64_t low = (high % divisor) << 32 | (a->limb[i] & UINT32_MAX);

		a->limb[i] = (high / divisor) << 32 | low / divisor;
		remainder = low % divisor;
	}
	return (uint32_t)remainder;
}

enum stat_status exact_divide(
	struct exact value, uint32_t divisor, struct exact *quotient, uint32_t *remainder)
{
	struct exact one = { { 1, 0, 0, 0 } };
	struct exact result = magnitude(value);
	uint32_t rest;

	if (divisor == 0)
		return STAT_BAD_INPUT;
	rest = divide_magnitude(&result, divisor);
	if (is_negative(value)) {
		if (rest != 0) {
			result = wrapping_add(result, one);
			rest = divisor - rest;
		}
		result = exact_negate(result);
	}
	*quotient = result;
	*remainder = rest;
	return STAT_OK;
}

int exact_sign(struct exact a)
{
	return is_negative(a) ? -1 : !is_zero(a);
}

static int compare_magnitudes(struct exact a, struct exact b)
{
	for (int i = LIMBS - 1; i >= 0; i--)
		if (a.limb[i] != b.limb[i])
			return a.limb[i] < b.limb[i] ? -1 : 1;
	return 0;
}

int exact_compare(struct exact a, struct exact b)
{
	if (is_negative(a) != is_negative(b))
		return is_negative(a) ? -1 : 1;
	return compare_magnitudes(a, b);
}

/* Number of bits up to the highest one that is set; 0 for zero. */
static int bit_length(struct exact a)
{
	for (int i = LIMBS - 1; i >= 0; i--)
		if (a.limb[i] != 0)
			return 64 * (i + 1) - __builtin_clzll(a.limb[i]);
	return 0;
}

static struct exact shift_left(struct exact a, int bits)
{
	struct exact result = { { 0 } };
	int words = bits / 64;
	int rest = bits % 64;

	for (int i = LIMBS - 1; i >= words; i--) {
		result.limb[i] = a.limb[i - words] << rest;
		if (rest > 0 && i > words)
			result.limb[i] |= a.limb[i - words - 1] >> (64 - rest);
	}
	return result;
}

/* bits holds one bit more than a double's mantissa; anything below it is summed up in `rest`. */
static double round_to_double(uint64_t bits, bool rest, int exponent)
{
	uint64_t mantissa = bits >> 1;

	if ((bits & 1) && (rest || (mantissa & 1)))
		mantissa++;
	return ldexp((double)mantissa, exponent + 1);
}

double exact_to_double_any(struct exact a)
{
	struct exact x = magnitude(a);
	int length = bit_length(x);
	double value;

	if (length < 64) { /* the processor rounds in the same way */
		value = (double)(int64_t)x.limb[0];
	} else { /* 64 bits, the last of which stands for all that are below */
		struct exact top = shift_left(x, BITS - length);
		bool rest = (top.limb[2] | top.limb[1] | top.limb[0]) != 0;

		value = ldexp((double)(top.limb[3] | rest), length - 64);
	}
	return is_negative(a) ? -value : value;
}

/* Long division of positive numbers, bit by bit, one bit further than a double reaches. Both are
 * brought to 255 bits first, so that the doubled remainder still fits. */
static double divide_to_double(struct exact a, struct exact b)
{
	int exponent = bit_length(a) - bit_length(b);
	uint64_t bits = 1;

	a = shift_left(a, BITS - 1 - bit_length(a));
	b = shift_left(b, BITS - 1 - bit_length(b));
	if (compare_magnitudes(a, b) < 0) {
		a = shift_left(a, 1);
		exponent--;
	}
	a = wrapping_add(a, exact_negate(b));
	for (int i = 0; i < MANTISSA; i++) {
		a = shift_left(a, 1);
		bits <<= 1;
		if (compare_magnitudes(a, b) >= 0) {
			a = wrapping_add(a, exact_negate(b));
			bits |= 1;
		}
	}
	return round_to_double(bits, !is_zero(a), exponent - MANTISSA);
}

double exact_ratio(struct exact numerator, struct exact denominator)
{
	bool negative = is_negative(numerator) != is_negative(denominator);
	struct exact a = magnitude(numerator);
	struct exact b = magnitude(denominator);
	double value;

	if (is_zero(b))
		return (double)NAN;
	if (is_zero(a))
		return 0;
	if (bit_length(a) <= MANTISSA && bit_length(b) <= MANTISSA)
		value = (double)a.limb[0] / (double)b.limb[0];
	else
		value = divide_to_double(a, b);
	return negative ? -value : value;
}
