/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many answers of each question in each file can be used, so that no column is lost in silence. */
#ifndef RAW_USAGE_H
#define RAW_USAGE_H

#include "raw/plan.h"

/* Counts the answers of a row that stays: `answers` in the order of the plan's questions, missing
 * where there is none. Looks at how numbers with a point are written. */
void usage_answers(
	const struct plan *plan, const struct reader *reader, const struct value *answers);

/* The answer to a question (its number in the plan) of this row was set aside as unusable: what
 * recode.csv made blank is none of these. `raw` is the text in the file; texts are copied. */
void usage_unusable(const struct plan *plan, const struct reader *reader, size_t question,
	const char *raw, struct text reason);

/* Says a line for each file and question with unusable answers: how many, where the first stands
 * and why; and for each whose numbers all look like 883.080, which may be thousands. Returns how
 * many columns lost too much: at least 3 answers and more than `max_rejected` of them, or any that
 * shows points between thousands (1.436.934). */
size_t usage_say(double max_rejected);

/* Refuses (exit 1) if so many columns lost too much. */
void usage_settle(size_t lost);

#endif
