/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of parts as plot-safe files: the one place that decides what gnuplot may see. */
#include "chart.h"

#include <errno.h>
#include <stdio.h>

enum { PARTS = 16, REPLACEMENT = 0xfffd };

struct part {
	const char *name;
	const char *path;
	FILE *file;
};

/* The character at `text` and its length in bytes; U+FFFD and 1 where the bytes are not UTF-8. */
static uint32_t character_at(const unsigned char *text, size_t length, size_t *bytes)
{
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t need = text[0] < 0x80 ? 1 : text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
	uint32_t character = need == 1 ? text[0] : text[0] & (0xffU >> (need + 1));

	*bytes = 1;
	if (need == 1)
		return character;
	if (text[0] < 0xc2 || text[0] > 0xf4 || need > length)
		return REPLACEMENT;
	for (size_t i = 1; i < need; i++) {
		if ((text[i] & 0xc0) != 0x80)
			return REPLACEMENT;
		character = character << 6 | (text[i] & 0x3fU);
	}
	if (character < smallest[need] || character > 0x10ffff ||
		(character >= 0xd800 && character <= 0xdfff))
		return REPLACEMENT;
	*bytes = need;
	return character;
}

/* What stands for a character in a plot file; 0 for nothing. */
static uint32_t safe_character(uint32_t character, bool first)
{
	if (character == '\t' || character == '\n' || character == '\r')
		return ' ';
	if (character < 0x20 || (character >= 0x7f && character <= 0x9f))
		return 0;
	if (character == 0x2028 || character == 0x2029 || character == 0xfeff)
		return 0;
	if ((character >= 0x202a && character <= 0x202e) ||
		(character >= 0x2066 && character <= 0x2069))
		return 0;
	if (character == '"')
		return 0x201d;
	if (character == '\\')
		return 0xff3c;
	if (character == '#' && first)
		return 0xff03;
	if ((character & 0xfffe) == 0xfffe)
		return REPLACEMENT;
	return character;
}

static size_t put_character(uint32_t character, char *into)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	size_t need = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;

	if (need == 1) {
		into[0] = (char)character;
		return 1;
	}
	for (size_t i = need - 1; i > 0; i--) {
		into[i] = (char)(0x80U | (character & 0x3fU));
		character >>= 6;
	}
	into[0] = (char)(lead[need] | character);
	return need;
}

size_t chart_safe_text(const char *text, size_t length, char *safe)
{
	const char *whole = NULL;
	size_t used = 0, characters = 0, bytes;

	for (size_t i = 0; i < length && characters < CHART_FIELD; i += bytes) {
		uint32_t character =
			character_at((const unsigned char *)text + i, length - i, &bytes);

		character = safe_character(character, used == 0);
		if (character == 0)
			continue;
		if (character == '>' && used > 1 && memcmp(safe + used - 2, "]]", 2) == 0)
			character = 0xff1e; /* gnuplot lets it pass, XML does not */
		used += put_character(character, safe + used);
		characters++;
	}
	safe[used] = '\0';
	if (used == 0)
		whole = "NA";
	else if (strcmp(safe, "NA") == 0)
		whole = "\xe2\x80\x93";
	if (whole != NULL) {
		used = strlen(whole);
		memcpy(safe, whole, used + 1);
	}
	return used;
}

static void put_fields(FILE *file, const struct value *fields, size_t columns)
{
	char safe[4 * CHART_FIELD + 1];

	for (size_t i = 1; i < columns; i++) {
		size_t length = chart_safe_text(fields[i].text, fields[i].length, safe);

		fwrite(safe, 1, length, file);
		fputc(i + 1 < columns ? '\t' : '\n', file);
	}
}

static bool is_part_name(struct value name)
{
	return name.length > 0 && name.length <= 32 &&
		strspn(name.text, "abcdefghijklmnopqrstuvwxyz_") == name.length;
}

static struct part *part_named(struct part *parts, struct value name)
{
	size_t i = 0;

	while (i < PARTS && parts[i].name != NULL && !same_text(name, parts[i].name))
		i++;
	return i < PARTS ? &parts[i] : NULL;
}

static void open_part(
	struct part *part, const char *name, const char *folder, const struct reader *reader)
{
	part->name = name;
	part->path = keep_format("%s/%s.tsv", folder, name);
	part->file = fopen(part->path, "wb");
	if (part->file == NULL)
		broken(&(struct place){ .file = part->path }, "%s", strerror(errno));
	put_fields(part->file, reader->header, reader->columns);
}

static void close_part(struct part *part)
{
	bool failed = ferror(part->file) != 0;

	if (fclose(part->file) != 0 || failed)
		broken(&(struct place){ .file = part->path }, "%s", strerror(errno));
}

void chart_split(const char *csv, const char *folder)
{
	static const char *const always[] = { "meta", "ticks", "rows" };
	struct part parts[PARTS] = { { NULL, NULL, NULL } };
	struct reader *reader = reader_open(csv, NULL);

	if (reader->columns < 2 || !same_text(reader->header[0], "part")) {
		refuse(&(struct place){ .file = csv, .line = reader->line },
			SAY("the first column of a chart's table must be part",
				"kolom pertama tabel grafik harus part"));
	}
	for (size_t i = 0; i < 3; i++)
		open_part(&parts[i], always[i], folder, reader);
	while (reader_next(reader)) {
		struct value name = reader->values[0];
		struct part *part = is_part_name(name) ? part_named(parts, name) : NULL;
		struct place at = reader_place(reader, 0);

		if (part == NULL)
			refuse(&at,
				SAY("not the name of a part, or more than %d parts",
					"bukan nama bagian, atau lebih dari %d bagian"),
				PARTS);
		if (part->name == NULL)
			open_part(part, keep_value(name), folder, reader);
		put_fields(part->file, reader->values, reader->columns);
	}
	reader_close(reader);
	for (size_t i = 0; i < PARTS && parts[i].name != NULL; i++)
		close_part(&parts[i]);
}
