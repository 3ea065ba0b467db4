/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of multidimensional.csv, read back: those about everybody and about arms. */
#ifndef SPREAD_COUNTED_READ_H
#define SPREAD_COUNTED_READ_H

#include "kit/kit.h"

/* Equal texts are one pointer. Numbers are NaN where they are missing. */
struct counted_row {
	size_t index; /* into indicators */
	const char *round, *arm, *measure, *member;
	struct text label, note;
	double n, estimate, conf_low, conf_high;
	bool asked;
	size_t row; /* in a spreadsheet, where the header is row 1 */
};

struct counted_rows {
	size_t count;
	const struct counted_row *list;
};

/* For the row() of a stage whose needs are counted_columns: rows about groups are passed over, an
 * indicator that the study does not have is refused. */
void counted_read(const struct value *needed);

/* All that were read. */
struct counted_rows counted_all(void);

/* The measure of the same index, round and arm as `row`; member "" where it is of all members. NULL
 * where there is none. */
const struct counted_row *counted_beside(
	const struct counted_row *row, const char *measure, const char *member);

/*
 * Whether a row stands for its cell in a text about `index`: its headcount, or where that is not told
 * its adjusted headcount; of each arm where there are arms, else of all together. Not where nobody
 * was asked.
 */
bool counted_leads(const struct counted_row *row, size_t index);

/* The contributions of a cell that have a number, the largest first, into a list that the caller
 * keeps. */
size_t counted_parts(const struct counted_row *row, const struct counted_row ***list);

#endif
