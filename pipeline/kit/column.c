/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table being read: found by name, and named in diagnostics. */
#include "kit/kit.h"

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
