/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables held in memory: columns by name, traces of spreadsheets, numbers as spreadsheets show them. */
#include "close.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tables.h"

enum { NAME, SIZE, COUNT };

static const struct column columns[] = {
	[NAME] = { "name", TYPE_TEXT, false, { "its name", "namanya" } },
	[SIZE] = { "size", TYPE_NUMBER, true, { "its size", "ukurannya" } },
	[COUNT] = { "count", TYPE_INTEGER, true, { "how many", "banyaknya" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static enum table_rule rule;

/* Loads the file, asks for every cell, writes what it holds. */
static void write_cells(const void *context)
{
	const struct table *table;
	size_t row;

	report_begin("test");
	table = table_load(context, columns, rule);
	if (table == NULL)
		return;
	for (row = 0; row < table->rows; row++) {
		double size = cell_number(table, row, SIZE);

		printf("%zu:%s", table->lines[row], cell(table, row, NAME));
		if (isnan(size))
			printf("|-");
		else
			printf("|%g", size);
		printf("|%d\n", (int)cell_integer(table, row, COUNT, -1));
	}
	printf("%zu faults\n", fault_count());
}

static struct child load(const char *bytes, enum table_rule with)
{
	const char *path = scratch_file("table.csv", bytes, strlen(bytes));

	rule = with;
	return in_child(write_cells, path);
}

static void assert_loads(const char *bytes, const char *wanted)
{
	struct child child = load(bytes, TABLE_STRICT);

	assert_string_equal(child.said, "");
	assert_string_equal(child.wrote, wanted);
}

static void assert_faults(const char *bytes, const char *part)
{
	assert_ended(load(bytes, TABLE_STRICT), 0, part);
}

static void test_cells(void **state)
{
	(void)state;
	assert_loads("name,size,count\na,1.5,3\nb,,\n", "2:a|1.5|3\n3:b|-|-1\n0 faults\n");
	assert_loads("count,name\n3,a\n", "2:a|-|3\n0 faults\n");
	assert_loads(
		"name;size\na;1,5\nb;1.5\nc;2\n", "2:a|1.5|-1\n3:b|1.5|-1\n4:c|2|-1\n0 faults\n");
	assert_loads(
		"\xef\xbb\xbfsep=;\r\nname;size\r\n\"a;b\";0,25\r\n", "3:a;b|0.25|-1\n0 faults\n");
	assert_loads("name\tsize\na\t7\n", "2:a|7|-1\n0 faults\n");
	assert_loads("name,size,count\n", "0 faults\n");
}

static void test_blank_rows(void **state)
{
	(void)state;
	assert_loads("name,size\n,\n\na,1\n,,,,\n,\n", "4:a|1|-1\n0 faults\n");
	assert_loads("name,size,,\na,1,,\n", "2:a|1|-1\n0 faults\n");
	assert_loads("name,size,count\na\n", "2:a|-|-1\n0 faults\n");
}

static void test_columns(void **state)
{
	(void)state;
	assert_faults("size\n1\n", "table.csv:1: name: this column is missing: its name");
	assert_faults(
		"name,szie\na,1\n", "table.csv:1: szie: unknown column; is the name mistyped?");
	assert_string_equal(load("name,szie\na,1\n", TABLE_OPEN).wrote, "2:a|-|-1\n0 faults\n");
	assert_faults("Name\na\n", "name: this column is missing");
}

static void test_spreadsheet_traces(void **state)
{
	(void)state;
	assert_faults(
		"name\n#NAME?\n", "table.csv:2: name: '#NAME?': a spreadsheet spoilt this cell");
	assert_faults(
		"name,size\na,#DIV/0!\n", "table.csv:2: size: '#DIV/0!': a spreadsheet spoilt");
	assert_faults("name\n#REF!\n", "spoilt");
	assert_faults("name\n#N/A\n", "spoilt");
	assert_faults("name\n######\n", "spoilt");
	assert_loads("name\n# a\n", "2:# a|-|-1\n0 faults\n");
	assert_faults("name,size\na,1,5\n", "table.csv:2: '5': more fields than the header has");
}

static void test_numbers(void **state)
{
	(void)state;
	assert_faults("name,size\na,\"1,5\"\n",
		"table.csv:2: size: '1,5': not a number; write it as 1234.5");
	assert_faults("name,size\na,viel\n", "size: 'viel': not a number");
	assert_faults("name;size\na;1.234,5\n", "'1.234,5': not a number; write it as 1234.5");
	assert_faults("name;size\na;1,2,3\n", "'1,2,3': not a number");
	assert_faults("name,count\na,1.0\n", "count: '1.0': not a whole number");
}

static void test_absent(void **state)
{
	(void)state;
	assert_ended(in_child(write_cells, scratch_path("absent.csv")), 0,
		"absent.csv: this table is missing");
	assert_false(file_exists(scratch_path("absent.csv")));
	assert_ended(load("", TABLE_STRICT), 1, "no header row");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_blank_rows),
		cmocka_unit_test(test_columns),
		cmocka_unit_test(test_spreadsheet_traces),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_absent),
	};

	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
