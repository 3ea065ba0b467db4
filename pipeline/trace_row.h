/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of trace share: the question asked, and the row that answers. */
#ifndef TRACE_ROW_H
#define TRACE_ROW_H

#include "area.h"
#include "plan.h"
#include "study/study.h"

/* What is traced. `used` gathers the questions that the indicator's value rests on. */
struct trace {
	const struct plan *plan;
	const struct area *area;
	const struct manifest *manifest; /* of the last result */
	const struct indicator *indicator;
	size_t round;
	const char *round_name;
	struct names *used;
};

/* A row of the answer; line 0 and NULL are left blank. */
void trace_row(
	const char *kind, const char *name, const char *file, size_t line, const char *detail);

/* Its definition, that of its members and goal, the questions and recodes. Fills trace->used. */
void trace_definition(struct trace *trace);

/* The files of the round, what was set aside, and how many were left. */
void trace_data(const struct trace *trace);

/* The rows of a table of the result that speak of the indicator and the round; with `of_all` those that
 * speak of no indicator, too. */
void trace_rows_of(const struct trace *trace, const struct manifest_row *row, bool of_all);

/* Rows of the tally and of the published tables, and the charts. */
void trace_results(const struct trace *trace);

/* The number of records of a study table or data file at the last run, "" where unknown. */
const char *trace_records(const struct trace *trace, const char *file);

/* A table of the result, as "private/tally.csv": NULL where it has none of that name. */
const char *trace_table(const struct trace *trace, const char *name);

/* The physical line of the first record of a table whose `column` reads `text` and, unless NULL,
 * whose `other` reads `other_text`; 0 where there is none. */
size_t trace_line(const char *file, const char *column, const char *text, const char *other,
	const char *other_text);

#endif
