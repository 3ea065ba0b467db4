/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a page, written by the stages page_*; each stage is one section. What parts there
 * are, and what becomes of them, says pipeline/html.h.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "drawing/opening.h"
#include "kit/kit.h"

/* The header of a table of parts: `makes` of the stages. */
extern const struct column page_columns[];

/* A part with words only. */
void page_title(struct text words);
void page_lead(struct text words);
void page_notice(struct text words);
void page_label(const char *name, struct text words);
void page_section(const char *anchor, struct text words);
void page_subsection(const char *anchor, struct text words);

/* Paragraphs and items. `class`: "" or one that plots/report.html knows (up, down, unclear, early,
 * refused, question, note); `source`: page_source(), several joined by blanks, or "". */
void page_text(const char *class, struct text words, const char *source);
void page_item(const char *class, struct text words, const char *source);

/* A chart by its step, with a heading. */
void page_chart(const char *step, struct text heading);

/* A table: its caption; then its headings (those from `first_number` to `last_number` stand over
 * numbers), then rows with their cells from left to right. */
void page_table(const char *class, struct text caption);
void page_columns_row(
	const struct text *headings, size_t count, size_t first_number, size_t last_number);

/* The same by name: page_column_NAME of texts.csv. `level`: of the intervals, in per cent, as
 * scene_load() gives it. */
void page_headings(const char *const *names, size_t count, size_t first_number, size_t last_number,
	struct text level);
void page_row(const char *class);
void page_head(struct text words);
void page_cell(struct text words, const char *source);
void page_number(struct text words);
void page_verdict(struct text words, const char *source);

/* Where a number stands: "comparisons:12", its row in a spreadsheet, where the header is row 1; for
 * row 0 "". In a table held in memory that is 2 more than the row. */
const char *page_source(const char *table, size_t row);

/* The row of the table on stdin that is being read. */
size_t page_row_read(void);

/* The same behind others. */
const char *page_sources(const char *others, const char *table, size_t row);

#endif
