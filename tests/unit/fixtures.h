/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of parts under tests/pipeline/fixtures: drawn once for all tests, and read beside the drawings. */
#ifndef TESTS_FIXTURES_H
#define TESTS_FIXTURES_H

#include "chart.h"

/* Those drawn. */
extern const char *const *fixtures;
extern size_t fixture_count;
extern const char *const fixture_languages[2]; /* id, en */

bool starts(const char *text, const char *with);

/* The name in the scratch folder with a suffix, and the drawing of a fixture in a language. */
const char *fixture_path(const char *name, const char *suffix);
const char *fixture_svg(const char *name, size_t spoken);

/* Draws the fixture `name`; its images are named `into`. */
void fixture_draw(const char *name, const char *into);

/* Set-up and tear-down of a group of tests: the fixtures drawn (by the template that their names begin
 * with), and the scratch folder gone. */
int fixtures_begin(const char *const *names, size_t count);
int fixtures_end(void **state);

/* The table of a fixture, row by row. */
struct rows {
	struct reader *reader;
	const char *language;
};

struct rows rows_open(const char *name, size_t spoken);
void rows_close(struct rows *rows);
struct value rows_field(const struct rows *rows, const char *name);

/* The next row of a part; false at the end. */
bool rows_next(const struct rows *rows, const char *part);

#endif
