/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which question of its form each column of an export holds. */
#ifndef RAW_HEADERS_H
#define RAW_HEADERS_H

#include "raw/lookup.h"
#include "study/study.h"

struct headers;

/* Looks at the header of an export. A column is, from best to worst: the one that recode.csv says
 * (for this round), the question of its very name, of its name or label but for capitals and
 * blanks, or of what stands behind a group's name (group/question, group-question,
 * form.group.question), as long as the whole is no question itself. question/choice,
 * question_choice, question.choice and question | choice are columns of a select_multiple's
 * choices. `more`, ended by NULL, are names to look for that the form lacks. */
struct headers *headers_match(const struct reader *reader, const struct form *form,
	const char *round, const char *const *more);

/* The column of a question or other name, or NO_NAME. A label that belongs to two questions and
 * two columns that claim to be the same question are faults. */
size_t headers_column(const struct headers *headers, const char *name);

/* Is the column this name because recode.csv says so? False for NO_NAME. */
bool headers_recoded(const struct headers *headers, size_t column);

/* The columns of a question's choices by number of the code, NO_NAME where there is none; NULL
 * where no choice has a column. */
const size_t *headers_choices(
	const struct headers *headers, const char *name, const struct lookup *lookup);

/* Is there a column of this very name that was taken for nothing? */
bool headers_ignores(const struct headers *headers, const char *name);

/* Says the fault that the export lacks a column; `what` says what it is for. */
void headers_fault_lacking(const struct headers *headers, const char *name, const char *what);

#endif
