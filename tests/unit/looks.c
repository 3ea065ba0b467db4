/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every drawing: all words are there, apart from each other, and nothing of the data runs. */
#include "looks.h"

#include "chart.h"
#include "close.h"
#include "drawing.h"
#include "fixtures.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- every text -------------------------------------------------------------------------------------- */

static bool in_words(const struct rows *rows)
{
	return same_text(rows_field(rows, "verdict"), "refused");
}

/* True if the chart shows this column of the present row as text, in the language of `rows`. */
static bool is_shown(const struct rows *rows, const char *column)
{
	size_t length = strlen(column);
	bool box = same_text(rows_field(rows, "kind"), "box");
	bool goal = box || same_text(rows_field(rows, "kind"), "goal");
	bool line =
		strcmp(column + length - 2, "_1") == 0 || strcmp(column + length - 2, "_2") == 0;
	const char *end = column + length - (line ? 5 : 3);

	if (length < 6 || end[0] != '_' || !starts(end + 1, rows->language))
		return !line && length == 4 && starts(column, "n_") &&
			starts(column + 2, rows->language);
	if (same_text(rows_field(rows, "kind"), "head"))
		return starts(column, "label") && column[length - 1] == '1';
	if (starts(column, "label"))
		return true;
	if (starts(column, "reason"))
		return in_words(rows) || box ||
			missing(rows_field(rows, goal ? "from" : "estimate"));
	if (starts(column, "verdict"))
		return goal;
	return !goal || !in_words(rows);
}

static void expect_text(const struct drawing *drawing, struct value value)
{
	char safe[4 * CHART_FIELD + 1];

	chart_safe_text(value.text, value.length, safe);
	if (strcmp(safe, "NA") != 0 && drawing_find(drawing, safe) == NULL)
		fail_msg("this text is not drawn: %s", safe);
}

static void expect_row(const struct drawing *drawing, const struct rows *rows)
{
	for (size_t i = 0; i < rows->reader->columns; i++)
		if (is_shown(rows, rows->reader->header[i].text))
			expect_text(drawing, rows->reader->values[i]);
}

void test_every_text_is_drawn(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * fixture_count; i++) {
		const char *name = fixtures[i / 2];
		struct drawing *drawing = drawing_read(fixture_svg(name, i % 2));
		struct rows rows = rows_open(name, i % 2);

		while (rows_next(&rows, "rows"))
			expect_row(drawing, &rows);
		rows_close(&rows);
		drawing_free(drawing);
	}
}

void test_every_frame_text_is_drawn(void **state)
{
	static const char *const frame[] = { "notice", "title_", "result_", "sub_", "foot_",
		"head_", "axis_title", "line_" };

	(void)state;
	for (size_t i = 0; i < 2 * fixture_count; i++) {
		const char *name = fixtures[i / 2];
		struct drawing *drawing = drawing_read(fixture_svg(name, i % 2));
		struct rows rows = rows_open(name, i % 2);
		bool blank = strstr(name, "empty") != NULL;

		while (rows_next(&rows, "meta"))
			for (size_t k = 0; k < (blank ? 5 : 8); k++)
				if (starts(rows_field(&rows, "key").text, frame[k]))
					expect_text(drawing,
						rows_field(&rows, i % 2 ? "value_en" : "value_id"));
		rows_close(&rows);
		assert_true(drawing->title[0] != '\0' && drawing->description[0] != '\0');
		if (blank)
			assert_non_null(
				drawing_find(drawing, i % 2 ? "No data" : "Belum ada data"));
		drawing_free(drawing);
	}
}

/* ---- layout, safety, sameness ---------------------------------------------------------------------------- */

static bool overlap(const struct drawn_text *a, const struct drawn_text *b)
{
	double across = fmin(a->right, b->right) - fmax(a->left, b->left);
	double down = fmin(a->bottom, b->bottom) - fmax(a->top, b->top);

	return across > 2 && down > 2;
}

void test_texts_do_not_overlap(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * fixture_count; i++) {
		const char *name = fixtures[i / 2];
		struct drawing *drawing = drawing_read(fixture_svg(name, i % 2));

		for (size_t a = 0; strstr(name, "hostile") == NULL && a < drawing->texts; a++) {
			const struct drawn_text *text = &drawing->text[a];

			if (text->left < 0 || text->right > drawing->width || text->top < 0 ||
				text->bottom > drawing->height)
				fail_msg("%s: outside the page: %s", name, text->text);
			for (size_t b = a + 1; b < drawing->texts; b++)
				if (overlap(text, &drawing->text[b]))
					fail_msg("%s: %s overlaps %s", name, text->text,
						drawing->text[b].text);
		}
		drawing_free(drawing);
	}
}

void test_ids_are_unique_and_prefixed(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * fixture_count; i++) {
		const char *prefix =
			keep_format("%s-%s-", fixtures[i / 2], fixture_languages[i % 2]);
		struct drawing *drawing = drawing_read(fixture_svg(fixtures[i / 2], i % 2));

		for (size_t a = 0; a < drawing->ids; a++) {
			assert_true(starts(drawing->id[a], prefix));
			for (size_t b = a + 1; b < drawing->ids; b++)
				assert_string_not_equal(drawing->id[a], drawing->id[b]);
		}
		drawing_free(drawing);
	}
}

static void expect_no_trace(const char *folder)
{
	DIR *open_folder = opendir(folder);
	struct dirent *entry;

	assert_non_null(open_folder);
	while ((entry = readdir(open_folder)) != NULL)
		assert_false(starts(entry->d_name, "PWNED"));
	closedir(open_folder);
}

void test_nothing_of_the_data_runs(void **state)
{
	(void)state;
	for (size_t i = 0; i < fixture_count; i++)
		if (strstr(fixtures[i], "hostile") != NULL)
			expect_no_trace(fixture_path(fixtures[i], ".work"));
	expect_no_trace(".");
}

static void expect_same_file(const char *one, const char *other)
{
	FILE *first = fopen(one, "rb"), *second = fopen(other, "rb");
	int a, b;

	assert_non_null(first);
	assert_non_null(second);
	do {
		a = fgetc(first);
		b = fgetc(second);
		assert_int_equal(a, b);
	} while (a != EOF);
	fclose(first);
	fclose(second);
}

void expect_same_bytes(const char *const *names, size_t count)
{
	setenv("TZ", "Asia/Jayapura", 1);
	setenv("LC_ALL", "id_ID.UTF-8", 1);
	setenv("LANG", "id_ID.UTF-8", 1);
	setenv("GNUTERM", "dumb", 1);
	setenv("HOME", "/nonexistent", 1);
	for (size_t i = 0; i < count; i++) {
		const char *again = keep_format("again_%s", names[i]);

		fixture_draw(names[i], again);
		for (size_t spoken = 0; spoken < 2; spoken++)
			expect_same_file(fixture_svg(names[i], spoken), fixture_svg(again, spoken));
	}
}
