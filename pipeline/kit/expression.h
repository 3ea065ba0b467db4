/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Expressions of XLSForm over the answers of one row: compiled once, evaluated for every row.
 *
 * Operands: 12.5, 'text', "text", ${question}. From loosest to tightest: or; and; = !=; < <= > >=;
 * + -; * div mod; unary -; ( ). Functions: selected(${q},'x'), count-selected(${q}), if(c,a,b),
 * coalesce(a,b,...), min(a,b,...), max(a,b,...), round(x) (halves upwards), abs(x), not(x),
 * mean(LEAST,a,b,...) and sum(LEAST,a,b,...) of the answered ones, missing if fewer than LEAST
 * (a literal) are answered, score(${q}), true(), false(), real(x) (the amount x in the prices of the
 * baseline), percentile(x) (the place of x among the baseline's x, 0 to 100).
 *
 * Missing: an empty answer, the literal '', whatever needs a missing operand, a text where a number
 * is needed, division by zero, a result that is not finite. But if() needs only its condition and
 * the branch taken, coalesce() is the first operand that is not missing, and and/or know that false
 * decides an `and` and true an `or` whatever the other side is (Kleene). = '' and != '' ask whether
 * the other side is missing; they are never missing themselves.
 *
 * Truth: 1 and 0 are what comparisons give; any number but 0 is true; a text that is no number has
 * no truth (missing).
 *
 * Comparison: if one side is a number (a literal or computed), both are compared as numbers. Two
 * texts (an answer against 'text' or another answer) are equal if their bytes are; "1" and "1.0"
 * are two texts. Their order is that of the numbers if both are numbers, that of the bytes if
 * neither is (ISO dates), else missing. Numbers are equal if they differ by no more than 1e-12 of
 * the larger one or of 1, so that .1 + .2 = .3; two integers only if they are the same.
 */
#ifndef KIT_EXPRESSION_H
#define KIT_EXPRESSION_H

#include "kit/kit.h"

struct expression;

/* What an expression gives. `number` counts for OPERAND_NUMBER, `text` and `length` for
 * OPERAND_TEXT (an answer or a literal, living as long as they do). ${q} alone gives the answer as
 * text. */
enum operand_kind { OPERAND_MISSING, OPERAND_NUMBER, OPERAND_TEXT };

struct operand {
	enum operand_kind kind;
	double number;
	const char *text;
	size_t length;
};

/* What the names in an expression mean. */
struct expression_names {
	/* The number of ${name}, an index into the values that are evaluated, or NO_NAME.
	 * *denominator: lattice of its answers: 1 integers, 10 one decimal, 0 unknown. */
	size_t (*variable)(void *context, const char *name, int64_t *denominator);
	/* The score of a choice of a question; false if it has none (score() is then missing).
	 * NULL where there are no scores: score() is then a fault. */
	bool (*score)(void *context, size_t variable, struct value choice, double *score);
	/* Lattice of the scores of a question, 0 unknown; may be NULL. */
	int64_t (*score_denominator)(void *context, size_t variable);
	/* The amount in the prices of the baseline, given the row it comes from; false if that is
	 * not known (real() is then missing). NULL where no round is known: real() is then a fault. */
	bool (*real)(void *context, const struct value *values, double amount, double *real);
	/* The number of the baseline's distribution of an argument of percentile(), asked while
	 * compiling: its text without blanks around it, and the lattice of its values. NULL where
	 * there is no baseline to look at: percentile() is then a fault. */
	size_t (*distribution)(void *context, const char *argument, int64_t denominator);
	/* The place of a value in that distribution, 0 to 100; false if it is not known
	 * (percentile() is then missing). NULL only together with `distribution`. */
	bool (*percentile)(void *context, size_t distribution, double value, double *place);
	void *context;
};

/* Compiles `text` (ended by NUL, at most 32767 bytes, nested at most 256 deep). `names` is copied;
 * its context must outlive the expression. After a mistake: one fault() at `at` (may be NULL) that
 * names the character and what was expected, and NULL. */
struct expression *expression_compile(
	const char *text, const struct expression_names *names, const struct place *at);

/* Value of an expression for one row: values[n] is the answer of variable n. Allocates nothing; an
 * expression is evaluated by one thread at a time. */
struct operand expression_evaluate(const struct expression *expression, const struct value *values);

/* The number of an operand: itself, or that of a text which is one. False if there is none. */
bool operand_number(struct operand operand, double *number);

enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_MISSING };

/* Truth of an operand, and of an expression for one row. */
enum truth operand_truth(struct operand operand);
enum truth expression_truth(const struct expression *expression, const struct value *values);

/* Denominator Q of the lattice of the numbers that it gives, known from the text alone: each is k/Q
 * with an integer k, as long as answers lie on the lattices of their questions. 0 if unknown.
 * Sums, differences, mod, min, max, if, coalesce: the lattice that holds those of their operands;
 * products: the product; division by a constant: exact, by anything else: unknown; mean with a
 * least number m of k: lcm(m..k) times that of its members; comparisons, truth, counts and round:
 * 1; real and percentile: unknown, for the data decide. Factors are cancelled, so
 * 100 * (${a} - 1) div 4 is on 1. */
int64_t expression_denominator(const struct expression *expression);

/* Whether it calls real(), and so needs the price level of every round. */
bool expression_needs_prices(const struct expression *expression);

/* The variable that it is and nothing more, or NO_NAME where it computes something. */
size_t expression_answer(const struct expression *expression);

/* The variables it uses, each once, in the order first met: up to `room` of them into `into`;
 * returns how many there are. */
size_t expression_variables(const struct expression *expression, size_t *into, size_t room);

#endif
