/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of an export: its keys, its answers, and whether it stays. */
#ifndef RAW_ROW_H
#define RAW_ROW_H

#include "raw/account.h"
#include "raw/plan.h"
#include "raw/rows.h"

/* The present row. The caller fills origin (round NO_NAME while it is not known) and number. */
struct raw_row {
	struct row_origin origin;
	size_t number;                  /* within its round, from 1 */
	const char *respondent;         /* NULL while it is not known */
	struct text reasons[KEY_COUNT]; /* why a key is missing though something stands there */
	const char *raw[KEY_COUNT];     /* what stands there */
};

/* Prepares for the study's questions; says faults. */
void row_begin(void);

/* The header of the clean table: key columns and questions; how many there are. */
size_t row_header(const struct value **header);

/* The row's own part of a reject. */
struct reject row_reject_of(const struct raw_row *row);

/* Rejects the row because a key is blank or, as reasons[key] says, no use. */
void row_reject_key(const struct raw_row *row, enum row_fault why, size_t key);

/* Sets the row aside for a reason that is no mistake. */
void row_pass_over(const struct raw_row *row, const char *action, struct text reason);

/* Rejects a row of another width than the header. */
void row_reject_ragged(const struct raw_row *row, const struct reader *reader);

/* Why one of several rows of a respondent in a round is set aside. */
struct text row_duplicate_reason(bool identical, enum duplicates rule);

/* Finds the row's round by its column and fills it in; NO_NAME after a reject. */
size_t row_round(struct raw_row *row, struct key_plan *key, const struct reader *reader);

/* Reads keys and answers, and stores the row (rows.h) or sets it aside: by `keep`, or because a key
 * that the study declares is missing. A village that is not listed goes to account.h. */
void row_take(struct raw_row *row, struct plan *plan, const struct reader *reader);

#endif
