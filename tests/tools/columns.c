/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints some columns of a CSV table for awk: commas and line breaks inside fields become blanks. */
#include <stdio.h>

#include "kit/kit.h"

static void print_field(struct value value)
{
	size_t i;

	for (i = 0; i < value.length; i++)
		putchar(value.text[i] == ',' || value.text[i] == '\n' || value.text[i] == '"'
				? ' '
				: value.text[i]);
}

static size_t column_of(const struct reader *reader, const char *name)
{
	size_t column = reader_column(reader, name);

	if (column == NO_NAME)
		refuse(&(struct place){ reader->file, reader->line, name, NULL },
			SAY("no such column", "kolom ini tidak ada"));
	return column;
}

int main(int argc, char **argv)
{
	struct reader *reader;
	int i;

	report_begin("columns");
	if (argc < 3)
		misuse(NULL,
			SAY("usage: columns TABLE COLUMN...",
				"cara pakai: columns TABEL KOLOM..."));
	reader = reader_open(argv[1], NULL);
	while (reader_next(reader))
		for (i = 2; i < argc; i++) {
			print_field(reader->values[column_of(reader, argv[i])]);
			putchar(i == argc - 1 ? '\n' : ',');
		}
	reader_close(reader);
	return fflush(stdout) == 0 ? DONE : BROKEN;
}
