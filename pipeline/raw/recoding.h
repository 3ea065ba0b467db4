/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of recode.csv that change values, as they bear on one question in one round. */
#ifndef RAW_RECODING_H
#define RAW_RECODING_H

#include "raw/text.h"
#include "study/study.h"

/* Rows of recode.csv in order. */
struct recoding {
	size_t count;
	const struct recode **rows;
	bool corrections; /* some are of one respondent */
};

/* The rows for a question in a round; a blank question of recode.csv means `every` question, and
 * never a key column. */
struct recoding recoding_of(const char *question, const char *round, bool every);

/* Applies them in order to a trimmed value; a row
 * bears on it if the row's value is the same but for runs of blanks, or is blank and the row is of
 * this respondent. `respondent` NULL: rows of one respondent are passed over. Gives the last row
 * that changed it, or NULL. */
const struct recode *recoding_apply(
	const struct recoding *recoding, const char *respondent, struct value *value);

/* Does recode.csv correct any answer of this respondent? */
bool recoding_corrects(const char *respondent, size_t length);

/* Why a value is another now: the table's own words. */
struct text recoding_reason(const struct recode *recode);

/* Notes that row number `row` of recode.csv was of use; warns of those that never were. */
void recode_hit(size_t row);
void recode_warn_unused(void);

#endif
