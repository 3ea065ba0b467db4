/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact decimals and number lattices, in integers of 64 and 128 bits. */
#include "kit/decimal.h"

#include <math.h>

__extension__ typedef __int128 int128;

enum {
	MOST_DIGITS = 18,    /* of units: 10^18 fits in 64 bits */
	MOST_DECIMALS = 400, /* of a number that is read: beyond those of any double */
	MOST_EXPONENT = 9999,
	DOUBLE_DIGITS = 15, /* decimal digits that survive a double */
	FEWEST_SNAPPED = 6,
	MOST_SNAPPED = 12
};

static const int64_t powers_of_ten[MOST_DIGITS + 1] = { 1, 10, 100, 1000, 10000, 100000, 1000000,
	10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
	100000000000000, 1000000000000000, 10000000000000000, 100000000000000000,
	1000000000000000000 };

/* a / b for b > 0, halves away from zero. */
static int128 divide_rounded(int128 a, int128 b)
{
	int128 quotient, rest;

	if (a == (int64_t)a &&
		b == (int64_t)b) { /* a division of 128 bits takes ten times as long */
		quotient = (int64_t)a / (int64_t)b;
		rest = (int64_t)a % (int64_t)b;
	} else {
		quotient = a / b;
		rest = a % b;
	}
	if (rest < 0)
		return -rest >= b + rest ? quotient - 1 : quotient;
	return rest >= b - rest ? quotient + 1 : quotient;
}

static struct decimal without_trailing_zeros(struct decimal decimal)
{
	if (decimal.units == 0)
		decimal.decimals = 0;
	while (decimal.decimals > 0 && decimal.units % 10 == 0) {
		decimal.units /= 10;
		decimal.decimals--;
	}
	return decimal;
}

/* Digits read so far: units * 10^zeros, zeros being held back until another digit follows them. */
struct digits {
	int64_t units;
	int64_t zeros;
	int count; /* digits of units */
	bool too_many;
};

/* Reads digits from `at`; how many there are. */
static size_t read_digits(const char *at, struct digits *digits)
{
	size_t length = 0;

	for (; at[length] >= '0' && at[length] <= '9'; length++) {
		if (at[length] == '0') {
			digits->zeros += digits->units > 0;
			continue;
		}
		if (digits->count + digits->zeros + 1 > MOST_DIGITS) {
			digits->too_many = true;
			digits->zeros = 0;
			continue;
		}
		digits->count += (int)digits->zeros + 1;
		digits->units =
			digits->units * powers_of_ten[digits->zeros + 1] + (at[length] - '0');
		digits->zeros = 0;
	}
	return length;
}

/* Reads [e[+-]digits]; false if it is broken. Exponents beyond MOST_EXPONENT stop there. */
static bool read_exponent(const char **at, int64_t *exponent)
{
	bool negative;
	const char *first;

	*exponent = 0;
	if (**at != 'e' && **at != 'E')
		return true;
	++*at;
	negative = **at == '-';
	if (**at == '-' || **at == '+')
		++*at;
	for (first = *at; **at >= '0' && **at <= '9'; ++*at)
		if (*exponent < MOST_EXPONENT)
			*exponent = *exponent * 10 + (**at - '0');
	if (negative)
		*exponent = -*exponent;
	return *at > first;
}

bool decimal_read(struct value text, struct decimal *decimal)
{
	const char *at = text.text, *end = text.text + text.length;
	struct digits digits = { 0, 0, 0, false };
	int64_t exponent, scale, units;
	bool negative;
	size_t whole, fraction = 0, decimals;

	if (missing(text))
		return false;
	if (text.text[text.length] == '\0' &&
		plain_number(text, &units, &decimals)) { /* as nearly all are, in half the time */
		*decimal = without_trailing_zeros((struct decimal){ units, (int)decimals });
		return true;
	}
	negative = *at == '-';
	if (*at == '-' || *at == '+')
		at++;
	whole = read_digits(at, &digits);
	at += whole;
	if (*at == '.')
		fraction = read_digits(++at, &digits);
	at += fraction;
	if (whole + fraction == 0)
		return false;
	if (!read_exponent(&at, &exponent) || at != end || digits.too_many)
		return false;
	*decimal = (struct decimal){ 0, 0 };
	if (digits.units == 0)
		return true;
	scale = exponent + digits.zeros - (int64_t)fraction;
	if (scale < -MOST_DECIMALS || digits.count + scale > MOST_DIGITS)
		return false;
	decimal->units = scale > 0 ? digits.units * powers_of_ten[scale] : digits.units;
	decimal->units = negative ? -decimal->units : decimal->units;
	decimal->decimals = scale < 0 ? (int)-scale : 0;
	return true;
}

bool decimal_rescale(struct decimal decimal, int decimals, int64_t *units)
{
	if (decimal.decimals > decimals || decimals > MOST_DIGITS)
		return false;
	return !__builtin_mul_overflow(
		decimal.units, powers_of_ten[decimals - decimal.decimals], units);
}

struct decimal decimal_round(struct decimal decimal, int decimals)
{
	int excess = decimal.decimals - decimals;

	if (excess <= 0)
		return decimal;
	decimal.decimals = decimals;
	if (excess > MOST_DIGITS)
		decimal.units = 0;
	else
		decimal.units = (int64_t)divide_rounded(decimal.units, powers_of_ten[excess]);
	return without_trailing_zeros(decimal);
}

/* k/Q with as many of `decimals` decimals as 18 digits allow; false if its integer does not fit. */
static bool decimal_of_fraction(
	int64_t k, int64_t denominator, int decimals, struct decimal *decimal)
{
	if (k % denominator == 0) {
		*decimal = (struct decimal){ k / denominator, 0 };
		return true;
	}
	for (; decimals >= 0; decimals--) {
		int128 units = divide_rounded((int128)k * powers_of_ten[decimals], denominator);

		if (units > -powers_of_ten[MOST_DIGITS] && units < powers_of_ten[MOST_DIGITS]) {
			*decimal = without_trailing_zeros(
				(struct decimal){ (int64_t)units, decimals });
			return true;
		}
	}
	return false;
}

/* number * 10^decimals as an integer, the double rounded as printf rounds it: to the nearest, halves
 * to even. fma gives what the product lost, which decides where it seems to be a half. */
static int64_t scaled_to_integer(double number, int decimals)
{
	double power = (double)powers_of_ten[decimals], scaled = number * power;
	double lost = fma(number, power, -scaled), below = floor(scaled),
	       half = scaled - below - 0.5;
	int64_t whole = (int64_t)below;
	bool up = half > 0 || (half == 0 && (lost > 0 || (lost == 0 && whole % 2 != 0)));

	return whole + up;
}

/* Digits of a number before its point. */
static int whole_digits(double number)
{
	int digits = 0;

	while (digits < MOST_DIGITS && fabs(number) >= (double)powers_of_ten[digits])
		digits++;
	return digits;
}

bool decimal_of_number(double number, int64_t denominator, int decimals, struct decimal *decimal)
{
	double scaled = number * (double)denominator, nearest = round(scaled);
	int before;

	if (!isfinite(number) || fabs(number) >= 1e18)
		return false;
	/* Arithmetic on answers errs by some 1e-15 of their size; a thousandth of a step is far from
	 * that and far from the next point. */
	if (denominator >= 1 && denominator <= LATTICE_LIMIT && fabs(scaled) < 9e15 &&
		fabs(scaled - nearest) < 1e-3)
		return decimal_of_fraction((int64_t)nearest, denominator, decimals, decimal);
	before = whole_digits(number);
	if (decimals > DOUBLE_DIGITS - before)
		decimals = before > DOUBLE_DIGITS ? 0 : DOUBLE_DIGITS - before;
	*decimal = without_trailing_zeros(
		(struct decimal){ scaled_to_integer(number, decimals), decimals });
	return true;
}

int64_t common_divisor(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

int64_t lattice_times(int64_t a, int64_t b)
{
	if (a < 1 || b < 1 || a > LATTICE_LIMIT || b > LATTICE_LIMIT)
		return 0;
	return a * b > LATTICE_LIMIT ? 0 : a * b;
}

int64_t lattice_lcm(int64_t a, int64_t b)
{
	if (a < 1 || b < 1)
		return 0;
	return lattice_times(a / common_divisor(a, b), b);
}

bool lattice_snap(struct decimal decimal, int64_t denominator, int64_t *k)
{
	struct decimal value = decimal_round(decimal, MOST_DIGITS);
	int digits = value.decimals;
	int128 scaled, nearest, distance;

	if (denominator < 1 || denominator > LATTICE_LIMIT)
		return false;
	scaled = (int128)value.units * denominator;
	nearest = divide_rounded(scaled, powers_of_ten[digits]);
	if (nearest > INT64_MAX || nearest < INT64_MIN)
		return false;
	distance = scaled - nearest * powers_of_ten[digits];
	if (distance < 0)
		distance = -distance;
	*k = (int64_t)nearest;
	/* distance / (Q 10^digits) <= 10^-unit, in integers */
	if (digits < FEWEST_SNAPPED)
		return distance * powers_of_ten[FEWEST_SNAPPED - digits] <= denominator;
	if (digits > MOST_SNAPPED)
		return distance <= (int128)denominator * powers_of_ten[digits - MOST_SNAPPED];
	return distance <= denominator;
}
