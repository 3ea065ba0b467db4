/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clean rows of all files, packed, until every duplicate is known. */
#ifndef RAW_ROWS_H
#define RAW_ROWS_H

#include "study/study.h"

/* Where a row comes from. */
struct row_origin {
	const struct round_file *file;
	size_t line, record, round;
};

/* A respondent where the study names none, by round and number within it. */
#define NUMBERED_RESPONDENT "%s-%06zu"

/* Prepares for rows of so many columns: those of the clean table from arm on. */
void rows_begin(size_t columns);

/* Adds a row. `respondent` is copied; where the study names none it is missing, and `number`, from
 * 1 within the round, makes one of it: 2021-000001. `values` begin with the arm. */
void rows_add(const struct row_origin *origin, struct value respondent, size_t number,
	const struct value *values);

/* Decides on rows of one respondent in one round: where they are equal in all that is kept, one
 * stays; others go by `rule`. Where most ids are no dates, a row whose id is one (2021-03-01) is
 * rejected: a spreadsheet spoilt it. Returns how many rows DUPLICATES_REJECT sets aside. Then every row
 * not kept goes into the rejects, in order; *first is where the first of them stands that is not
 * the same as another. */
size_t rows_settle(enum duplicates rule, struct place *first);

/* After rows_settle(): the respondents, and whether a row of one is kept in a round; *at (unless
 * NULL) is where. */
const struct names *rows_respondents(void);
bool rows_find(size_t respondent, size_t round, struct place *at);

/* Writes the rows that are kept, in the order added: key columns and questions. Without a cluster
 * column a respondent is a cluster. Warns where a respondent changes arm or cluster. */
void rows_write(struct writer *writer, bool own_cluster);

#endif
