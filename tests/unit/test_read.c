/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that are read: line ends, quotes, blanks, line numbers, delimiters, block boundaries. */
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"

static const struct reader_options any = { .any_delimiter = true };
static const struct reader_options ragged = { .ragged = true };

static void test_plain(void **state)
{
	(void)state;
	assert_reads("a,b\n1,2\n3,4\n", NULL, "1:[a][b]\n2:[1][2]\n3:[3][4]\n");
	assert_reads("a,b\n1,2", NULL, "1:[a][b]\n2:[1][2]\n");
	assert_reads("a\n", NULL, "1:[a]\n");
	assert_reads("a", NULL, "1:[a]\n");
	assert_reads("a,b\n,\n,x\n", NULL, "1:[a][b]\n2:[][]\n3:[][x]\n");
	assert_reads("a\n\"\"\n", NULL, "1:[a]\n2:[]\n");
}

static void test_line_ends(void **state)
{
	(void)state;
	assert_reads("a,b\r\n1,2\r\n", NULL, "1:[a][b]\n2:[1][2]\n");
	assert_reads("a,b\r\n1,2", NULL, "1:[a][b]\n2:[1][2]\n");
	assert_reads("a,b\r1,2\r3,4", NULL, "1:[a][b]\n2:[1][2]\n3:[3][4]\n");
	assert_reads("a,b\r\r1,2\r", NULL, "1:[a][b]\n3:[1][2]\n");
	assert_reads("a;b\r1;2\r", &any, "1:[a][b]\n2:[1][2]\n");
	assert_reads("a,b\n1,2\r\n3,4\n", NULL, "1:[a][b]\n2:[1][2]\n3:[3][4]\n");
	/* a lone CR among LF ends a row as well, and both rows have the line's number */
	assert_reads("a,b\n1,2\r3,4\n", NULL, "1:[a][b]\n2:[1][2]\n2:[3][4]\n");
}

static void test_byte_order_mark(void **state)
{
	(void)state;
	assert_reads("\xef\xbb\xbf"
		     "a,b\n1,2\n",
		NULL, "1:[a][b]\n2:[1][2]\n");
	assert_reads("\xef\xbb\xbf\"a\",\"b\"\n1,2\n", NULL, "1:[a][b]\n2:[1][2]\n");
	assert_reads("\xef\xbb\xbf\"a,1\";b\n1;2\n", &any, "1:[a,1][b]\n2:[1][2]\n");
	assert_reads("a\n\xef\xbb\xbf\n", NULL, "1:[a]\n2:[\xef\xbb\xbf]\n");
}

static void test_line_numbers(void **state)
{
	(void)state;
	assert_reads("\n\na,b\n\n1,2\n\r\n\n3,4\n\n", NULL, "3:[a][b]\n5:[1][2]\n8:[3][4]\n");
	assert_reads("a,b\n\"x\ny\",2\n3,\"\n\n\"\n5,6\n", NULL,
		"1:[a][b]\n2:[x\ny][2]\n4:[3][\n\n]\n7:[5][6]\n");
	assert_reads("\"a\r\nA\",b\r\n\r\n1,2\r\n", NULL, "1:[a\r\nA][b]\n4:[1][2]\n");
}

static void test_quotes(void **state)
{
	(void)state;
	assert_reads(
		"a,b\n\"say \"\"yes\"\"\",\"1,5\"\n", NULL, "1:[a][b]\n2:[say \"yes\"][1,5]\n");
	assert_reads("a,b\n\"\"\"\",\"\"\"\"\"\"\n", NULL, "1:[a][b]\n2:[\"][\"\"]\n");
	assert_reads("a,b\n\"\",\"\n\"\n", NULL, "1:[a][b]\n2:[][\n]\n");
}

static void test_blanks_are_kept(void **state)
{
	(void)state;
	assert_reads("a,b\n  x ,\t y\t\n", NULL, "1:[a][b]\n2:[  x ][\t y\t]\n");
	assert_reads("a,b\n   ,\" q \"\n", NULL, "1:[a][b]\n2:[   ][ q ]\n");
	assert_reads(" a ,b\n1,2\n", NULL, "1:[ a ][b]\n2:[1][2]\n");
	assert_reads("a\n   \n", NULL, "1:[a]\n2:[   ]\n");
}

static void test_delimiters(void **state)
{
	static const struct reader_options skip = { .any_delimiter = true, .skip_lines = 2 };

	(void)state;
	assert_reads("a;b\n1,5;2\n", &any, "1:[a][b]\n2:[1,5][2]\n");
	assert_reads("a\tb\n1\t2\n", &any, "1:[a][b]\n2:[1][2]\n");
	assert_reads("a;b,c\n1;2,3\n", &any, "1:[a;b][c]\n2:[1;2][3]\n");
	assert_reads("\"a,b,c\";d\n1;2\n", &any, "1:[a,b,c][d]\n2:[1][2]\n");
	assert_reads("\"a\n,,,,\n\";d\n1;2\n", &any, "1:[a\n,,,,\n][d]\n4:[1][2]\n");
	assert_reads("sep=;\na;b\n1;2\n", &any, "2:[a][b]\n3:[1][2]\n");
	assert_reads("sep=,\r\na,b\r\n", &any, "2:[a][b]\n");
	assert_reads("\xef\xbb\xbfsep=\t\na,b\tc\n", &any, "2:[a,b][c]\n");
	assert_reads("sep=;x;y\n1;2;3\n", &any, "1:[sep=][x][y]\n2:[1][2][3]\n");
	assert_reads("a;b\n1;2\n", NULL, "1:[a;b]\n2:[1;2]\n");
	assert_reads("Title, of it\n\na;b\n1;2\n", &skip, "3:[a][b]\n4:[1][2]\n");
}

static void test_ragged(void **state)
{
	(void)state;
	assert_reads("a,b\n1\n1,2,3\n", &ragged, "1:[a][b]\n2:[1]\n3:[1][2][3]\n");
	assert_refused("a,b\n1,2\n1\n", 10, NULL,
		"table.csv:3: the row has 1 fields where the header has 2");
	assert_refused("a,b\n\n\"1\n\",2,3\n", 14, NULL, "table.csv:3: the row has 3 fields");
}

static void test_header_names(void **state)
{
	(void)state;
	assert_reads("a,,\n1,2,3\n", NULL, "1:[a][][]\n2:[1][2][3]\n");
	assert_refused("\n\na,b,a\n", 8, NULL, "table.csv:3: 'a': the column stands twice");
	assert_reads("a,A\n", NULL, "1:[a][A]\n");
}

static void test_empty(void **state)
{
	(void)state;
	assert_refused("", 0, NULL, "table.csv: the table is empty: it has no header row");
	assert_refused("\n\r\n\n", 4, NULL, "no header row");
	assert_refused("\xef\xbb\xbf", 3, NULL, "no header row");
	assert_refused("sep=;\n", 6, &any, "no header row");
}

/* A row of every length around a block's end, then a row with quoted line ends there, so that the
 * boundary of 64 KiB falls upon each of its bytes. */
static void test_block_boundaries(void **state)
{
	static const char row[] = "12,\"a\"\"\n,b\",\r\n\"\",x y,\"\"\r\n";
	static const char wanted[] = "3:[12][a\"\n,b][]\n5:[][x y][]\n";
	enum { BLOCK = 1 << 16 };
	char *table = malloc(BLOCK + 2 * sizeof row);
	size_t shift;

	(void)state;
	assert_non_null(table);
	for (shift = 0; shift <= sizeof row; shift++) {
		size_t length = 6, filler = BLOCK - shift - length - 3;
		struct child child;

		memcpy(table, "a,b,c\n", length);
		memset(table + length, 'f', filler);
		memcpy(table + length + filler, ",,\n", 3);
		length += filler + 3;
		memcpy(table + length, row, sizeof row - 1);
		length += sizeof row - 1;
		child = read_table(table, length, NULL);
		assert_int_equal(child.status, 0);
		assert_true(child.wrote_length > filler);
		assert_string_equal(strchr(child.wrote + 12, '\n') + 1, wanted);
	}
	free(table);
}

static void test_columns(void **state)
{
	struct reader *reader = reader_open(scratch_file("table.csv", "a,b,c\n1,2\n", 10), &ragged);
	struct place at;

	(void)state;
	assert_int_equal(reader_column(reader, "b"), 1);
	assert_int_equal(reader_column(reader, "B"), NO_NAME);
	assert_int_equal(reader_column(reader, ""), NO_NAME);
	assert_true(reader_next(reader));
	at = reader_place(reader, 1);
	assert_int_equal(at.line, 2);
	assert_string_equal(at.column, "b");
	assert_string_equal(at.offending, "2");
	at = reader_place(reader, 2);
	assert_string_equal(at.column, "c");
	assert_null(at.offending);
	assert_null(reader_place(reader, NO_NAME).column);
	reader_close(reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_line_ends),
		cmocka_unit_test(test_byte_order_mark),
		cmocka_unit_test(test_line_numbers),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_blanks_are_kept),
		cmocka_unit_test(test_delimiters),
		cmocka_unit_test(test_ragged),
		cmocka_unit_test(test_header_names),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_block_boundaries),
		cmocka_unit_test(test_columns),
	};

	return cmocka_run_group_tests_name("read", tests, NULL, NULL);
}
