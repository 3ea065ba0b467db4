/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a table in a child and writes down what it holds. */
#include "tables.h"

#include "close.h"

#include <stdio.h>
#include <string.h>

struct task {
	const char *path;
	const struct reader_options *options;
};

static void write_record(size_t line, const struct value *values, size_t count)
{
	size_t i;

	printf("%zu:", line);
	for (i = 0; i < count; i++) {
		printf("[");
		fwrite(values[i].text, 1, values[i].length, stdout);
		printf("]%s", strlen(values[i].text) == values[i].length ? "" : "NUL");
	}
	printf("\n");
}

static void write_down(const void *context)
{
	const struct task *task = context;
	struct reader *reader;
	size_t records = 0;

	report_begin("test");
	reader = reader_open(task->path, task->options);
	write_record(reader->line, reader->header, reader->columns);
	while (reader_next(reader)) {
		assert_int_equal(reader->record, ++records);
		write_record(reader->line, reader->values, reader->count);
	}
	assert_false(reader_next(reader));
	reader_close(reader);
}

struct child read_table(const char *bytes, size_t length, const struct reader_options *options)
{
	struct task task = { scratch_file("table.csv", bytes, length), options };

	return in_child(write_down, &task);
}

void assert_reads(const char *bytes, const struct reader_options *options, const char *wanted)
{
	struct child child = read_table(bytes, strlen(bytes), options);

	if (child.status != 0)
		fail_msg("refused: %s", child.said);
	assert_string_equal(child.wrote, wanted);
}

void assert_refused(
	const char *bytes, size_t length, const struct reader_options *options, const char *part)
{
	assert_ended(read_table(bytes, length, options), 1, part);
}
