/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares cells of a result table with expected numbers and prints TAP. */
/*
 * usage: cells TABLE CHECKS
 *
 * CHECKS is a table: `what` names a test (rows of one name stand together), `column` the cell's
 * column, `want` its number or text, `tolerance` the relative tolerance (blank: the same text).
 * Every other column is a key with the name of one of TABLE's columns: the cell stands in the one
 * row whose keys are all the same (`*`: any).
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/kit.h"

/* What is wrong with the present test, printed below its line. */
static const char *complaints = "";

struct rows {
	struct reader *reader;
	size_t count, capacity;
	struct value **list;
};

static struct rows read_rows(const char *path)
{
	struct rows rows = { reader_open(path, NULL), 0, 0, NULL };
	size_t i;

	while (reader_next(rows.reader)) {
		struct value *row = keep((rows.reader->columns + 1) * sizeof(*row));

		for (i = 0; i < rows.reader->columns; i++) {
			struct value value = rows.reader->values[i];

			row[i] =
				(struct value){ keep_text(value.text, value.length), value.length };
		}
		rows.list = grow(rows.list, &rows.capacity, rows.count + 1, sizeof(struct value *));
		rows.list[rows.count++] = row;
	}
	return rows;
}

static size_t column_of(const struct rows *rows, const char *name)
{
	size_t column = reader_column(rows->reader, name);

	if (column == NO_NAME)
		refuse(&(struct place){ rows->reader->file, 1, name, NULL }, "%s",
			"no such column");
	return column;
}

static bool is_key(const char *name)
{
	return strcmp(name, "what") != 0 && strcmp(name, "column") != 0 &&
		strcmp(name, "want") != 0 && strcmp(name, "tolerance") != 0;
}

static bool matches(const struct rows *table, const struct value *row, const struct rows *checks,
	const struct value *check)
{
	size_t i;

	for (i = 0; i < checks->reader->columns; i++) {
		const char *name = checks->reader->header[i].text;

		if (!is_key(name) || same_text(check[i], "*"))
			continue;
		if (strcmp(row[column_of(table, name)].text, check[i].text) != 0)
			return false;
	}
	return true;
}

static const struct value *find(const struct rows *table, const struct rows *checks,
	const struct value *check, size_t *found)
{
	const struct value *row = NULL;
	size_t i;

	*found = 0;
	for (i = 0; i < table->count; i++) {
		if (matches(table, table->list[i], checks, check)) {
			row = table->list[i];
			++*found;
		}
	}
	return row;
}

/* Whether the cell is what it should be. */
static bool agrees(const char *column, struct value got, struct value want, struct value tolerance)
{
	double number, expected, allowed;

	if (missing(tolerance)) {
		if (strcmp(got.text, want.text) == 0)
			return true;
		complaints = keep_format(
			"%s# %s: got '%s', want '%s'\n", complaints, column, got.text, want.text);
		return false;
	}
	if (number_read(got, &number) && number_read(want, &expected) &&
		number_read(tolerance, &allowed) &&
		fabs(number - expected) <= allowed * fabs(expected))
		return true;
	complaints = keep_format("%s# %s: got %s, want %s within %s\n", complaints, column,
		missing(got) ? "nothing" : got.text, want.text, tolerance.text);
	return false;
}

static bool check_one(
	const struct rows *table, const struct rows *checks, const struct value *check)
{
	const char *column = check[column_of(checks, "column")].text;
	struct value want = check[column_of(checks, "want")],
		     tolerance = check[column_of(checks, "tolerance")];
	const struct value *row;
	size_t found, i;

	row = find(table, checks, check, &found);
	if (found == 1)
		return agrees(column, row[column_of(table, column)], want, tolerance);
	complaints = keep_format("%s# %s: %zu rows have", complaints, column, found);
	for (i = 0; i < checks->reader->columns; i++)
		if (is_key(checks->reader->header[i].text))
			complaints = keep_format("%s %s=%s", complaints,
				checks->reader->header[i].text, check[i].text);
	complaints = keep_format("%s\n", complaints);
	return false;
}

int main(int argc, char **argv)
{
	struct rows table, checks;
	size_t at = 0, what, failed = 0;

	report_begin("cells");
	language = ENGLISH;
	if (argc != 3)
		misuse(NULL, "%s", "usage: cells TABLE CHECKS");
	table = read_rows(argv[1]);
	checks = read_rows(argv[2]);
	what = column_of(&checks, "what");
	while (at < checks.count) {
		const char *name = checks.list[at][what].text;
		size_t cells = 0, wrong = 0;

		complaints = "";
		for (; at < checks.count && strcmp(checks.list[at][what].text, name) == 0;
			at++, cells++)
			wrong += !check_one(&table, &checks, checks.list[at]);
		printf("%sok - %s (%zu cells)\n%s", wrong > 0 ? "not " : "", name, cells,
			complaints);
		failed += wrong > 0;
	}
	return checks.count == 0 || failed > 0;
}
