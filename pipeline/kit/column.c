/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table being read: found by name, and named in diagnostics. */
#include "kit/column.h"

#include <stdlib.h>

void columns_check(const struct reader *reader, bool refused)
{
	struct names *seen = names_new();
	size_t i, before;

	for (i = 0; i < reader->columns; i++) {
		before = name_count(seen);
		if (missing(reader->header[i]))
			continue; /* an unnamed column is nobody's; spreadsheets leave them behind */
		name_add(seen, reader->header[i].text, reader->header[i].length);
		if (name_count(seen) > before)
			continue;
		fault(&(struct place){ reader->file, reader->line, NULL, reader->header[i].text },
			SAY("the column stands twice in the header",
				"kolom ini ada dua kali di baris judul"));
		if (refused)
			exit(REFUSED);
	}
}

size_t reader_column(const struct reader *reader, const char *name)
{
	size_t i;

	for (i = 0; i < reader->columns; i++)
		if (same_text(reader->header[i], name))
			return i;
	return NO_NAME;
}

struct place reader_place(const struct reader *reader, size_t column)
{
	return (struct place){
		.file = reader->file,
		.line = reader->line,
		.column = column < reader->columns ? reader->header[column].text : NULL,
		.offending = column < reader->count ? reader->values[column].text : NULL,
	};
}
