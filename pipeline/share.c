/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts an apostrophe before cells that a spreadsheet would run, and a byte order mark before all where it
 * is asked for, in what is published and only there. */
#include "share.h"

#include <string.h>

#include "tree.h"

bool runs_in_spreadsheet(struct value value)
{
	static const char *const full_width[] = { "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
		"\xef\xbc\xa0" };
	double number;
	size_t i;

	if (missing(value))
		return false;
	for (i = 0; i < sizeof(full_width) / sizeof(*full_width); i++)
		if (strncmp(value.text, full_width[i], 3) == 0)
			return true;
	return strchr("=+-@\t\r", value.text[0]) != NULL && !number_read(value, &number);
}

static bool any_runs(const struct value *values, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (runs_in_spreadsheet(values[i]))
			return true;
	return false;
}

static bool table_runs(const char *file)
{
	struct reader *reader = reader_open(file, NULL);
	bool found = any_runs(reader->header, reader->columns);

	while (!found && reader_next(reader))
		found = any_runs(reader->values, reader->count);
	reader_close(reader);
	return found;
}

static void put_row(struct writer *writer, const struct value *values, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		char *text;

		if (!runs_in_spreadsheet(values[i])) {
			put_value(writer, values[i]);
			continue;
		}
		text = keep(values[i].length + 2);
		text[0] = '\'';
		memcpy(text + 1, values[i].text, values[i].length);
		put_text(writer, text, values[i].length + 1);
	}
	end_row(writer);
}

bool share_table(const char *from, const char *to, bool mark)
{
	struct reader *reader;
	struct writer *writer;

	if (!mark && !table_runs(from)) {
		tree_link(from, to);
		return false;
	}
	reader = reader_open(from, NULL);
	writer = writer_open(to);
	if (mark)
		writer_mark(writer);
	put_row(writer, reader->header, reader->columns);
	while (reader_next(reader))
		put_row(writer, reader->values, reader->count);
	reader_close(reader);
	writer_close(writer);
	return true;
}
