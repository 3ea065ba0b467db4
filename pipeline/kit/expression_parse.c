/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parser of expressions: operators by precedence, straight into a postfix program. */
#include <string.h>

#include "kit/expression_private.h"

enum { OR_TIGHTNESS = 1, AND_TIGHTNESS, EQUALITY, ORDER, SUM_TIGHTNESS, PRODUCT };

static const struct binary_operator {
	const char *spelling;
	int tightness;
	enum operation operation;
} binary_operators[] = { { "or", OR_TIGHTNESS, OR }, { "and", AND_TIGHTNESS, AND },
	{ "=", EQUALITY, EQUAL }, { "!=", EQUALITY, NOT_EQUAL }, { "<", ORDER, LESS },
	{ "<=", ORDER, AT_MOST }, { ">", ORDER, MORE }, { ">=", ORDER, AT_LEAST },
	{ "+", SUM_TIGHTNESS, ADD }, { "-", SUM_TIGHTNESS, SUBTRACT }, { "*", PRODUCT, MULTIPLY },
	{ "div", PRODUCT, DIVIDE }, { "mod", PRODUCT, MODULO } };

struct entry *top_entry(struct compiler *compiler)
{
	return &compiler->entries[compiler->depth - 1];
}

/* Whether the result may be a number rather than an answer or a text. */
static bool computes(const struct instruction *instruction, const struct entry *operands)
{
	size_t i = instruction->operation == IF ? 1 : 0;

	if (instruction->operation == PUSH_ANSWER)
		return false;
	if (instruction->operation != IF && instruction->operation != COALESCE)
		return true;
	for (; i < instruction->count; i++)
		if (operands[i].computed)
			return true;
	return false;
}

void emit(struct compiler *compiler, struct instruction instruction)
{
	size_t first = compiler->depth - instruction.count;
	struct entry *operands, result = { { 0, 0, false }, false, false };

	compiler->program = grow(compiler->program, &compiler->program_room, compiler->length + 1,
		sizeof *compiler->program);
	compiler->program[compiler->length++] = instruction;
	compiler->entries = grow(
		compiler->entries, &compiler->entries_room, first + 1, sizeof *compiler->entries);
	operands = compiler->entries + first;
	result.lattice = lattice_of_result(&instruction, operands);
	result.computed = computes(&instruction, operands);
	*operands = result;
	compiler->depth = first + 1;
	if (compiler->depth > compiler->deepest)
		compiler->deepest = compiler->depth;
}

void emit_text(struct compiler *compiler)
{
	struct token token = compiler->token;
	struct value value = { keep_text(token.text, token.length), token.length };
	struct instruction push = { .operation = PUSH_CONSTANT };
	struct lattice lattice = lattice_of_text(value);
	double number;

	push.constant.kind = token.length > 0 ? OPERAND_TEXT : OPERAND_MISSING;
	push.constant.text = value.text;
	push.constant.length = value.length;
	emit(compiler, push);
	if (missing(value) || !number_read(value, &number))
		lattice = (struct lattice){ 0, 1, false }; /* never a number */
	*top_entry(compiler) = (struct entry){ lattice, false, missing(value) };
}

static void emit_number(struct compiler *compiler)
{
	struct token token = compiler->token;
	struct value value = { keep_text(token.text, token.length), token.length };
	struct instruction push = { .operation = PUSH_CONSTANT };

	push.constant.kind = OPERAND_NUMBER;
	if (!number_read(value, &push.constant.number))
		push.constant.kind = OPERAND_MISSING; /* hundreds of digits: not finite */
	emit(compiler, push);
	top_entry(compiler)->lattice = lattice_of_text(value);
}

static void remember_variable(struct compiler *compiler, size_t variable)
{
	size_t i;

	for (i = 0; i < compiler->variable_count; i++)
		if (compiler->variables[i] == variable)
			return;
	compiler->variables = grow(compiler->variables, &compiler->variables_room,
		compiler->variable_count + 1, sizeof *compiler->variables);
	compiler->variables[compiler->variable_count++] = variable;
}

bool emit_question(struct compiler *compiler, enum operation operation)
{
	const struct expression_names *names = compiler->names;
	struct token token = compiler->token;
	const char *name = keep_text(token.text, token.length);
	int64_t denominator = 0;
	struct instruction push = { .operation = operation };

	push.variable = names->variable(names->context, name, &denominator);
	if (push.variable == NO_NAME)
		return complain(compiler, token.start,
			SAY("there is no question ${%s}", "tidak ada pertanyaan ${%s}"), name);
	if (operation == SCORE)
		denominator = names->score_denominator
			? names->score_denominator(names->context, push.variable)
			: 0;
	remember_variable(compiler, push.variable);
	emit(compiler, push);
	top_entry(compiler)->lattice = lattice_of_denominator(denominator);
	return true;
}

/* A number, a text, ${name}, a function call, or an expression in parentheses. */
static bool parse_primary(struct compiler *compiler)
{
	switch (compiler->token.kind) {
	case TOKEN_NUMBER:
		emit_number(compiler);
		return next_token(compiler);
	case TOKEN_TEXT:
		emit_text(compiler);
		return next_token(compiler);
	case TOKEN_QUESTION:
		return emit_question(compiler, PUSH_ANSWER) && next_token(compiler);
	case TOKEN_NAME:
		return parse_call(compiler);
	case TOKEN_OPEN:
		return next_token(compiler) && parse_operators(compiler, OR_TIGHTNESS) &&
			take(compiler, TOKEN_CLOSE, "`)`");
	default:
		return expected(compiler,
			SAY("a number, a text, ${name} or a function",
				"bilangan, teks, ${nama} atau fungsi"));
	}
}

/* Minus signs, then what they stand before. */
static bool parse_unary(struct compiler *compiler)
{
	size_t signs = 0;

	while (compiler->token.kind == TOKEN_OPERATOR && *compiler->token.text == '-') {
		signs++;
		if (!next_token(compiler))
			return false;
	}
	if (!parse_primary(compiler))
		return false;
	for (; signs > 0; signs--)
		emit(compiler, (struct instruction){ .operation = NEGATE, .count = 1 });
	return true;
}

static const struct binary_operator *operator_of(const struct token *token)
{
	size_t i;

	if (token->kind != TOKEN_OPERATOR && token->kind != TOKEN_NAME)
		return NULL;
	for (i = 0; i < sizeof binary_operators / sizeof *binary_operators; i++)
		if (strlen(binary_operators[i].spelling) == token->length &&
			memcmp(binary_operators[i].spelling, token->text, token->length) == 0)
			return &binary_operators[i];
	return NULL;
}

/* The instruction of an operator whose operands are on the stack. = '' and != '' ask whether the
 * other side is missing. */
static void emit_binary(struct compiler *compiler, const struct binary_operator *operator)
{
	const struct entry *right = top_entry(compiler), *left = right - 1;
	struct instruction instruction = { .operation = operator->operation, .count = 2 };

	if (operator->tightness == EQUALITY &&(left->blank || right->blank)) {
		instruction.operation = operator->operation == EQUAL ? UNANSWERED : ANSWERED;
		instruction.which = right->blank ? 0 : 1;
	}
	emit(compiler, instruction);
}

bool parse_operators(struct compiler *compiler, int tightness)
{
	const struct binary_operator *operator;
	int before = 0;

	if (compiler->nesting > DEEPEST_NESTING)
		return complain(compiler, compiler->token.start,
			SAY("nested more than %d deep", "bersarang lebih dari %d tingkat"),
			DEEPEST_NESTING);
	if (tightness == OR_TIGHTNESS)
		compiler->nesting++;
	if (!parse_unary(compiler))
		return false;
	while ((operator= operator_of(&compiler->token)) && operator->tightness >= tightness) {
		if (operator->tightness == before &&(before == EQUALITY || before == ORDER))
			return complain(compiler, compiler->token.start,
				SAY("two comparisons in a row; join them with `and`",
					"dua perbandingan berurutan; gabungkan dengan `and`"));
		if (!next_token(compiler) || !parse_operators(compiler, operator->tightness + 1))
			return false;
		emit_binary(compiler, operator);
		before = operator->tightness;
	}
	if (tightness == OR_TIGHTNESS)
		compiler->nesting--;
	return true;
}

/* Moves what was compiled into an expression that is ready to run. */
static struct expression *finish(struct compiler *compiler)
{
	struct expression *expression = keep(sizeof *expression);

	expression->program = compiler->program;
	expression->length = compiler->length;
	expression->variables = compiler->variables;
	expression->variable_count = compiler->variable_count;
	expression->stack = keep(compiler->deepest * sizeof *expression->stack);
	expression->denominator = top_entry(compiler)->lattice.denominator;
	expression->names = *compiler->names;
	return expression;
}

struct expression *expression_compile(
	const char *text, const struct expression_names *names, const struct place *at)
{
	struct compiler compiler = { .source = text, .at = at, .names = names };

	if (strlen(text) > LONGEST_EXPRESSION) {
		compiler.source = "";
		complain(&compiler, 0,
			SAY("an expression has at most %d bytes", "rumus paling panjang %d bita"),
			LONGEST_EXPRESSION);
		return NULL;
	}
	if (!next_token(&compiler) || !parse_operators(&compiler, OR_TIGHTNESS))
		return NULL;
	if (compiler.token.kind != TOKEN_END) {
		expected(&compiler,
			SAY("an operator such as + or `and`", "operator seperti + atau `and`"));
		return NULL;
	}
	return finish(&compiler);
}

int64_t expression_denominator(const struct expression *expression)
{
	return expression->denominator;
}

bool expression_needs_prices(const struct expression *expression)
{
	size_t i;

	for (i = 0; i < expression->length; i++)
		if (expression->program[i].operation == REAL)
			return true;
	return false;
}

size_t expression_variables(const struct expression *expression, size_t *into, size_t room)
{
	size_t i;

	for (i = 0; i < expression->variable_count && i < room; i++)
		into[i] = expression->variables[i];
	return expression->variable_count;
}

size_t expression_answer(const struct expression *expression)
{
	const struct instruction *only = expression->program;

	return expression->length == 1 && only->operation == PUSH_ANSWER ? only->variable : NO_NAME;
}
