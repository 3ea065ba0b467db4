/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of parts under tests/pipeline/fixtures: drawn once for all tests, and read beside the drawings. */
#include "fixtures.h"

#include "close.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIXTURES "tests/pipeline/fixtures"

enum { PATH_ROOM = 400 };

static char scratch[PATH_ROOM];
const char *const fixture_languages[] = { "id", "en" };

const char *const *fixtures;
size_t fixture_count;

bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

const char *fixture_path(const char *name, const char *suffix)
{
	return keep_format("%s/%s%s", scratch, name, suffix);
}

const char *fixture_svg(const char *name, size_t spoken)
{
	return fixture_path(name, keep_format(".%s.svg", fixture_languages[spoken]));
}

/* ---- drawing all of them once -------------------------------------------------------------------- */

void fixture_draw(const char *name, const char *into)
{
	const char *folder = fixture_path(into, ".work");
	const char *kind = keep_text(name, strcspn(name, "_"));
	struct chart chart = { .drawing = keep_format("plots/%s.gp", kind),
		.table = keep_format(FIXTURES "/%s.csv", name),
		.folder = folder,
		.stem = fixture_path(into, ""),
		.name = name };

	assert_int_equal(mkdir(folder, 0700), 0);
	assert_int_equal(chart_make(&chart), 0);
}

int fixtures_begin(const char *const *names, size_t count)
{
	const char *given = getenv("SCRATCH");

	fixtures = names;
	fixture_count = count;
	report_begin("test_drawing");
	snprintf(scratch, sizeof scratch, "%s/drawingXXXXXX", given == NULL ? "/tmp" : given);
	if (mkdtemp(scratch) == NULL)
		return -1;
	for (size_t i = 0; i < count; i++)
		fixture_draw(fixtures[i], fixtures[i]);
	return 0;
}

static void empty_folder(const char *folder)
{
	DIR *open_folder = opendir(folder);
	struct dirent *entry;

	assert_non_null(open_folder);
	while ((entry = readdir(open_folder)) != NULL) {
		const char *path = keep_format("%s/%s", folder, entry->d_name);

		if (entry->d_name[0] != '.' && unlink(path) != 0) {
			empty_folder(path);
			rmdir(path);
		}
	}
	closedir(open_folder);
}

int fixtures_end(void **state)
{
	(void)state;
	empty_folder(scratch);
	return rmdir(scratch);
}

/* ---- the table behind a chart ---------------------------------------------------------------------- */

struct rows rows_open(const char *name, size_t spoken)
{
	return (struct rows){ reader_open(keep_format(FIXTURES "/%s.csv", name), NULL),
		fixture_languages[spoken] };
}

struct value rows_field(const struct rows *rows, const char *name)
{
	size_t column = reader_column(rows->reader, name);

	return column == NO_NAME ? (struct value){ "", 0 } : rows->reader->values[column];
}

bool rows_next(const struct rows *rows, const char *part)
{
	while (reader_next(rows->reader))
		if (same_text(rows_field(rows, "part"), part))
			return true;
	return false;
}

void rows_close(struct rows *rows)
{
	reader_close(rows->reader);
}
