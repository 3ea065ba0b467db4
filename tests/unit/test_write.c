/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that are written: quotes only where needed, numbers that read back, writes that fail. */
#include "close.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"

static const char *path;

/* What a file holds, ended by NUL. */
static const char *content(const char *file)
{
	static char text[1 << 20];
	FILE *stream = fopen(file, "rb");
	size_t length;

	assert_non_null(stream);
	length = fread(text, 1, sizeof text - 1, stream);
	text[length] = '\0';
	fclose(stream);
	return text;
}

static struct writer *begin(void)
{
	path = scratch_path("written.csv");
	return writer_open(path);
}

static void assert_field(const char *text, size_t length, const char *wanted)
{
	struct writer *writer = begin();

	put_text(writer, text, length);
	end_row(writer);
	writer_close(writer);
	assert_string_equal(content(path), wanted);
}

static void test_quotes(void **state)
{
	(void)state;
	assert_field("plain", 5, "plain\n");
	assert_field("two words; 'x'", 14, "two words; 'x'\n");
	assert_field("1,5", 3, "\"1,5\"\n");
	assert_field("a\nb", 3, "\"a\nb\"\n");
	assert_field("a\rb", 3, "\"a\rb\"\n");
	assert_field("\"", 1, "\"\"\"\"\n");
	assert_field("say \"yes\" or \"no\"", 17, "\"say \"\"yes\"\" or \"\"no\"\"\"\n");
	assert_field(" a", 2, "\" a\"\n");
	assert_field("a\t", 2, "\"a\t\"\n");
	assert_field(" ", 1, "\" \"\n");
	assert_field("a b", 3, "a b\n");
	assert_field("\xc3\xa9", 2, "\xc3\xa9\n");
}

/* A field written one byte at a time. */
static size_t put_slowly(char *into, const char *text, size_t length)
{
	bool quotes = strchr(" \t", text[0]) != NULL || strchr(" \t", text[length - 1]) != NULL ||
		strpbrk(text, ",\"\n\r") != NULL;
	size_t used = 0, i;

	if (quotes)
		into[used++] = '"';
	for (i = 0; i < length; i++) {
		if (text[i] == '"')
			into[used++] = '"';
		into[used++] = text[i];
	}
	if (quotes)
		into[used++] = '"';
	into[used++] = ',';
	return used;
}

/* Every byte at every place of short texts and long ones, alone and among others. */
static void test_every_byte(void **state)
{
	static const size_t lengths[] = { 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17 };
	static char wanted[1 << 20];
	struct writer *writer = begin();
	size_t used = 0, i, place;
	unsigned byte;

	(void)state;
	for (i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
		for (place = 0; place < lengths[i]; place++)
			for (byte = 1; byte < 256; byte++) {
				char text[32] = "0123456789abcdefg";
				struct value both[2] = { { text, lengths[i] },
					{ text, lengths[i] } };

				text[lengths[i]] = '\0';
				text[place] = (char)byte;
				put_text(writer, text, lengths[i]);
				put_many(writer, both, 2);
				used += put_slowly(wanted + used, text, lengths[i]);
				used += put_slowly(wanted + used, text, lengths[i]);
				used += put_slowly(wanted + used, text, lengths[i]);
			}
	end_row(writer);
	writer_close(writer);
	wanted[used - 1] = '\n';
	assert_string_equal(content(path), wanted);
}

static void test_missing(void **state)
{
	struct writer *writer = begin();

	(void)state;
	put_missing(writer);
	end_row(writer);
	put_missing(writer);
	put_string(writer, NULL);
	end_row(writer);
	put_string(writer, "a");
	put_number(writer, NAN);
	put_decimal(writer, INFINITY, 3);
	put_value(writer, (struct value){ "", 0 });
	end_row(writer);
	put_number(writer, -INFINITY);
	end_row(writer);
	writer_close(writer);
	assert_string_equal(content(path), "\"\"\n,\na,,,\n\"\"\n");
}

static void test_integers(void **state)
{
	static const int64_t integers[] = { 0, 7, -7, 10, -100, INT64_MAX, INT64_MIN,
		1234567890123 };
	struct writer *writer = begin();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof integers / sizeof integers[0]; i++)
		put_integer(writer, integers[i]);
	end_row(writer);
	writer_close(writer);
	assert_string_equal(content(path),
		"0,7,-7,10,-100,9223372036854775807,-9223372036854775808,1234567890123\n");
}

static void assert_number(double number, const char *wanted)
{
	char text[32];
	size_t length = number_text(number, text);

	assert_string_equal(text, wanted);
	assert_int_equal(length, strlen(wanted));
}

static void test_known_numbers(void **state)
{
	(void)state;
	assert_number(0, "0");
	assert_number(-0.0, "0");
	assert_number(0.1, "0.1");
	assert_number(0.1 + 0.2, "0.30000000000000004");
	assert_number(1.0 / 3, "0.3333333333333333");
	assert_number(-2.5, "-2.5");
	assert_number(1e22, "1e+22");
	assert_number(5e-324, "5e-324");
	assert_number(DBL_MIN, "2.2250738585072014e-308");
	assert_number(DBL_MAX, "1.7976931348623157e+308");
	assert_number(9007199254740993.0, "9007199254740992");
}

/* Every bit pattern that is a number comes back from its text, by our own reader as well. */
static void test_numbers_read_back(void **state)
{
	uint64_t bits = 1;
	int i;

	(void)state;
	for (i = 0; i < 200000; i++) {
		char text[32];
		double number = 0, got = 0;
		size_t length;

		bits = bits * 6364136223846793005u + 1442695040888963407u;
		memcpy(&number, &bits, sizeof number);
		if (i % 4 == 0) /* below the normal range */
			number = ldexp((double)(bits >> 44), -1074);
		if (!isfinite(number))
			continue;
		length = number_text(number, text);
		assert_true(
			length < sizeof text && number_read((struct value){ text, length }, &got));
		assert_true(got == number);
	}
}

static void assert_put(double number, int decimals, const char *wanted)
{
	struct writer *writer = begin();

	if (decimals < 0)
		put_number(writer, number);
	else
		put_decimal(writer, number, decimals);
	put_missing(writer);
	end_row(writer);
	writer_close(writer);
	assert_string_equal(content(path), wanted);
}

static void test_numbers_in_tables(void **state)
{
	(void)state;
	assert_put(-0.0, -1, "0,\n");
	assert_put(123456789012345, -1, "123456789012345,\n");
	assert_put(1e15, -1, "1e+15,\n");
	assert_put(-1e14, -1, "-100000000000000,\n");
	assert_put(0.25, -1, "0.25,\n");
	assert_put(2.0 / 3, 4, "0.6667,\n");
	assert_put(0.5, 9, "0.5,\n");
	assert_put(100, 2, "100,\n");
	assert_put(1.999, 2, "2,\n");
	assert_put(-0.001, 2, "0,\n");
	assert_put(-0.4, 0, "0,\n");
	assert_put(10.04, 1, "10,\n");
	assert_put(1234.5, 0, "1234,\n");
	assert_put(-0.0, 3, "0,\n");
	assert_put(1e17, 3, "100000000000000000,\n");
}

/* Rows of one to 600 bytes, so that rows lie across the ends of the buffer everywhere. */
static void test_long_tables(void **state)
{
	static char row[1024];
	struct writer *writer = begin();
	struct reader *reader;
	size_t i;

	(void)state;
	memset(row, 'x', sizeof row);
	row[3] = '"';
	put_string(writer, "a");
	put_string(writer, "b");
	end_row(writer);
	for (i = 1; i < 2000; i++) {
		put_text(writer, row, i % 601);
		put_integer(writer, (int64_t)i);
		end_row(writer);
	}
	writer_close(writer);
	reader = reader_open(path, NULL);
	for (i = 1; reader_next(reader); i++) {
		int64_t integer;

		assert_int_equal(reader->values[0].length, i % 601);
		assert_memory_equal(reader->values[0].text, row, i % 601);
		assert_true(integer_read(reader->values[1], &integer) && (size_t)integer == i);
	}
	assert_int_equal(i, 2000);
	reader_close(reader);
}

static void fill_disk(const void *context)
{
	struct writer *writer = writer_open(context);
	size_t i;

	report_begin("test");
	for (i = 0; i < 100000; i++) {
		put_string(writer, "0123456789");
		end_row(writer);
	}
	writer_close(writer);
}

static void write_little(const void *context)
{
	struct writer *writer = writer_open(context);

	report_begin("test");
	put_string(writer, "a");
	end_row(writer);
	writer_close(writer);
}

static void test_writes_that_fail(void **state)
{
	(void)state;
	assert_ended(
		in_child(fill_disk, "/dev/full"), 3, "/dev/full: cannot be written: No space left");
	assert_ended(in_child(write_little, "/dev/full"), 3, "cannot be written: No space left");
	assert_ended(in_child(write_little, scratch_path("no/such/folder")), 3, "no/such/folder: ");
	assert_ended(in_child(write_little, NULL), 0, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_every_byte),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_integers),
		cmocka_unit_test(test_known_numbers),
		cmocka_unit_test(test_numbers_read_back),
		cmocka_unit_test(test_numbers_in_tables),
		cmocka_unit_test(test_long_tables),
		cmocka_unit_test(test_writes_that_fail),
	};

	return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
