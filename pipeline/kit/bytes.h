/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file as physical lines of clean UTF-8: what the table reader stands on. */
#ifndef KIT_BYTES_H
#define KIT_BYTES_H

#include <stdbool.h>
#include <stddef.h>

struct bytes;

/* Opens `path` (stdin where NULL). A byte order mark is dropped; with `encoding` the bytes are
 * converted by iconv; anything that is not UTF-8, and NUL bytes, are refused with file and line.
 * A spreadsheet, an archive or a page instead of CSV is refused by its first bytes. */
struct bytes *bytes_open(const char *path, const char *encoding);

/* A physical line with its line end; the last of a file may lack one, but there is a byte behind it
 * all the same. It may be changed, and lives until the next call. */
struct line {
	char *text;
	size_t length;
	size_t content; /* the length without the line end */
	bool plain;     /* plain_text() is true of the content */
};

/* The next line; false at the end of the file. A line above 4 MiB is refused. */
bool bytes_line(struct bytes *bytes, struct line *line);

/* Passes over `count` lines; returns how many there were. */
size_t bytes_skip_lines(struct bytes *bytes, unsigned count);

/* The delimiter of the line to come: the most frequent of comma, semicolon and tab outside
 * quotation marks, comma on a tie. Excel's first line "sep=;" is obeyed and passed over (counted
 * into *line). */
char bytes_delimiter(struct bytes *bytes, size_t *line);

void bytes_close(struct bytes *bytes);

#endif
