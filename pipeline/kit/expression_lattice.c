/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lattices of operations: which multiples of which fraction the result of an expression can be. */
#include "kit/decimal.h"
#include "kit/expression_private.h"

__extension__ typedef __int128 int128;

static const struct lattice unknown = { 0, 0, false };

/* Larger numerators are given up: those of constants with the lattice, others by taking 1, which
 * divides them. */
#define NUMERATOR_LIMIT ((int128)1000000000000000000)

static int128 greatest_common_divisor(int128 a, int128 b)
{
	if (a < 0)
		a = -a;
	while (b != 0) {
		int128 rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* numerator/denominator in lowest terms; the denominator is above 0. */
static struct lattice lowest_terms(int128 numerator, int128 denominator, bool constant)
{
	int128 divisor = greatest_common_divisor(numerator, denominator);

	numerator /= divisor;
	denominator /= divisor;
	if (!constant && numerator < 0)
		numerator = -numerator;
	if (denominator > LATTICE_LIMIT)
		return unknown;
	if (numerator > NUMERATOR_LIMIT || numerator < -NUMERATOR_LIMIT) {
		if (constant)
			return unknown;
		numerator = 1;
	}
	return (struct lattice){ (int64_t)numerator, (int64_t)denominator, constant };
}

struct lattice lattice_of_denominator(int64_t denominator)
{
	if (denominator < 1 || denominator > LATTICE_LIMIT)
		return unknown;
	return (struct lattice){ 1, denominator, false };
}

struct lattice lattice_of_text(struct value number)
{
	struct decimal decimal;
	int64_t denominator = 1;
	int i;

	if (!decimal_read(number, &decimal) || decimal.decimals > 18)
		return unknown;
	for (i = 0; i < decimal.decimals; i++)
		denominator *= 10;
	return lowest_terms(decimal.units, denominator, true);
}

/* The lattice that holds both: gcd(p, r) / lcm(q, s) for p/q and r/s in lowest terms. */
static struct lattice join(struct lattice a, struct lattice b)
{
	int64_t denominator = lattice_lcm(a.denominator, b.denominator);
	int64_t second = b.numerator < 0 ? -b.numerator : b.numerator;

	if (denominator == 0)
		return unknown;
	return lowest_terms(greatest_common_divisor(a.numerator, second), denominator, false);
}

/* join() of the operands from `first` on. */
static struct lattice join_all(const struct entry *operands, size_t first, size_t count)
{
	struct lattice all = { 0, 1, false };
	size_t i;

	for (i = first; i < count; i++)
		all = join(all, operands[i].lattice);
	return all;
}

static struct lattice sum_of(struct lattice a, struct lattice b, int sign)
{
	int128 numerator;

	if (!a.constant || !b.constant)
		return join(a, b);
	numerator =
		(int128)a.numerator * b.denominator + (int128)b.numerator * a.denominator * sign;
	return lowest_terms(numerator, (int128)a.denominator * b.denominator, true);
}

static struct lattice product_of(struct lattice a, struct lattice b)
{
	if (a.denominator == 0 || b.denominator == 0)
		return unknown;
	return lowest_terms((int128)a.numerator * b.numerator,
		(int128)a.denominator * b.denominator, a.constant && b.constant);
}

/* Exact by a constant; a constant 0 makes the result missing, so any lattice will do. */
static struct lattice quotient_of(struct lattice a, struct lattice b)
{
	struct lattice inverse = { b.denominator, b.numerator, true };

	if (!b.constant)
		return unknown;
	if (b.numerator == 0)
		return (struct lattice){ 0, 1, false };
	if (b.numerator < 0)
		inverse = (struct lattice){ -b.denominator, -b.numerator, true };
	if (a.denominator == 0)
		return unknown;
	return lowest_terms((int128)a.numerator * inverse.numerator,
		(int128)a.denominator * inverse.denominator, a.constant);
}

/* Means of least, least + 1, ... count members: 1/lcm(least .. count) of theirs. */
static struct lattice mean_of(struct lattice members, size_t least, size_t count)
{
	int64_t sizes = 1;
	size_t size;

	for (size = least; size <= count && sizes != 0; size++)
		sizes = lattice_lcm(sizes, (int64_t)size);
	if (sizes == 0)
		return unknown;
	return product_of(members, (struct lattice){ 1, sizes, false });
}

struct lattice lattice_of_result(
	const struct instruction *instruction, const struct entry *operands)
{
	size_t count = instruction->count;

	switch (instruction->operation) {
	case ADD:
		return sum_of(operands[0].lattice, operands[1].lattice, 1);
	case SUBTRACT:
		return sum_of(operands[0].lattice, operands[1].lattice, -1);
	case MULTIPLY:
		return product_of(operands[0].lattice, operands[1].lattice);
	case DIVIDE:
		return quotient_of(operands[0].lattice, operands[1].lattice);
	case NEGATE:
		return product_of((struct lattice){ -1, 1, true }, operands[0].lattice);
	case ABSOLUTE:
	case MINIMUM:
	case MAXIMUM:
	case SUM:
	case COALESCE:
	case MODULO:
		return join_all(operands, 0, count);
	case IF:
		return join_all(operands, 1, count);
	case MEAN:
		return mean_of(join_all(operands, 0, count), instruction->least, count);
	case REAL:
	case PERCENTILE:
		return unknown;
	default:
		return (struct lattice){ 1, 1, false };
	}
}
