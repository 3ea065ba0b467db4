/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes text, sources and templates into a page. */
#include "html_text.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "kit/kit.h"

/* The bytes of a character at `text` that no page shows: C0 and C1 controls, U+2028 and U+2029,
 * controls of direction; 0 for any other. */
static size_t unshown(const unsigned char *text)
{
	if (text[0] < 0x20 || text[0] == 0x7f)
		return 1;
	if (text[0] == 0xc2 && text[1] >= 0x80 && text[1] <= 0x9f)
		return 2;
	if (text[0] == 0xe2 && text[1] == 0x80 && text[2] >= 0xa8 && text[2] <= 0xae)
		return 3;
	return text[0] == 0xe2 && text[1] == 0x81 && text[2] >= 0xa6 && text[2] <= 0xa9 ? 3 : 0;
}

static const char *reference(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void html_text(FILE *file, const char *text)
{
	while (*text != '\0') {
		size_t skipped = unshown((const unsigned char *)text);
		const char *instead = reference(*text);

		if (skipped > 0 && (*text == '\n' || *text == '\t' || *text == '\r'))
			fputc(' ', file);
		else if (skipped == 0 && instead != NULL)
			fputs(instead, file);
		else if (skipped == 0)
			fputc(*text, file);
		text += skipped > 0 ? skipped : 1;
	}
}

/* One word TABLE:ROW. */
static void put_source(FILE *file, const char *word, size_t length)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
	size_t table = strspn(word, letters), digits;

	if (table == 0 || table >= length || word[table] != ':')
		return;
	digits = strspn(word + table + 1, "0123456789");
	if (digits == 0 || table + 1 + digits != length)
		return;
	fprintf(file, " <a class=\"source\" href=\"tables/%.*s.csv\">%.*s</a>", (int)table, word,
		(int)length, word);
}

void html_sources(FILE *file, const char *sources)
{
	while (*sources != '\0') {
		size_t length = strcspn(sources, " ");

		put_source(file, sources, length);
		sources += length + strspn(sources + length, " ");
	}
}

const char *html_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	size_t capacity = 0, length = 0, got;
	char *text = NULL;

	if (file == NULL)
		broken(&(struct place){ .file = path }, "%s", error_text(errno));
	do {
		text = grow(text, &capacity, length + 65536, 1);
		got = fread(text + length, 1, 65535, file);
		length += got;
	} while (got > 0);
	if (ferror(file))
		broken(&(struct place){ .file = path }, "%s", error_text(errno));
	fclose(file);
	text[length] = '\0';
	return text;
}

void html_template(
	FILE *file, const char *path, void (*put)(void *context, const char *name), void *context)
{
	const char *text = html_file(path), *open, *close;

	while ((open = strstr(text, "{{")) != NULL && (close = strstr(open, "}}")) != NULL) {
		fwrite(text, 1, (size_t)(open - text), file);
		put(context, keep_text(open + 2, (size_t)(close - open) - 2));
		text = close + 2;
	}
	fputs(text, file);
}
