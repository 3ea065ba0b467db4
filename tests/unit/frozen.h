/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads frozen reference tables (comma, # comments, no quotes) in unit tests of the statistics. */
#ifndef TESTS_FROZEN_H
#define TESTS_FROZEN_H

#include "close.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FROZEN_FIELDS = 48, FROZEN_LINE = 4096 };

struct frozen {
	FILE *file;
	char line[FROZEN_LINE];
	char *field[FROZEN_FIELDS];
	size_t fields;
};

/* Splits the next row that is no comment; false at the end of the file. */
static inline int frozen_next(struct frozen *table)
{
	do {
		if (!fgets(table->line, sizeof table->line, table->file))
			return 0;
	} while (table->line[0] == '#');
	table->line[strcspn(table->line, "\n")] = '\0';
	table->fields = 0;
	for (char *at = table->line; at; table->fields++) {
		char *comma = strchr(at, ',');

		assert_true(table->fields < FROZEN_FIELDS);
		table->field[table->fields] = at;
		if (comma)
			*comma++ = '\0';
		at = comma;
	}
	return 1;
}

/* Opens tests/reference/stat/NAME (tests run in the repository's root) and skips its header. */
static inline struct frozen frozen_open(const char *name)
{
	struct frozen table;
	char path[256];

	snprintf(path, sizeof path, "tests/reference/stat/%s", name);
	table.file = fopen(path, "r");
	if (!table.file)
		fail_msg("cannot open %s", path);
	assert_true(frozen_next(&table));
	return table;
}

/* A field as a double: NaN for "NA" and for an empty field. */
static inline double frozen_double(const struct frozen *table, size_t column)
{
	const char *text = table->field[column];

	assert_true(column < table->fields);
	return *text == '\0' || strcmp(text, "NA") == 0 ? (double)NAN : strtod(text, NULL);
}

static inline long long frozen_integer(const struct frozen *table, size_t column)
{
	assert_true(column < table->fields);
	return strtoll(table->field[column], NULL, 10);
}

#endif
