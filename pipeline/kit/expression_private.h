/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the expression compiler share: tokens, program, and the compiler's state. */
#ifndef KIT_EXPRESSION_PRIVATE_H
#define KIT_EXPRESSION_PRIVATE_H

#include "kit/expression.h"

/* ---- the program: operations in postfix order ------------------------------------------------ */

enum operation {
	PUSH_CONSTANT,
	PUSH_ANSWER,
	OR,
	AND,
	NOT,
	EQUAL,
	NOT_EQUAL,
	LESS,
	AT_MOST,
	MORE,
	AT_LEAST,
	UNANSWERED,
	ANSWERED, /* = '' and != '': of operand number `which` of two */
	ADD,
	SUBTRACT,
	MULTIPLY,
	DIVIDE,
	MODULO,
	NEGATE,
	ABSOLUTE,
	ROUND,
	MINIMUM,
	MAXIMUM,
	MEAN,
	SUM,
	IF,
	COALESCE,
	SELECTED,
	COUNT_SELECTED,
	SCORE,
	REAL,
	PERCENTILE
};

struct instruction {
	enum operation operation;
	size_t count;            /* operands taken from the stack; one is put back */
	size_t least;            /* MEAN, SUM: least number of answered operands */
	size_t which;            /* UNANSWERED, ANSWERED */
	size_t variable;         /* PUSH_ANSWER, SCORE; PERCENTILE: number of the distribution */
	struct operand constant; /* PUSH_CONSTANT */
};

struct expression {
	struct instruction *program;
	size_t length;
	size_t *variables;
	size_t variable_count;
	struct operand *stack; /* as deep as the program needs */
	int64_t denominator;
	struct expression_names names;
};

/* ---- lattices at compile time ---------------------------------------------------------------- */

/* Values are whole multiples of numerator/denominator, in lowest terms; a constant is exactly that.
 * The lattice of 0 alone is 0/1; a denominator of 0 is an unknown lattice. The numerator is kept so
 * that 100 * a div 4 is known to be whole. */
struct lattice {
	int64_t numerator, denominator;
	bool constant;
};

/* What is known at compile time of an operand on the stack. */
struct entry {
	struct lattice lattice;
	bool computed; /* may be a number, so is no list of choices */
	bool blank;    /* the literal '' and nothing more */
};

struct lattice lattice_of_text(struct value number); /* a literal */
struct lattice lattice_of_denominator(int64_t denominator);

/* The lattice of an operation's result from what is known of its operands. */
struct lattice lattice_of_result(
	const struct instruction *instruction, const struct entry *operands);

/* ---- tokens ---------------------------------------------------------------------------------- */

enum token_kind {
	TOKEN_END,
	TOKEN_NUMBER,
	TOKEN_TEXT,
	TOKEN_QUESTION,
	TOKEN_NAME,
	TOKEN_OPERATOR,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_COMMA
};

struct token {
	enum token_kind kind;
	size_t start, size; /* where it stands in the source */
	const char *text;   /* of a number, a text or a name, without its quotes or ${} */
	size_t length;
};

struct compiler {
	const char *source;
	const struct place *at;
	const struct expression_names *names;
	struct token token; /* the one to be read next */
	size_t position;    /* behind that token */
	bool failed;        /* a fault was said; the rest only unwinds */
	size_t nesting;
	bool in_percentile; /* within the argument of percentile() */

	struct instruction *program;
	size_t length, program_room;
	struct entry *entries;
	size_t depth, entries_room, deepest;
	size_t *variables;
	size_t variable_count, variables_room;
};

/* Says what is wrong at a byte of the source, once; always false. */
bool complain(struct compiler *compiler, size_t position, const char *reason, ...) PRINTS(3, 4);

/* Says that something else was expected than the present token; always false. */
bool expected(struct compiler *compiler, const char *what);

/* Reads the next token; false after a complaint. */
bool next_token(struct compiler *compiler);

/* Reads past a token of this kind, or complains that `what` was expected. */
bool take(struct compiler *compiler, enum token_kind kind, const char *what);

/* ---- parsing: false after a complaint -------------------------------------------------------- */

enum { DEEPEST_NESTING = 256, LONGEST_EXPRESSION = 32767 };

/* Parses an operand and the operators behind it that bind at least so tightly (1: all). */
bool parse_operators(struct compiler *compiler, int tightness);

/* Parses a function call; its name is the present token. */
bool parse_call(struct compiler *compiler);

/* Appends an instruction; what is known of its result is left in top_entry(). */
void emit(struct compiler *compiler, struct instruction instruction);
struct entry *top_entry(struct compiler *compiler);

/* Appends the present token as a text, whatever it was. */
void emit_text(struct compiler *compiler);

/* Appends PUSH_ANSWER or SCORE of the present token, a question. False after a complaint. */
bool emit_question(struct compiler *compiler, enum operation operation);

/* ---- comparing ------------------------------------------------------------------------------- */

/* Numbers this close, relative to the larger one or to 1, are equal. */
#define EQUALITY_TOLERANCE 1e-12

/* -1, 0 or 1 as a is below, equal to or above b. */
int compare_numbers(double a, double b);

/* a - b trunc(a/b), 0 where a is a multiple of b but for the rounding of binary arithmetic. */
double remainder_of(double a, double b);

/* The nearest integer, halves upwards (XPath), where a half is one up to rounding. */
double round_upwards(double number);

/* Order of two operands into *order, for EQUAL and NOT_EQUAL whether they differ; false if one is
 * missing or they cannot be compared. */
bool compare_operands(enum operation operation, struct operand a, struct operand b, int *order);

#endif
