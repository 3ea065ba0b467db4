/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the postfix program of an expression over the answers of one row. */
#include <math.h>
#include <string.h>

#include "kit/expression_private.h"

static const struct operand no_answer = { OPERAND_MISSING, 0, "", 0 };

/* Missing if it is not finite; -0 becomes 0. */
static struct operand of_number(double number)
{
	if (!isfinite(number))
		return no_answer;
	return (struct operand){ OPERAND_NUMBER, number + 0.0, "", 0 };
}

static struct operand of_truth(enum truth truth)
{
	return truth == TRUTH_MISSING ? no_answer : of_number(truth == TRUTH_TRUE);
}

static struct operand of_bool(bool holds)
{
	return of_number(holds);
}

static struct operand comparison(enum operation operation, struct operand a, struct operand b)
{
	int order;

	if (!compare_operands(operation, a, b, &order))
		return no_answer;
	switch (operation) {
	case EQUAL:
		return of_bool(order == 0);
	case NOT_EQUAL:
		return of_bool(order != 0);
	case LESS:
		return of_bool(order < 0);
	case AT_MOST:
		return of_bool(order <= 0);
	case MORE:
		return of_bool(order > 0);
	default:
		return of_bool(order >= 0);
	}
}

/* Kleene: `decisive` on one side decides, else what is missing stays missing. */
static enum truth connect(enum truth a, enum truth b, enum truth decisive)
{
	if (a == decisive || b == decisive)
		return decisive;
	if (a == TRUTH_MISSING || b == TRUTH_MISSING)
		return TRUTH_MISSING;
	return decisive == TRUTH_TRUE ? TRUTH_FALSE : TRUTH_TRUE;
}

static struct operand negation(struct operand operand)
{
	enum truth truth = operand_truth(operand);

	return truth == TRUTH_MISSING ? no_answer : of_bool(truth == TRUTH_FALSE);
}

static struct operand arithmetic(enum operation operation, struct operand a, struct operand b)
{
	double first, second;

	if (!operand_number(a, &first) || !operand_number(b, &second))
		return no_answer;
	if (operation == ADD)
		return of_number(first + second);
	if (operation == SUBTRACT)
		return of_number(first - second);
	if (operation == MULTIPLY)
		return of_number(first * second);
	if (compare_numbers(second, 0) == 0)
		return no_answer;
	return of_number(operation == DIVIDE ? first / second : remainder_of(first, second));
}

static struct operand of_one_number(enum operation operation, struct operand operand)
{
	double number;

	if (!operand_number(operand, &number))
		return no_answer;
	if (operation == NEGATE)
		return of_number(-number);
	return of_number(operation == ABSOLUTE ? fabs(number) : round_upwards(number));
}

/* Smallest or largest; missing if one is. */
static struct operand extreme(
	enum operation operation, const struct operand *operands, size_t count)
{
	double best, number;
	size_t i;

	if (!operand_number(operands[0], &best))
		return no_answer;
	for (i = 1; i < count; i++) {
		if (!operand_number(operands[i], &number))
			return no_answer;
		best = operation == MINIMUM ? fmin(best, number) : fmax(best, number);
	}
	return of_number(best);
}

/* Sum or mean of the answered operands; missing if fewer than `least` are. */
static struct operand aggregate(
	const struct instruction *instruction, const struct operand *operands)
{
	double sum = 0, number;
	size_t answered = 0, i;

	for (i = 0; i < instruction->count; i++)
		if (operand_number(operands[i], &number)) {
			sum += number;
			answered++;
		}
	if (answered < instruction->least)
		return no_answer;
	return of_number(instruction->operation == MEAN ? sum / (double)answered : sum);
}

static struct operand first_answered(const struct operand *operands, size_t count)
{
	size_t i = 0;

	while (i < count - 1 && operands[i].kind == OPERAND_MISSING)
		i++;
	return operands[i];
}

static struct operand branch(const struct operand *operands)
{
	enum truth condition = operand_truth(operands[0]);

	if (condition == TRUTH_MISSING)
		return no_answer;
	return condition == TRUTH_TRUE ? operands[1] : operands[2];
}

/* Words of a list separated by blanks: how many equal `word`, or all of them where it is NULL. */
static size_t count_words(struct operand list, const struct operand *word)
{
	const char *at = list.text, *end = list.text + list.length;
	size_t count = 0;

	while (at < end) {
		const char *blank = memchr(at, ' ', (size_t)(end - at));
		size_t length = (size_t)((blank ? blank : end) - at);

		if (length > 0)
			count += !word ||
				(length == word->length && memcmp(at, word->text, length) == 0);
		at += length + (blank ? 1 : 0);
	}
	return count;
}

static struct operand selection(enum operation operation, const struct operand *operands)
{
	if (operands[0].kind != OPERAND_TEXT)
		return no_answer;
	if (operation == COUNT_SELECTED)
		return of_number((double)count_words(operands[0], NULL));
	if (operands[1].kind != OPERAND_TEXT)
		return no_answer;
	return of_bool(count_words(operands[0], &operands[1]) > 0);
}

static struct operand score_of(
	const struct expression_names *names, size_t variable, struct value choice)
{
	double score;

	if (missing(choice) || !names->score(names->context, variable, choice, &score))
		return no_answer;
	return of_number(score);
}

/* real() and percentile() of one operand: what the names know of the baseline. */
static struct operand against_baseline(const struct expression_names *names,
	const struct instruction *instruction, struct operand operand, const struct value *values)
{
	double number;
	bool known;

	if (!operand_number(operand, &number))
		return no_answer;
	if (instruction->operation == REAL)
		known = names->real(names->context, values, number, &number);
	else
		known = names->percentile(names->context, instruction->variable, number, &number);
	return known ? of_number(number) : no_answer;
}

static struct operand answer(struct value value)
{
	if (missing(value))
		return no_answer;
	return (struct operand){ OPERAND_TEXT, 0, value.text, value.length };
}

static struct operand logical(const struct instruction *instruction, const struct operand *operands)
{
	const struct operand *tested = &operands[instruction->which];

	switch (instruction->operation) {
	case OR:
		return of_truth(connect(
			operand_truth(operands[0]), operand_truth(operands[1]), TRUTH_TRUE));
	case AND:
		return of_truth(connect(
			operand_truth(operands[0]), operand_truth(operands[1]), TRUTH_FALSE));
	case UNANSWERED:
		return of_bool(tested->kind == OPERAND_MISSING);
	case ANSWERED:
		return of_bool(tested->kind != OPERAND_MISSING);
	default:
		return negation(operands[0]);
	}
}

/* The result of an instruction whose operands begin at `operands`. */
static struct operand apply(const struct instruction *instruction, const struct operand *operands)
{
	enum operation operation = instruction->operation;

	switch (operation) {
	case OR:
	case AND:
	case NOT:
	case UNANSWERED:
	case ANSWERED:
		return logical(instruction, operands);
	case EQUAL:
	case NOT_EQUAL:
	case LESS:
	case AT_MOST:
	case MORE:
	case AT_LEAST:
		return comparison(operation, operands[0], operands[1]);
	case ADD:
	case SUBTRACT:
	case MULTIPLY:
	case DIVIDE:
	case MODULO:
		return arithmetic(operation, operands[0], operands[1]);
	case MINIMUM:
	case MAXIMUM:
		return extreme(operation, operands, instruction->count);
	case MEAN:
	case SUM:
		return aggregate(instruction, operands);
	case IF:
		return branch(operands);
	case COALESCE:
		return first_answered(operands, instruction->count);
	case SELECTED:
	case COUNT_SELECTED:
		return selection(operation, operands);
	default:
		return of_one_number(operation, operands[0]);
	}
}

struct operand expression_evaluate(const struct expression *expression, const struct value *values)
{
	struct operand *top = expression->stack; /* behind the last operand */
	size_t i;

	for (i = 0; i < expression->length; i++) {
		const struct instruction *instruction = &expression->program[i];
		size_t variable = instruction->variable;

		top -= instruction->count;
		if (instruction->operation == PUSH_CONSTANT)
			*top = instruction->constant;
		else if (instruction->operation == PUSH_ANSWER)
			*top = answer(values[variable]);
		else if (instruction->operation == SCORE)
			*top = score_of(&expression->names, variable, values[variable]);
		else if (instruction->operation == REAL || instruction->operation == PERCENTILE)
			*top = against_baseline(&expression->names, instruction, *top, values);
		else
			*top = apply(instruction, top);
		top++;
	}
	return top[-1];
}

enum truth expression_truth(const struct expression *expression, const struct value *values)
{
	return operand_truth(expression_evaluate(expression, values));
}
