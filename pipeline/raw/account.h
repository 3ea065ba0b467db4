/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps account of rows: what comes in goes out or stands in the rejects, and not too many there. */
#ifndef RAW_ACCOUNT_H
#define RAW_ACCOUNT_H

#include "kit/kit.h"
#include "study/study.h"

/* Why a row cannot be used. */
enum row_fault {
	ROW_RAGGED,
	ROW_WITHOUT_ROUND,
	ROW_WITHOUT_RESPONDENT,
	ROW_WITHOUT_CLUSTER,
	ROW_WITHOUT_ARM,
	ROW_WITHOUT_STRATUM,
	ROW_BAD_WEIGHT,
	ROW_BAD_FPC,
	ROW_TWICE,
	ROW_FAULTS
};

/* A row of data has been read. */
void account_row(void);

/* The present row is rejected: `row` fills file, line, record, respondent, round, column, value and
 * reason of the reject. */
void account_reject(enum row_fault why, const struct reject *row);

/* Rows were set aside as duplicates (their rejects are written already); where the first stands. */
void account_duplicates(size_t count, const struct place *first);

/* A village that clusters.csv does not list was met. */
void account_village(struct value village, const char *file, size_t line);

/* A file has been read to its end. A row of it stays. */
void account_file(const struct round_file *file, const struct reader *reader);
void account_kept(const struct round_file *file);

/* Closes the rejects with an account of each file, so that rows can be followed: action file_read,
 * `record` its rows, `value` how many of them stay. Not a row set aside, and not counted as one. */
void account_files(void);

/* Refuses (exit 1) if villages are not listed, naming each with where it was met first, or if more
 * than `max_rejected` of the rows were rejected, with the reasons counted. */
void account_settle(double max_rejected);

#endif
