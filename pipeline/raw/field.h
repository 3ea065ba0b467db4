/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question as one file holds it in one round: where, how it is read and what is changed. */
#ifndef RAW_FIELD_H
#define RAW_FIELD_H

#include "raw/answer.h"
#include "raw/recoding.h"

/* What was read. */
struct reading {
	struct value value;
	const char *
		action; /* of a reject: value_recoded, value_missing; NULL where nothing happened */
	struct text reason;
};

struct memo;

struct field {
	const char *name; /* of the question */
	struct answer_rule rule;
	struct answer_rule
		study_rule; /* of the study's own form, for what recode.csv makes of an answer */
	size_t column;      /* NO_NAME: none */
	const size_t
		*choices; /* columns of the choices of a select_multiple without one of its own */
	bool dashes_are_blank; /* CommCare writes --- where a question was not shown */
	struct recoding recoding;
	struct memo *memo; /* readings of the raw texts met so far */
	const struct reading *
		*by_byte; /* of those of one byte, as most answers are, by it; NULL: none yet */
	struct scratch scratch;
};

/* A field of text in a column of a file; the caller refines it. */
struct field field_plain(const struct round_file *file, const char *name, size_t column);

/* Where the field is filled from; false: the round did not ask, all is missing. */
bool field_asked(const struct field *field);

/* What field_read() gives for any value. */
const struct reading *field_read_any(
	struct field *field, const struct reader *reader, const char *respondent);

/* Reads the field of the present row. `respondent` is NULL unless recode.csv corrects answers of
 * this one. An ambiguous label is a fault at its place. Texts live until the field, or another row, is
 * read. */
static inline const struct reading *field_read(
	struct field *field, const struct reader *reader, const char *respondent)
{
	const struct reading *known = NULL;

	if (field->by_byte != NULL && respondent == NULL &&
		reader->values[field->column].length == 1)
		known = field->by_byte[(unsigned char)*reader->values[field->column].text];
	return known != NULL ? known : field_read_any(field, reader, respondent);
}

/* The text as it stands in the export: of its column, else of the first of its choices' columns. */
const char *field_raw(const struct field *field, const struct reader *reader);

#endif
