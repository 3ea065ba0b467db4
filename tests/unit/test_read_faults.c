/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that are refused, each with the line and the advice; encodings; limits. */
#include "close.h"

#include <stdlib.h>
#include <string.h>

#include "kit/bytes.h"
#include "tables.h"

#define REFUSED_TEXT(bytes, part) assert_refused(bytes, sizeof(bytes) - 1, NULL, part)

static void test_unclosed_quote(void **state)
{
	(void)state;
	REFUSED_TEXT("a,b\n1,\"2\n3,4\n5,6\n",
		"table.csv:2: a quotation mark is opened here and never closed");
	/* named is the line of the field, which is not that of the row */
	REFUSED_TEXT("a,b\n\n\"1\n1\",\"2\n3,4\n", "table.csv:4: a quotation mark is opened here");
	REFUSED_TEXT("a,\"b\n", "table.csv:1: a quotation mark is opened here");
	REFUSED_TEXT("a\n\"", "table.csv:2: a quotation mark is opened here");
}

static void test_stray_quote(void **state)
{
	(void)state;
	REFUSED_TEXT("a,b\n1,2\"\n", "table.csv:2: a quotation mark in the wrong place");
	REFUSED_TEXT("a,b\n\n1,2\n3, \"4\"\n", "table.csv:4: a quotation mark in the wrong place");
	REFUSED_TEXT("a,b\n1,\"2\"x\n", "table.csv:2: a quotation mark in the wrong place");
	REFUSED_TEXT("a,b\n1,\"2\n3,\"4\n", "table.csv:2: a quotation mark in the wrong place");
	REFUSED_TEXT("a\"b\n", "table.csv:1: a quotation mark in the wrong place");
	REFUSED_TEXT("a,b\r1,2\r3,\"4\"5\r", "table.csv:3: a quotation mark in the wrong place");
}

static void test_bytes_that_are_no_text(void **state)
{
	(void)state;
	REFUSED_TEXT("a,b\n1,\0\n", "table.csv:2: byte 3 of the line is NUL");
	REFUSED_TEXT(
		"a,b\n1,2\nKaf\xe9,3\n", "table.csv:3: byte 4 of the line (0xE9) is not UTF-8");
	REFUSED_TEXT("a\n\"x\ny\xff\"\n", "table.csv:3: byte 2 of the line (0xFF)");
	REFUSED_TEXT("a\n\xc3", "table.csv:2: byte 1 of the line (0xC3)");
	REFUSED_TEXT("a\n\xc0\xaf\n", "(0xC0)");         /* overlong */
	REFUSED_TEXT("a\n\xe0\x80\xaf\n", "(0xE0)");     /* overlong */
	REFUSED_TEXT("a\n\xed\xa0\x80\n", "(0xED)");     /* a surrogate */
	REFUSED_TEXT("a\n\xf4\x90\x80\x80\n", "(0xF4)"); /* above U+10FFFF */
	REFUSED_TEXT("a\n\xf0\x9f\x98\n", "(0xF0)");
	REFUSED_TEXT("a\n\x80\n", "(0x80)");
	assert_reads("a\n\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xee\x80\x80\n", NULL,
		"1:[a]\n2:[\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xee\x80\x80]\n");
}

static void test_other_files(void **state)
{
	(void)state;
	REFUSED_TEXT(
		"PK\003\004rest", "this is a spreadsheet or archive (.xlsx, .ods, .zip), not CSV");
	REFUSED_TEXT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Excel file (.xls)");
	REFUSED_TEXT("\x1f\x8b\x08", "this is a gzip archive");
	REFUSED_TEXT("\xff\xfe"
		     "a\0,\0",
		"this is UTF-16 text");
	REFUSED_TEXT("\xfe\xff\0a", "this is UTF-16 text");
	REFUSED_TEXT("<!DOCTYPE html><p>a,b", "this is a web page or XML");
	REFUSED_TEXT("<html>", "this is a web page or XML");
}

static void test_encodings(void **state)
{
	static const struct reader_options western = { .encoding = "WINDOWS-1252" };
	static const struct reader_options wide = { .encoding = "UTF-16", .any_delimiter = true };
	static const struct reader_options unknown = { .encoding = "WINDOWS-1252x" };
	static const char utf16[] = "\xff\xfe"
				    "a\0;\0b\0\r\0\n\0\xe9\0;\0\x34\xd8\x1e\xdd\n";
	struct child child;

	(void)state;
	assert_reads("a,b\nKaf\xe9,\x80\n", &western, "1:[a][b]\n2:[Kaf\xc3\xa9][\xe2\x82\xac]\n");
	child = read_table(utf16, sizeof utf16, &wide);
	assert_int_equal(child.status, 0);
	assert_string_equal(child.wrote, "1:[a][b]\n2:[\xc3\xa9][\xf0\x9d\x84\x9e]\n");
	assert_refused("a\nb\nc\x81\n", 7, &western,
		"table.csv:3: bytes that are not of the declared encoding");
	assert_refused(utf16, 5, &wide, "table.csv:1: bytes that are not of the declared encoding");
	assert_ended(read_table("a\n", 2, &unknown), 2, "'WINDOWS-1252x': unknown encoding");
}

/* An encoded table of several blocks, whose characters lie across every boundary. */
static void test_long_encoded_table(void **state)
{
	static const struct reader_options utf8 = { .encoding = "UTF-8" };
	enum { COUNT = 70001 };
	char *table = malloc(4 + 3 * COUNT);
	struct child child;
	size_t i;

	(void)state;
	assert_non_null(table);
	memcpy(table, "ab\n", 3);
	for (i = 0; i < COUNT; i++)
		memcpy(table + 3 + 3 * i, "\xe2\x82\xac", 3);
	child = read_table(table, 3 + 3 * COUNT, &utf8);
	assert_int_equal(child.status, 0);
	assert_int_equal(child.wrote_length, 7 + 3 + 3 * COUNT + 2);
	assert_memory_equal(child.wrote + 10, table + 3, 3 * COUNT);
	free(table);
}

static char *repeated(const char *part, size_t count, size_t room)
{
	char *text = malloc(strlen(part) * count + room);
	size_t i;

	assert_non_null(text);
	for (i = 0; i < count; i++)
		memcpy(text + i * strlen(part), part, strlen(part));
	return text;
}

static void test_field_limit(void **state)
{
	enum { LIMIT = 1 << 20 };
	char *field = repeated("x", LIMIT + 1, 0), *table = malloc(LIMIT + 100);
	struct child child;

	(void)state;
	assert_non_null(table);
	memcpy(table, "a\n", 2);
	memcpy(table + 2, field, LIMIT + 1);
	child = read_table(table, 2 + LIMIT, NULL);
	assert_int_equal(child.status, 0);
	assert_int_equal(child.wrote_length, 6 + LIMIT + 5);
	assert_refused(
		table, 2 + LIMIT + 1, NULL, "table.csv:2: a field longer than 1 MiB begins here");
	free(field);
	free(table);
}

/* A quotation mark that swallows what follows is found at 1 MiB, not at the end of the file. */
static void test_swallowed_rows(void **state)
{
	char *rows = repeated("11,22\n", 1 << 20, 16);

	(void)state;
	memcpy(rows, "11,22\na,\"b\n1", 12);
	assert_refused(rows, 6u << 20, NULL, "table.csv:2: a field longer than 1 MiB begins here");
	free(rows);
}

static void test_line_limit(void **state)
{
	char *line = repeated("xxxxxxx,", (1 << 19) + 1, 0);

	(void)state;
	assert_refused(line, (4u << 20) + 8, NULL, "a line longer than 4 MiB");
	free(line);
}

static void test_column_limit(void **state)
{
	char *commas = repeated(",", 16384, 2);
	struct child child;

	(void)state;
	memcpy(commas + 16383, "\n", 2);
	child = read_table(commas, 16384, NULL);
	assert_int_equal(child.status, 0);
	assert_int_equal(child.wrote_length, 2 + 2 * 16384 + 1);
	memcpy(commas + 16383, ",\n", 2);
	assert_refused(commas, 16385, NULL, "table.csv:1: more than 16384 columns");
	free(commas);
}

static void open_missing(const void *context)
{
	report_begin("test");
	reader_open(context, NULL);
}

static void test_files_that_cannot_be_read(void **state)
{
	(void)state;
	assert_ended(in_child(open_missing, scratch_path("absent.csv")), 1,
		"absent.csv: cannot be opened: No such file");
	assert_ended(
		in_child(open_missing, scratch_path(".")), 3, "cannot be read: Is a directory");
}

static void test_skipped_lines(void **state)
{
	struct bytes *bytes = bytes_open(scratch_file("lines.txt", "one\ntwo\nthree", 13), NULL);
	struct line line;

	(void)state;
	assert_int_equal(bytes_skip_lines(bytes, 1), 1);
	assert_true(bytes_line(bytes, &line));
	assert_int_equal(line.length, 4);
	assert_memory_equal(line.text, "two\n", 4);
	assert_int_equal(bytes_skip_lines(bytes, 5), 1);
	assert_false(bytes_line(bytes, &line));
	assert_false(bytes_line(bytes, &line));
	bytes_close(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unclosed_quote),
		cmocka_unit_test(test_stray_quote),
		cmocka_unit_test(test_bytes_that_are_no_text),
		cmocka_unit_test(test_other_files),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_long_encoded_table),
		cmocka_unit_test(test_field_limit),
		cmocka_unit_test(test_swallowed_rows),
		cmocka_unit_test(test_line_limit),
		cmocka_unit_test(test_column_limit),
		cmocka_unit_test(test_files_that_cannot_be_read),
		cmocka_unit_test(test_skipped_lines),
	};

	return cmocka_run_group_tests_name("read_faults", tests, NULL, NULL);
}
