/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exact decimals, and the lattices (thirds, twelfths, tenths ...) that computed values lie on.
 *
 * A lattice is given by its denominator Q: every value is k/Q with an integer k. Q is at least 1,
 * or 0 where the lattice is unknown. Ties, ranks and sums are exact once values are such integers.
 */
#ifndef KIT_DECIMAL_H
#define KIT_DECIMAL_H

#include "kit/kit.h"

/* units / 10^decimals, |units| < 10^18, without trailing zeros in the fraction: equal numbers are
 * equal structs. */
struct decimal {
	int64_t units;
	int decimals;
};

/* Reads a number of the grammar of number_read(). False for anything else, and for a number with
 * more than 18 significant digits, at or above 10^18, or with more than 400 decimals: such a number
 * is refused rather than changed. A missing value is no number. "-0" is 0. */
bool decimal_read(struct value text, struct decimal *decimal);

/* `decimal` in units of 10^-decimals (0 to 18). False if digits would be lost or the units do not
 * fit in 64 bits. */
bool decimal_rescale(struct decimal decimal, int decimals, int64_t *units);

/* `decimal` with at most so many decimals (0 to 18); halves go away from zero. For values whose
 * lattice is unknown, 9 decimals are used throughout. */
struct decimal decimal_round(struct decimal decimal, int decimals);

/* The decimal to write for a computed number. With a known lattice it is the nearest k/Q, rounded
 * from the exact fraction to at most `decimals` decimals (0 to 12). With an unknown one (Q = 0), or
 * where the number is not on the lattice, it is the number itself without decimals beyond its 15th
 * digit, which hides the rounding of binary arithmetic and nothing else. Fewer decimals are given
 * where 18 digits would not do. False if the number is not finite or is 10^18 or more. */
bool decimal_of_number(double number, int64_t denominator, int decimals, struct decimal *decimal);

/* The text of a decimal, as short as it gets ("0.25", "-3", "0"), ended by NUL; its length. At most
 * 18 decimals are written. */
size_t decimal_text(struct decimal decimal, char text[32]);

/* Larger denominators count as unknown: 9 decimals could not tell their values apart. */
#define LATTICE_LIMIT 1000000000

/* Of two numbers of which one is not 0, both from 0 up. */
int64_t common_divisor(int64_t a, int64_t b);

/* Denominator of the lattice that holds both lattices (sums of values of a and b); 0 if one is
 * unknown or the result is above LATTICE_LIMIT. */
int64_t lattice_lcm(int64_t a, int64_t b);

/* Denominator of products of values of a and b; 0 as above. */
int64_t lattice_times(int64_t a, int64_t b);

/* k = value * Q, rounded to an integer. False if the value is not on the lattice: further from k/Q
 * than one unit of its last written digit, where fewer than 6 decimals count as 6 (whoever writes
 * fewer has dropped zeros: 0.5 is not a rounded 4/7) and more than 12 as 12 (the noise of a
 * double). Hence 6, 9 and 12 decimals of k/Q give the same k, 6 decimals for Q below 500 000. False
 * also for an unknown denominator and for k beyond 64 bits. */
bool lattice_snap(struct decimal decimal, int64_t denominator, int64_t *k);

#endif
