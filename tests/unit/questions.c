/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions, rows of answers and expressions made up by chance, for the tests of expressions. */
#include "questions.h"

#include <stdio.h>
#include <string.h>

#include "close.h"

static const char names_of_variables[] = "abcdeght";
static const int64_t denominators[VARIABLES] = { 1, 1, 1, 10, 100, 1, 1, 0 };

static size_t variable_number(void *context, const char *name, int64_t *denominator)
{
	const char *found = strlen(name) == 1 ? strchr(names_of_variables, *name) : NULL;

	(void)context;
	if (!found)
		return NO_NAME;
	*denominator = denominators[found - names_of_variables];
	return (size_t)(found - names_of_variables);
}

static bool score_of_choice(void *context, size_t variable, struct value choice, double *score)
{
	(void)context;
	(void)variable;
	*score = same_text(choice, "ya") ? 100 : 12.5;
	return same_text(choice, "ya") || same_text(choice, "tidak");
}

static int64_t denominator_of_scores(void *context, size_t variable)
{
	(void)context;
	(void)variable;
	return 2;
}

/* Prices have doubled since the baseline, except where ${b} is 9: nothing is known of that round. */
static bool real_amount(void *context, const struct value *values, double amount, double *real)
{
	(void)context;
	*real = amount / 2;
	return !same_text(values[1], "9");
}

struct distribution asked_distributions[MOST_ASKED];
size_t asked_count;

static size_t distribution_number(void *context, const char *argument, int64_t denominator)
{
	(void)context;
	asked_distributions[asked_count % MOST_ASKED] =
		(struct distribution){ argument, denominator };
	return asked_count++;
}

/* All baselines run from 0 to 50 evenly; nobody answered below 0. */
static bool place_of(void *context, size_t distribution, double value, double *place)
{
	(void)context;
	(void)distribution;
	*place = fmin(value * 2, 100);
	return value >= 0;
}

const struct expression_names questions = { variable_number, score_of_choice, denominator_of_scores,
	real_amount, distribution_number, place_of, NULL };

struct expression *compile(const char *text)
{
	struct expression *expression = expression_compile(text, &questions, NULL);

	if (!expression)
		fail_msg("does not compile: %s", text);
	return expression;
}

void set_row(struct row *row, const char *answers)
{
	char *at = row->text;
	size_t i;

	for (i = 0; i < VARIABLES; i++)
		row->values[i] = (struct value){ "", 0 };
	assert_true(strlen(answers) < sizeof row->text);
	memcpy(row->text, answers, strlen(answers) + 1);
	while (*at != '\0') {
		size_t length = strcspn(at, "|");
		bool last = at[length] == '\0';

		at[length] = '\0';
		row->values[strchr(names_of_variables, *at) - names_of_variables] =
			(struct value){ at + 2, length - 2 };
		at += length + (last ? 0 : 1);
	}
}

void assert_result(const char *text, const char *answers, const char *want)
{
	struct row row;
	struct operand result;
	double number = 0;

	set_row(&row, answers);
	result = expression_evaluate(compile(text), row.values);
	if (strcmp(want, "missing") == 0) {
		if (result.kind != OPERAND_MISSING)
			fail_msg("%s with %s is not missing", text, answers);
	} else if (*want == '\'') {
		if (result.kind != OPERAND_TEXT || result.length != strlen(want) - 2 ||
			memcmp(result.text, want + 1, result.length) != 0)
			fail_msg("%s with %s is not %s", text, answers, want);
	} else {
		if (result.kind != OPERAND_NUMBER)
			fail_msg("%s with %s is no number", text, answers);
		assert_true(number_read((struct value){ want, strlen(want) }, &number));
		if (fabs(result.number - number) > 1e-12 * fabs(number) ||
			signbit(result.number) != signbit(number))
			fail_msg("%s with %s is %.17g", text, answers, result.number);
	}
}

/* `count` times `open`, `middle`, `count` times `close`. */
char *nested(const char *open, const char *middle, const char *close, size_t count)
{
	size_t length = count * (strlen(open) + strlen(close)) + strlen(middle), i;
	char *text = keep(length + 1), *at = text;

	for (i = 0; i < count; i++, at += strlen(open))
		memcpy(at, open, strlen(open));
	memcpy(at, middle, strlen(middle));
	at += strlen(middle);
	for (i = 0; i < count; i++, at += strlen(close))
		memcpy(at, close, strlen(close));
	return text;
}

/* xorshift64* (Vigna 2016), so that every run sees the same. */
static uint64_t chance_state = 20240917;

unsigned chance(unsigned below)
{
	chance_state ^= chance_state >> 12;
	chance_state ^= chance_state << 25;
	chance_state ^= chance_state >> 27;
	return (unsigned)((chance_state * 2685821657736338717u) >> 33) % below;
}

/* Appends to an expression that is being made up. */
void append(char *text, const char *more)
{
	size_t length = strlen(text);

	assert_true(length + strlen(more) < MADE_UP);
	memcpy(text + length, more, strlen(more) + 1);
}

void make_up(char *text, int depth)
{
	static const char *const leaves[] = { "${a}", "${b}", "${c}", "${d}", "${e}", "${g}",
		"${h}", "2", "3", "0.25", "7", "1.5", "''", "score(${g})", "true()", "100" };
	static const char *const shapes[] = { "(_ + _)", "(_ - _)", "_ * _", "(_ div 3)",
		"(_ div -0.4)", "-(_)", "if(_ > _, _, _)", "coalesce(_, _)", "min(_, _)",
		"max(_, _, _)", "mean(1, _, _)", "mean(2, _, _, _)", "sum(1, _, _)", "abs(_)",
		"round(_)", "(_ mod _)", "(_ = _)", "not(_)", "(_ and _)", "(_ = '')" };
	const char *shape;

	if (depth == 0 || chance(4) == 0) {
		append(text, leaves[chance(sizeof leaves / sizeof *leaves)]);
		return;
	}
	for (shape = shapes[chance(sizeof shapes / sizeof *shapes)]; *shape; shape++) {
		char letter[2] = { *shape, '\0' };

		if (*shape == '_')
			make_up(text, depth - 1);
		else
			append(text, letter);
	}
}

/* Answers a to c and h from -20 to 100, d and e with decimals, g a choice; some missing. */
void make_up_row(struct row *row)
{
	size_t i;
	char *at = row->text;

	for (i = 0; i < VARIABLES; i++) {
		int whole = (int)chance(121) - 20, length;

		if (names_of_variables[i] == 'g')
			length = snprintf(at, 16, "%s", chance(2) ? "ya" : "tidak");
		else if (denominators[i] == 1)
			length = snprintf(at, 16, "%d", whole);
		else
			length = snprintf(at, 16, "%d.%0*u", whole, denominators[i] == 10 ? 1 : 2,
				chance(denominators[i] == 10 ? 10 : 100));
		row->values[i] = (struct value){ at, chance(8) == 0 ? 0 : (size_t)length };
		at += 16;
		if (row->values[i].length == 0)
			row->values[i].text = "";
	}
}
