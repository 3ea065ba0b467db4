/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The range of answers that a form's constraint states. */
#include "study/constraint.h"

#include <math.h>
#include <string.h>

#include "kit/kit.h"

enum comparison { LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NO_COMPARISON };

static void pass_blanks(const char **text)
{
	while (**text == ' ' || **text == '\t' || **text == '\n' || **text == '\r')
		(*text)++;
}

static bool pass(const char **text, const char *word)
{
	size_t length = strlen(word);

	pass_blanks(text);
	if (strncmp(*text, word, length) != 0)
		return false;
	*text += length;
	return true;
}

static bool read_number(const char **text, double *number)
{
	size_t length;

	pass_blanks(text);
	length = strspn(*text, "+-0123456789.");
	if (length == 0 || !number_read((struct value){ keep_text(*text, length), length }, number))
		return false;
	*text += length;
	return true;
}

/* A dot that stands for the answer, and is not the beginning of a number. */
static bool read_dot(const char **text)
{
	pass_blanks(text);
	if (**text != '.' || ((*text)[1] >= '0' && (*text)[1] <= '9'))
		return false;
	(*text)++;
	return true;
}

static enum comparison read_comparison(const char **text)
{
	if (pass(text, "<="))
		return LESS_OR_EQUAL;
	if (pass(text, ">="))
		return GREATER_OR_EQUAL;
	if (pass(text, "<"))
		return LESS;
	if (pass(text, ">"))
		return GREATER;
	return pass(text, "=") ? EQUAL : NO_COMPARISON;
}

static enum comparison mirrored(enum comparison comparison)
{
	static const enum comparison mirror[] = { GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL,
		EQUAL, NO_COMPARISON };

	return mirror[comparison];
}

static void narrow(enum comparison comparison, double number, double *minimum, double *maximum)
{
	if (comparison == LESS)
		number = nextafter(number, -INFINITY);
	if (comparison == GREATER)
		number = nextafter(number, INFINITY);
	if (comparison != LESS && comparison != LESS_OR_EQUAL)
		*minimum = fmax(*minimum, number); /* fmax() passes over a NaN */
	if (comparison != GREATER && comparison != GREATER_OR_EQUAL)
		*maximum = fmin(*maximum, number);
}

static bool read_clause(const char **text, double *minimum, double *maximum)
{
	enum comparison comparison;
	double number;

	if (read_dot(text)) {
		comparison = read_comparison(text);
		if (comparison == NO_COMPARISON || !read_number(text, &number))
			return false;
	} else {
		if (!read_number(text, &number))
			return false;
		comparison = mirrored(read_comparison(text));
		if (comparison == NO_COMPARISON || !read_dot(text))
			return false;
	}
	narrow(comparison, number, minimum, maximum);
	return true;
}

/* Clauses joined by `and`, each perhaps in parentheses of its own. */
static bool read_clauses(const char *text, double *minimum, double *maximum)
{
	do {
		bool inside = pass(&text, "(");

		if (!read_clause(&text, minimum, maximum))
			return false;
		if (inside && !pass(&text, ")"))
			return false;
	} while (pass(&text, "and"));
	pass_blanks(&text);
	return *text == '\0';
}

/* The text without one pair of parentheses around all of it. */
static const char *unwrapped(const char *text)
{
	size_t length;

	pass_blanks(&text);
	length = strlen(text);
	while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
		length--;
	if (length < 2 || text[0] != '(' || text[length - 1] != ')')
		return text;
	return keep_text(text + 1, length - 2);
}

void constraint_range(const char *constraint, double *minimum, double *maximum)
{
	*minimum = NAN;
	*maximum = NAN;
	if (read_clauses(constraint, minimum, maximum))
		return;
	*minimum = NAN;
	*maximum = NAN;
	if (read_clauses(unwrapped(constraint), minimum, maximum))
		return;
	*minimum = NAN;
	*maximum = NAN;
}
