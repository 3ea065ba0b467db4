/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main function of stages: options, tables beside stdin, columns, rejects, what it says of itself. */
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "kit/kit.h"

static bool flag;
static int64_t needed_integer;
static const char *text = "none", *file;
static int64_t integer = 5;
static double number = 0.5;

static const struct option_field options[] = {
	{ "flag", OPTION_FLAG, &flag, false, { "a flag", "penanda" } },
	{ "text", OPTION_TEXT, &text, false, { "a text", "teks" } },
	{ "file", OPTION_FILE, &file, true, { "a file", "berkas" } },
	{ "integer", OPTION_INTEGER, &integer, false, { "an integer", "bilangan bulat" } },
	{ "needed", OPTION_INTEGER, &needed_integer, true, { "needed", "perlu" } },
	{ "number", OPTION_NUMBER, &number, false, { "a number", "angka" } },
	{ NULL, OPTION_FLAG, NULL, false, { NULL, NULL } },
};
static const struct with_field with[] = {
	{ "one", false, { "a table", "tabel" } },
	{ "more", true, { "more tables", "tabel lain" } },
	{ NULL, true, { NULL, NULL } },
};
static const struct column needs[] = {
	{ "id", TYPE_TEXT, false, { "who", "siapa" } },
	{ "note", TYPE_TEXT, true, { "a note", "catatan" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};
static const struct column makes[] = {
	{ "what", TYPE_TEXT, false, { "what", "apa" } },
	{ "where", TYPE_INTEGER, false, { "where", "di mana" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};
static const char *const tables[] = { "study.csv", NULL };

static void row(const struct value *needed)
{
	const struct reader *input = stage_input();

	if (missing(needed[0])) {
		reject(&(struct reject){ .file = input->file,
			.line = input->line,
			.record = input->record,
			.column = "id",
			.action = "row_rejected",
			.reason = { "nobody", "tak ada orang" } });
		return;
	}
	if (same_text(needed[1], "stop")) {
		struct place at = stage_place(1);

		refuse(&at, "stopped");
	}
	put_value(output, needed[0]);
	put_integer(output, (int64_t)input->line);
	end_row(output);
}

static void end(void)
{
	const char *second = with_files("more", 1);

	put_string(output,
		keep_format("%d %s %s %d %g %s %s %s", flag, text, file, (int)integer, number,
			with_file("one"), with_file("more") == NULL ? "-" : with_file("more"),
			second == NULL ? "-" : second));
	put_integer(output, 0);
	end_row(output);
}

static const struct stage stage = {
	.name = "sample",
	.purpose = { "Be a sample.", "Menjadi contoh." },
	.options = options,
	.with = with,
	.tables = tables,
	.needs = needs,
	.makes = makes,
	.rejects = true,
	.row = row,
	.end = end,
};

static const struct stage source = {
	.name = "source",
	.purpose = { "Make a table from nothing.", "Membuat tabel dari nol." },
	.makes = makes,
	.no_input = true,
};

static const struct stage *called = &stage;

/* Calls a stage with the words of `context`, a list ended by NULL, and stdin from a file. */
static void call(const void *context)
{
	char *words[512] = { (char *)"sample" };
	const char *const *list = context;
	int count = 1;

	for (; *list != NULL; list++)
		words[count++] = keep_text(*list, strlen(*list));
	assert_non_null(freopen(scratch_path("in.csv"), "r", stdin));
	exit(stage_main(count, words, called));
}

#define CALL(...) in_child(call, (const char *const[]){ __VA_ARGS__, NULL })
#define GIVEN "--file=f", "--needed=0", "--with", "one=1.csv"

static void input(const char *bytes)
{
	scratch_file("in.csv", bytes, strlen(bytes));
}

static void test_rows(void **state)
{
	struct child child;

	(void)state;
	input("x,note,id\n1,,a\n\n2,\"n\nn\",b\n3,,\n");
	child = CALL(GIVEN);
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote, "what,where\na,2\nb,4\n0 none f 5 0.5 1.csv - -,0\n");
	input("id\na\n");
	assert_string_equal(CALL(GIVEN).wrote, "what,where\na,2\n0 none f 5 0.5 1.csv - -,0\n");
	input("note\na\n");
	assert_ended(CALL(GIVEN), 1, "sample: <stdin>:1: id: this column is missing: who");
	input("id,note\na,\nb,stop\n");
	assert_ended(CALL(GIVEN), 1, "sample: <stdin>:3: note: 'stop': stopped");
}

static void test_options(void **state)
{
	(void)state;
	input("id\n");
	assert_string_equal(CALL(GIVEN, "--flag", "--text", "a b", "--integer=-7", "--number=1e-3",
				    "--with", "more=2.csv", "--with=more=3=3.csv")
				    .wrote,
		"what,where\n1 a b f -7 0.001 1.csv 2.csv 3=3.csv,0\n");
	assert_ended(
		CALL("--with", "one=1.csv"), 2, "sample: --file: this option is needed: a file");
	assert_ended(CALL("--file=f"), 2, "--needed: this option is needed");
	assert_ended(
		CALL("--file=f", "--needed=0"), 2, "--with one=...: this table is needed: a table");
	assert_ended(CALL(GIVEN, "--integer=1.5"), 2, "--integer: '1.5': not a whole number");
	assert_ended(CALL(GIVEN, "--number=1,5"), 2, "--number: '1,5': not a number");
	assert_ended(CALL(GIVEN, "--with=one"), 2, "--with: 'one': write NAME=FILE");
	assert_ended(
		CALL(GIVEN, "--with=two=2"), 2, "--with: 'two': this stage takes no such table");
	assert_ended(CALL(GIVEN, "--text"), 2, "--text: this option needs a value");
	assert_ended(CALL(GIVEN, "--flag=1"), 2, "'--flag=1': unknown option");
	assert_ended(CALL(GIVEN, "--nothing"), 2, "'--nothing': unknown option; see --help");
	assert_ended(CALL(GIVEN, "-x"), 2, "'-x': unknown option");
	assert_ended(CALL(GIVEN, "-xyz"), 2, "'-x': unknown option");
	assert_ended(CALL(GIVEN, "table.csv"), 2, "'table.csv': not understood");
}

/* 300 shards are too many for one call, and that is said. */
static void test_many_tables(void **state)
{
	static const char *words[301];
	size_t i;

	(void)state;
	input("id\n");
	words[0] = "--file=f";
	words[1] = "--needed=0";
	for (i = 2; i < 300; i++)
		words[i] = "--with=one=1.csv";
	assert_ended(in_child(call, words), 2, "--with: 'one': too many tables");
	words[258] = NULL;
	assert_ended(in_child(call, words), 0, "");
}

static void test_rejects(void **state)
{
	struct reader *reader;
	const char *path = scratch_path("rejects.csv");

	(void)state;
	input("id,x\n,1\na,2\n");
	assert_ended(CALL(GIVEN, "--rejects", path), 0, "");
	reader = reader_open(path, NULL);
	assert_int_equal(reader->columns, 10);
	assert_int_equal(reader_column(reader, "reason_en"), 9);
	assert_true(reader_next(reader));
	assert_string_equal(reader->values[0].text, "<stdin>");
	assert_string_equal(reader->values[1].text, "2");
	assert_string_equal(reader->values[2].text, "1");
	assert_string_equal(reader->values[3].text, "");
	assert_string_equal(reader->values[5].text, "id");
	assert_string_equal(reader->values[7].text, "row_rejected");
	assert_string_equal(reader->values[8].text, "tak ada orang");
	assert_string_equal(reader->values[9].text, "nobody");
	assert_false(reader_next(reader));
	reader_close(reader);
	assert_ended(CALL(GIVEN, "--rejects=/dev/full"), 3, "/dev/full: cannot be written");
}

static void test_what_it_says(void **state)
{
	struct child child;

	(void)state;
	child = CALL("--help");
	assert_ended(child, 0, "");
	assert_non_null(strstr(child.wrote, "Be a sample."));
	assert_non_null(strstr(child.wrote, "--integer=NUMBER"));
	assert_non_null(strstr(child.wrote, "--with=one=FILE"));
	assert_non_null(strstr(child.wrote, "note (if present)  a note"));
	child = CALL("--version");
	assert_int_equal(strncmp(child.wrote, "sample (berdaya) ", 17), 0);
	child = CALL("--describe");
	assert_non_null(
		strstr(child.wrote, "stage,sample,filter,yes,Be a sample.,Menjadi contoh.\n"));
	assert_non_null(strstr(child.wrote, "option,number,number,no,a number,angka\n"));
	assert_non_null(strstr(child.wrote, "option,rejects,file,no,"));
	assert_non_null(strstr(child.wrote, "with,one,table,yes,a table,tabel\n"));
	assert_non_null(strstr(child.wrote, "table,study.csv,table,"));
	assert_non_null(strstr(child.wrote, "needs,note,text,no,a note,catatan\n"));
	assert_non_null(strstr(child.wrote, "makes,where,integer,yes,where,di mana\n"));
}

static void test_a_stage_without_input(void **state)
{
	(void)state;
	input("\"broken");
	called = &source;
	assert_string_equal(CALL("--describe").wrote +
			strlen("kind,name,type,required,meaning_en,meaning_id\n"),
		"stage,source,source,yes,Make a table from nothing.,Membuat tabel dari nol.\n"
		"makes,what,text,yes,what,apa\nmakes,where,integer,yes,where,di mana\n");
	assert_ended(CALL("--rejects=r.csv"), 2, "unknown option");
	assert_ended(CALL("--with=a=b"), 2, "unknown option");
	called = &stage;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_many_tables),
		cmocka_unit_test(test_rejects),
		cmocka_unit_test(test_what_it_says),
		cmocka_unit_test(test_a_stage_without_input),
	};

	return cmocka_run_group_tests_name("stage", tests, NULL, NULL);
}
