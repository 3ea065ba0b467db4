/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as they are drawn: every word and mark of the table is there, in its place, once, and safe. */
#include "chart.h"
#include "close.h"
#include "drawing.h"
#include "fixtures.h"
#include "marks.h"

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

static void test_every_text_is_drawn(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * FIXTURE_COUNT; i++) {
		const char *name = fixtures[i / 2];
		struct drawing *drawing = drawing_read(fixture_svg(name, i % 2));
		struct rows rows = rows_open(name, i % 2);

		while (rows_next(&rows, "rows"))
			expect_row(drawing, &rows);
		rows_close(&rows);
		drawing_free(drawing);
	}
}

static void test_every_frame_text_is_drawn(void **state)
{
	static const char *const frame[] = { "notice", "title_", "result_", "sub_", "foot_",
		"head_", "axis_title", "line_" };

	(void)state;
	for (size_t i = 0; i < 2 * FIXTURE_COUNT; i++) {
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

/* ---- marks against numbers ------------------------------------------------------------------------------ */

static void test_marks_stand_at_their_values(void **state)
{
	static const char grey[] = "rgb(82,96,109)", soft[] = "rgb(102,114,127)",
			  ink[] = "rgb(31,41,51)";
	static const struct series goals[] = {
		{ "compare_from", "gpPt4", grey, "up down changed unclear too_early" },
		{ "compare_to", "gpPt4", grey, "up down changed unclear too_early" },
		{ "from", "gpPt6", grey, "up down changed unclear too_early" },
		{ "to", "gpPt6", "rgb(0,114,178)", "up" },
		{ "to", "gpPt12", "rgb(194,78,0)", "down" },
		{ "to", "gpPt4", ink, "changed" },
		{ "to", "gpPt6", soft, "unclear too_early" },
	};
	static const struct series villages[] = {
		{ "estimate", "gpPt6", "rgb(0,114,178)", "programme" },
		{ "estimate", "gpPt4", grey, "comparison" },
	};
	static const struct series effects[] = {
		{ "estimate", "gpPt6", "rgb(0,114,178)", "up" },
		{ "estimate", "gpPt12", "rgb(194,78,0)", "down" },
		{ "estimate", "gpPt4", ink, "changed" },
		{ "estimate", "gpPt6", soft, "unclear too_early" },
	};

	(void)state;
	for (size_t i = 0; i < 2 * FIXTURE_COUNT; i++) {
		const char *name = fixtures[i / 2];

		if (strstr(name, "empty") != NULL || strstr(name, "hostile") != NULL ||
			starts(name, "flow") || starts(name, "chain") || /* words and arrows only */
			starts(name, "equity")) /* whose axis runs upwards */
			continue;
		if (starts(name, "goals"))
			expect_marks(name, i % 2, goals, sizeof goals / sizeof *goals);
		else if (starts(name, "villages"))
			expect_marks(name, i % 2, villages, 2);
		else
			expect_marks(name, i % 2, effects, sizeof effects / sizeof *effects);
	}
}

static size_t marks_of(const struct drawing *drawing, const char *shape, const char *colour)
{
	size_t count = 0;

	for (size_t i = 0; i < drawing->marks; i++)
		count += strcmp(drawing->mark[i].shape, shape) == 0 &&
			strcmp(drawing->mark[i].colour, colour) == 0;
	return count;
}

/* Marks in the classes are as many as the villages of the table; the means are marked besides. */
static void test_each_village_has_a_mark(void **state)
{
	static const char *const names[] = { "villages_arms", "villages_one", "villages_longest" };
	size_t worse = 0, better = 0, all = 0;

	(void)state;
	for (size_t i = 0; i < 3; i++, worse = better = all = 0) {
		struct drawing *drawing = drawing_read(fixture_svg(names[i], 0));
		struct rows rows = rows_open(names[i], 0);

		while (rows_next(&rows, "rows")) {
			bool round = same_text(rows_field(&rows, "side"), "programme");

			worse += strtoul(rows_field(&rows, "worse").text, NULL, 10);
			better += round ? strtoul(rows_field(&rows, "better").text, NULL, 10) +
					!missing(rows_field(&rows, "estimate"))
					: 0;
			all += round ? strtoul(rows_field(&rows, "unclear").text, NULL, 10) : 0;
		}
		assert_int_equal(marks_of(drawing, "gpPt10", "rgb(194,78,0)"), worse);
		assert_int_equal(marks_of(drawing, "gpPt6", "rgb(0,114,178)"), better);
		assert_int_equal(marks_of(drawing, "gpPt6", "rgb(102,114,127)"), all);
		rows_close(&rows);
		drawing_free(drawing);
	}
}

static void test_panels_stand_at_their_heights(void **state)
{
	static const char *const focal[] = { "focal_from", "focal_to" };
	static const char *const others[] = { "others_from", "others_to" };
	static const char *const names[] = { "equity", "equity_units", "equity_one", "equity_arms",
		"equity_withheld", "equity_longest" };

	(void)state;
	for (size_t i = 0; i < 2 * sizeof names / sizeof *names; i++) {
		expect_panel_marks(names[i / 2], i % 2, "gpPt6", "rgb(142,69,133)", focal, 2);
		expect_panel_marks(names[i / 2], i % 2, "gpPt4", "rgb(82,96,109)", others, 2);
	}
}

/* ---- layout, safety, sameness ---------------------------------------------------------------------------- */

static bool overlap(const struct drawn_text *a, const struct drawn_text *b)
{
	double across = fmin(a->right, b->right) - fmax(a->left, b->left);
	double down = fmin(a->bottom, b->bottom) - fmax(a->top, b->top);

	return across > 2 && down > 2;
}

static void test_texts_do_not_overlap(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * FIXTURE_COUNT; i++) {
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

static void test_ids_are_unique_and_prefixed(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * FIXTURE_COUNT; i++) {
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

static void test_nothing_of_the_data_runs(void **state)
{
	static const char *const folders[] = { "goals_hostile", "effects_hostile", "flow_hostile",
		"villages_hostile", "chain_hostile", "equity_hostile", NULL };

	(void)state;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		DIR *folder = opendir(folders[i] == NULL ? "." : fixture_path(folders[i], ".work"));
		struct dirent *entry;

		assert_non_null(folder);
		while ((entry = readdir(folder)) != NULL)
			assert_false(starts(entry->d_name, "PWNED"));
		closedir(folder);
	}
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

static void test_same_input_same_bytes(void **state)
{
	static const char *const redrawn[] = { "goals_comparison", "goals_hostile", "effects",
		"flow_arms", "chain_wide", "equity" };

	(void)state;
	setenv("TZ", "Asia/Jayapura", 1);
	setenv("LC_ALL", "id_ID.UTF-8", 1);
	setenv("LANG", "id_ID.UTF-8", 1);
	setenv("GNUTERM", "dumb", 1);
	setenv("HOME", "/nonexistent", 1);
	for (size_t i = 0; i < sizeof redrawn / sizeof *redrawn; i++) {
		const char *again = keep_format("again_%s", redrawn[i]);

		fixture_draw(redrawn[i], again);
		for (size_t spoken = 0; spoken < 2; spoken++)
			expect_same_file(
				fixture_svg(redrawn[i], spoken), fixture_svg(again, spoken));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_text_is_drawn),
		cmocka_unit_test(test_every_frame_text_is_drawn),
		cmocka_unit_test(test_marks_stand_at_their_values),
		cmocka_unit_test(test_each_village_has_a_mark),
		cmocka_unit_test(test_panels_stand_at_their_heights),
		cmocka_unit_test(test_texts_do_not_overlap),
		cmocka_unit_test(test_ids_are_unique_and_prefixed),
		cmocka_unit_test(test_nothing_of_the_data_runs),
		cmocka_unit_test(test_same_input_same_bytes),
	};

	return cmocka_run_group_tests(tests, fixtures_begin, fixtures_end);
}
