/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader, which splits plain lines itself, against libcsv alone: tables made up by chance, each
 * with the end of a block of the file at every one of its bytes. */
#include "close.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>

#include "child.h"
#include "kit/kit.h"

enum { BLOCK = 1 << 16, TABLES = 30, ROOM = 1 << 12 };

/* splitmix64 (Steele, Lea and Flood 2014) */
static unsigned below(unsigned limit)
{
	static unsigned long long state;
	unsigned long long mixed = state += 0x9e3779b97f4a7c15u;

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return (unsigned)((mixed ^ (mixed >> 31)) >> 33) % limit;
}

static char table[BLOCK + ROOM];
static size_t length;

static void add(const char *text)
{
	memcpy(table + length, text, strlen(text));
	length += strlen(text);
}

static void add_field(bool quoted)
{
	static const char *const parts[] = { "a", "12345678", " ", "\xc3\xa9", "\xf0\x9f\x98\x80",
		";", ",", "\n", "\r", "\r\n", "\"\"" };
	enum { PLAIN = 6, ALL = 11 };
	unsigned count = below(4);

	if (quoted)
		add("\"");
	while (count-- > 0)
		add(parts[below(quoted ? ALL : PLAIN)]);
	if (quoted)
		add("\"");
}

/* A few rows; half of the tables have no quotation marks. */
static void add_rows(void)
{
	static const char *const line_ends[] = { "\n", "\n", "\n", "\r\n", "\r", "\n\n" };
	unsigned rows = 1 + below(6), fields;
	bool quotes = below(2) == 0;

	while (rows-- > 0) {
		for (fields = below(6); fields > 0; fields--) {
			add_field(quotes && below(3) == 0);
			add(",");
		}
		add_field(quotes && below(3) == 0);
		if (rows > 0 || below(2) == 0)
			add(line_ends[below(6)]);
	}
}

/* ---- what libcsv makes of it, and what the reader does: fields in brackets, rows in lines -------- */

struct written {
	size_t length;
	char text[4 * (BLOCK + ROOM)];
};

static struct written wanted, got;

static void put(struct written *written, const char *text, size_t size)
{
	memcpy(written->text + written->length, text, size);
	written->length += size;
	written->text[written->length] = '\0';
}

static void on_field(void *text, size_t size, void *context)
{
	put(context, "[", 1);
	put(context, text, size);
	put(context, "]", 1);
}

static void on_row(int end, void *context)
{
	(void)end;
	put(context, "\n", 1);
}

static int never_blank(unsigned char character)
{
	(void)character;
	return 0;
}

static void parse(void)
{
	struct csv_parser parser;

	wanted.length = 0;
	assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL), 0);
	csv_set_space_func(&parser, never_blank);
	assert_int_equal(csv_parse(&parser, table, length, on_field, on_row, &wanted), length);
	assert_int_equal(csv_fini(&parser, on_field, on_row, &wanted), 0);
	csv_free(&parser);
}

static void put_values(const struct value *values, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		assert_int_equal(strlen(values[i].text), values[i].length);
		on_field((char *)values[i].text, values[i].length, &got);
	}
	on_row(0, &got);
}

static void read_table(void)
{
	static const struct reader_options options = { .ragged = true };
	struct reader *reader = reader_open(scratch_file("table.csv", table, length), &options);

	got.length = 0;
	put_values(reader->header, reader->columns);
	while (reader_next(reader))
		put_values(reader->values, reader->count);
	reader_close(reader);
}

static void test_plain_lines_and_libcsv(void **state)
{
	static char rows[ROOM];
	size_t size, before;
	int i;

	(void)state;
	for (i = 0; i < TABLES; i++) {
		length = 0;
		add_rows();
		size = length;
		memcpy(rows, table, size);
		for (before = BLOCK - size; before <= BLOCK; before++) {
			memset(table, 'x', before);
			table[before - 1] = '\n';
			memcpy(table + before, rows, size);
			length = before + size;
			parse();
			read_table();
			if (strcmp(got.text, wanted.text) != 0)
				fail_msg("%zu bytes before\n%.*s\nlibcsv:\n%s\nreader:\n%s", before,
					(int)size, rows, strchr(wanted.text, '\n') + 1,
					strchr(got.text, '\n') + 1);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_lines_and_libcsv),
	};

	return cmocka_run_group_tests_name("read_blocks", tests, NULL, NULL);
}
