/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operands as numbers and truths, compared and rounded without the noise of binary arithmetic. */
#include <math.h>
#include <string.h>

#include "kit/expression_private.h"

bool operand_number(struct operand operand, double *number)
{
	if (operand.kind == OPERAND_NUMBER) {
		*number = operand.number;
		return true;
	}
	return operand.kind == OPERAND_TEXT &&
		number_read((struct value){ operand.text, operand.length }, number);
}

enum truth operand_truth(struct operand operand)
{
	double number;

	if (!operand_number(operand, &number))
		return TRUTH_MISSING;
	return number < 0 || number > 0 ? TRUTH_TRUE : TRUTH_FALSE;
}

static bool is_whole(double number)
{
	return floor(number) >= number;
}

int compare_numbers(double a, double b)
{
	double largest = fmax(1, fmax(fabs(a), fabs(b)));

	if (fabs(a - b) <= EQUALITY_TOLERANCE * largest && !(is_whole(a) && is_whole(b)))
		return 0;
	return (a > b) - (a < b);
}

static int compare_bytes(struct operand a, struct operand b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter > 0 ? memcmp(a.text, b.text, shorter) : 0;

	if (order == 0)
		return (a.length > b.length) - (a.length < b.length);
	return order;
}

bool compare_operands(enum operation operation, struct operand a, struct operand b, int *order)
{
	bool texts = a.kind == OPERAND_TEXT && b.kind == OPERAND_TEXT;
	bool equality = operation == EQUAL || operation == NOT_EQUAL;
	double first, second;
	bool a_number, b_number;

	if (a.kind == OPERAND_MISSING || b.kind == OPERAND_MISSING)
		return false;
	if (texts && equality) {
		*order = compare_bytes(a, b);
		return true;
	}
	a_number = operand_number(a, &first);
	b_number = operand_number(b, &second);
	if (a_number && b_number)
		*order = compare_numbers(first, second);
	else if (texts && !a_number && !b_number)
		*order = compare_bytes(a, b);
	else
		return false;
	return true;
}

double remainder_of(double a, double b)
{
	double rest = fmod(a, b);

	if (compare_numbers(fabs(rest), 0) == 0 || compare_numbers(fabs(rest), fabs(b)) == 0)
		return 0;
	return rest;
}

double round_upwards(double number)
{
	double above = floor(number) + 1;
	double slack = fmin(EQUALITY_TOLERANCE * fmax(1, fabs(number)), 1e-6);

	return is_whole(number) || above - number > 0.5 + slack ? above - 1 : above;
}
