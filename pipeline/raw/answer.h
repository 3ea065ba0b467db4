/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One answer of an export as its question's type wants it. */
#ifndef RAW_ANSWER_H
#define RAW_ANSWER_H

#include "raw/lookup.h"
#include "raw/text.h"
#include "study/study.h"

/* How the answers of a question are read in one file. */
struct answer_rule {
	enum question_type type;
	const char *list;            /* name of a select's list */
	const struct lookup *lookup; /* its codes and labels */
	double minimum, maximum;     /* of numbers; NaN where open */
	char decimal;                /* '.' or ',' */
	enum date_order dates;
};

/* What became of an answer. An AMBIGUOUS one is a fault of the form, not of the data. */
enum verdict { ANSWER_FINE, ANSWER_SET_ASIDE, ANSWER_AMBIGUOUS };

struct answer {
	enum verdict verdict;
	struct value value; /* missing unless ANSWER_FINE */
	struct text reason; /* of the others */
};

/* Reads an answer; blank is missing and fine. The value lives in the scratch.
 * integer: a whole number without sign, zeros or blanks around it. decimal: with a point, whatever
 * the file has; 1.500,5 is read where decimals have a comma. select_one: a code. select_multiple:
 * codes in the list's order with a space between. date: 2021-09-13, what follows left out. Other
 * types: the text without blanks around it. */
struct answer answer_read(
	const struct answer_rule *rule, struct value raw, struct scratch *scratch);

/* The answer of a select_multiple made of columns of its own, one a choice: `chosen` by number in
 * the list's order. */
struct value answer_of_choices(
	const struct lookup *lookup, const bool *chosen, struct scratch *scratch);

/* Reads a yes or no of such a column: 1 or 0, true, false, yes, no, ya, tidak; blank is no.
 * False if it is neither. */
bool answer_yes(struct value raw, bool *yes);

#endif
