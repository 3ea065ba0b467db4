/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the table of parts that a page is made of. */
#include "html_parts.h"

#include <string.h>

#include "list.h"

enum { PART, CLASS, ANCHOR, TEXT_ID, TEXT_EN, SOURCE, COLUMNS };

static const char *const columns[COLUMNS] = { "part", "class", "anchor", "text_id", "text_en",
	"source" };

static const char *const kinds[HTML_COUNT] = { "title", "lead", "notice", "label", "section",
	"subsection", "text", "item", "chart", "table", "columns", "row", "head", "cell" };

static enum html_part_kind kind_of(const struct reader *reader, size_t column)
{
	struct place at = reader_place(reader, column);
	size_t i;

	for (i = 0; i < HTML_COUNT; i++)
		if (same_text(reader->values[column], kinds[i]))
			return (enum html_part_kind)i;
	refuse(&at, SAY("a page has no such part", "halaman tidak punya bagian seperti ini"));
}

static const char *copy(const struct reader *reader, size_t column)
{
	return keep_value(reader->values[column]);
}

/* A text that stands in an attribute of the page. */
static const char *plain(const struct reader *reader, size_t column)
{
	struct place at = reader_place(reader, column);
	const char *text = copy(reader, column);

	if (text[strspn(text,
		    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] != '\0')
		refuse(&at,
			SAY("only letters, digits, _ and - may stand here",
				"di sini hanya boleh huruf, angka, _ dan -"));
	return text;
}

struct html_part *html_parts(
	const char *file, struct html_part *parts, size_t *capacity, size_t *count)
{
	struct reader *reader = reader_open(file, NULL);
	size_t bound[COLUMNS], i;

	for (i = 0; i < COLUMNS; i++) {
		bound[i] = reader_column(reader, columns[i]);
		if (bound[i] == NO_NAME)
			refuse(&(struct place){ .file = file, .line = 1, .column = columns[i] },
				SAY("the table of a page's parts lacks this column",
					"tabel bagian halaman tidak punya kolom ini"));
	}
	while (reader_next(reader)) {
		parts = list_extend(parts, capacity, *count + 1, sizeof(*parts));
		parts[(*count)++] = (struct html_part){
			.kind = kind_of(reader, bound[PART]),
			.class = plain(reader, bound[CLASS]),
			.anchor = plain(reader, bound[ANCHOR]),
			.text = { .id = copy(reader, bound[TEXT_ID]),
				.en = copy(reader, bound[TEXT_EN]) },
			.source = copy(reader, bound[SOURCE]),
		};
	}
	reader_close(reader);
	return parts;
}

bool html_goes_on(enum html_part_kind kind, bool list, bool table)
{
	bool of_table =
		kind == HTML_COLUMNS || kind == HTML_ROW || kind == HTML_HEAD || kind == HTML_CELL;

	return (list && kind == HTML_ITEM) || (table && of_table);
}
