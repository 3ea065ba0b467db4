/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables made up by chance read as a parser of a few lines reads them; bytes made up by chance never
 * break the reader. Every run sees the same ones. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "tables.h"

enum { ROOM = 1 << 16 };

/* xorshift64* (Marsaglia 2003, Vigna 2016) */
static unsigned below(unsigned limit)
{
	static unsigned long long state = 88172645463325252ull;

	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned)((state * 2685821657736338717ull) >> 33) % limit;
}

static char table[ROOM], wanted[2 * ROOM];
static size_t length, wanted_length, line;

static void add(const char *text)
{
	memcpy(table + length, text, strlen(text));
	length += strlen(text);
}

static void expect(const char *text)
{
	memcpy(wanted + wanted_length, text, strlen(text) + 1);
	wanted_length += strlen(text);
}

/* A field of a few characters: as it is written in the table, and as it is to be read. */
static void make_up_field(bool unique, unsigned number)
{
	static const char *const parts[] = { "a", "7", " ", "\t", "\xc3\xa9", "'", ";", ",", "\n",
		"\r\n", "\"", "\xf0\x9f\x98\x80" };
	enum { PLAIN = 7, ALL = 12 };
	bool quoted = below(3) == 0;
	unsigned count = below(6);
	char name[16];

	expect("[");
	if (quoted)
		add("\"");
	if (unique) {
		snprintf(name, sizeof name, "%u", number);
		add(name);
		expect(name);
	}
	while (count-- > 0) {
		const char *part = parts[below(quoted ? ALL : PLAIN)];

		add(part);
		expect(part);
		if (*part == '"')
			add("\"");
		line += strchr(part, '\n') != NULL;
	}
	if (quoted)
		add("\"");
	expect("]");
}

static void make_up_table(void)
{
	static const char *const line_ends[] = { "\n", "\r\n" };
	const char *line_end = line_ends[below(2)];
	unsigned columns = 2 + below(5), rows = below(12), row, column;
	char number[32];

	length = wanted_length = 0;
	line = 1;
	if (below(4) == 0)
		add("\xef\xbb\xbf");
	for (row = 0; row <= rows; row++) {
		while (below(8) == 0) {
			add(line_end);
			line++;
		}
		snprintf(number, sizeof number, "%zu:", line);
		expect(number);
		for (column = 0; column < columns; column++) {
			if (column > 0)
				add(",");
			make_up_field(row == 0, column);
		}
		expect("\n");
		if (row < rows || below(2) == 0)
			add(line_end);
		line++;
	}
}

static void test_random_tables(void **state)
{
	int i;

	(void)state;
	for (i = 0; i < 400; i++) {
		struct child child;

		make_up_table();
		child = read_table(table, length, NULL);
		if (child.status != 0 || strcmp(child.wrote, wanted) != 0)
			fail_msg("table:\n%.*s\nwanted:\n%s\ngot:\n%s%s", (int)length, table,
				wanted, child.wrote, child.said);
	}
}

static void make_up_bytes(void)
{
	static const char parts[] = "aaaa111 ,,,,;;\t\"\"\"\n\n\r\xc3\xa9\xef\xbb\xbf\xff\0=sep";
	unsigned count = below(200);

	length = 0;
	if (below(4) == 0)
		add("sep=;\n");
	while (count-- > 0)
		table[length++] = parts[below(sizeof parts - 1)];
}

/* Whatever comes, it is read or it is refused with a sentence that names the file. */
static void test_random_bytes(void **state)
{
	static const struct reader_options options[] = { { .any_delimiter = true, .ragged = true },
		{ .ragged = true, .skip_lines = 1 },
		{ .encoding = "WINDOWS-1252", .any_delimiter = true }, { .encoding = "UTF-16" } };
	int i, refused = 0;

	(void)state;
	for (i = 0; i < 600; i++) {
		struct child child;

		make_up_bytes();
		child = read_table(table, length, &options[below(4)]);
		if (child.status == 0 && *child.said == '\0')
			continue;
		refused++;
		assert_ended(child, 1, "table.csv");
	}
	assert_true(refused > 50 && refused < 600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_tables),
		cmocka_unit_test(test_random_bytes),
	};

	return cmocka_run_group_tests_name("read_random", tests, NULL, NULL);
}
