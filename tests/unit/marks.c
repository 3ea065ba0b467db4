/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the marks of a drawing with the numbers that they stand for. */
#include "marks.h"

#include "close.h"
#include "drawing.h"
#include "fixtures.h"

#include <stdlib.h>
#include <string.h>

struct scale scale_of(const struct drawing *drawing, const char *name, size_t spoken)
{
	struct rows rows = rows_open(name, spoken);
	double value[2] = { 0, 0 }, pixel[2] = { 0, 0 }, low = NAN, high = NAN, floor_y = 0;
	size_t count = 0;

	while (reader_next(rows.reader)) {
		const char *key = rows_field(&rows, "key").text;

		if (strcmp(key, "axis_low") == 0)
			low = strtod(rows_field(&rows, "value_en").text, NULL);
		if (strcmp(key, "axis_high") == 0)
			high = strtod(rows_field(&rows, "value_en").text, NULL);
		if (!same_text(rows_field(&rows, "part"), "ticks"))
			continue;
		const char *text = rows_field(&rows, spoken ? "text_en" : "text_id").text;
		size_t end = count == 0 ? 0 : 1;

		for (size_t i = 0; i < drawing->texts; i++) {
			const struct drawn_text *drawn = &drawing->text[i];

			if (!drawn->centred || strcmp(drawn->text, text) != 0 ||
				(end && drawn->y != floor_y))
				continue;
			value[end] = strtod(rows_field(&rows, "value").text, NULL);
			pixel[end] = drawn->x;
			floor_y = drawn->y;
		}
		count++;
	}
	rows_close(&rows);
	assert_true(count >= 2);
	double slope = (pixel[1] - pixel[0]) / (value[1] - value[0]);

	return (struct scale){ slope, pixel[0] - slope * value[0], low, high };
}

/* The values of a series that lie on the axis stand in `drawing`, in order, from *first on; of rows of
 * one kind, or of all where `kind` is NULL. */
static void expect_series(const struct drawing *drawing, const char *name, size_t spoken,
	const char *kind, const struct scale *on, const struct series *series, size_t *first)
{
	struct scale scale = on == NULL ? scale_of(drawing, name, spoken) : *on;
	struct rows rows = rows_open(name, spoken);

	while (rows_next(&rows, "rows")) {
		struct value text = rows_field(&rows, series->column),
			     verdict = rows_field(
				     &rows, starts(name, "villages") ? "side" : "verdict");
		double value = strtod(text.text, NULL);

		if (missing(text) || missing(verdict) ||
			(kind != NULL && !same_text(rows_field(&rows, "kind"), kind)) ||
			strstr(series->verdicts, verdict.text) == NULL || value < scale.low ||
			value > scale.high)
			continue;
		while (*first < drawing->marks &&
			(strcmp(drawing->mark[*first].shape, series->shape) != 0 ||
				strcmp(drawing->mark[*first].colour, series->colour) != 0))
			++*first;
		assert_true(*first < drawing->marks);
		double wanted = scale.offset + scale.slope * value;

		if (fabs(drawing->mark[*first].x - wanted) > 0.5)
			fail_msg("%s: %s %s drawn at %.2f, wanted %.2f", name, series->column,
				text.text, drawing->mark[*first].x, wanted);
		++*first;
	}
	rows_close(&rows);
}

static bool drawn_alike(const struct series *a, const struct series *b)
{
	return strcmp(a->shape, b->shape) == 0 && strcmp(a->colour, b->colour) == 0;
}

/* All series up to `last` that are drawn like it, one behind the other; the mark that follows. */
static size_t expect_alike(struct drawing *drawing, const char *name, size_t spoken,
	const char *kind, const struct scale *scale, const struct series *series, size_t last)
{
	size_t first = 0;

	for (size_t same = 0; same <= last; same++)
		if (drawn_alike(&series[same], &series[last]))
			expect_series(drawing, name, spoken, kind, scale, &series[same], &first);
	return first;
}

void expect_marks(const char *name, size_t spoken, const struct series *series, size_t count)
{
	struct drawing *drawing = drawing_read(fixture_svg(name, spoken));

	for (size_t i = 0; i < count; i++) {
		size_t first = expect_alike(drawing, name, spoken, NULL, NULL, series, i);
		bool last = !starts(name, "villages"); /* where villages are marked as well */

		for (size_t later = i + 1; later < count; later++)
			last = last && !drawn_alike(&series[later], &series[i]);
		for (; last && first < drawing->marks; first++)
			assert_false(strcmp(drawing->mark[first].shape, series[i].shape) == 0 &&
				strcmp(drawing->mark[first].colour, series[i].colour) == 0);
	}
	drawing_free(drawing);
}

void expect_marks_on(const char *name, size_t spoken, const char *kind, const struct scale *scale,
	const struct series *series, size_t count)
{
	struct drawing *drawing = drawing_read(fixture_svg(name, spoken));

	for (size_t i = 0; i < count; i++)
		expect_alike(drawing, name, spoken, kind, scale, series, i);
	drawing_free(drawing);
}

/* From the middle of a number at a gridline, which stands on the line, down to its baseline, as gnuplot
 * sets text of 12 pixels. */
static const double MIDDLE_TO_BASELINE = 3.9;

/* Where a gridline of a line of panels is numbered: the drawing's `line`th such text. */
static double height_of_tick(const struct drawing *drawing, const char *text, size_t line)
{
	for (size_t i = 0; i < drawing->texts; i++)
		if (!drawing->text[i].centred && strcmp(drawing->text[i].text, text) == 0 &&
			line-- == 0)
			return drawing->text[i].y - MIDDLE_TO_BASELINE;
	fail_msg("no gridline is numbered %s", text);
	return 0;
}

/* Pixels of a value in a line of panels, from its first and second gridline. */
static struct scale upward_scale(
	const struct drawing *drawing, const char *name, size_t spoken, size_t line)
{
	struct rows rows = rows_open(name, spoken);
	double value[2] = { 0, 0 }, pixel[2] = { 0, 0 };

	for (size_t i = 0; i < 2; i++) {
		assert_true(rows_next(&rows, "ticks"));
		value[i] = strtod(rows_field(&rows, "value").text, NULL);
		pixel[i] = height_of_tick(
			drawing, rows_field(&rows, spoken ? "text_en" : "text_id").text, line);
	}
	rows_close(&rows);
	double slope = (pixel[1] - pixel[0]) / (value[1] - value[0]);

	return (struct scale){ .slope = slope, .offset = pixel[0] - slope * value[0] };
}

/* The next mark of its kind from *mark on; DRAWING_MARKS where there is none. */
static size_t next_mark(
	const struct drawing *drawing, size_t mark, const char *shape, const char *colour)
{
	for (; mark < drawing->marks; mark++)
		if (strcmp(drawing->mark[mark].shape, shape) == 0 &&
			strcmp(drawing->mark[mark].colour, colour) == 0)
			return mark;
	return DRAWING_MARKS;
}

void expect_panel_marks(const char *name, size_t spoken, const char *shape, const char *colour,
	const char *const *columns, size_t count)
{
	struct drawing *drawing = drawing_read(fixture_svg(name, spoken));
	size_t mark = 0;

	for (size_t i = 0; i < count; i++) {
		struct rows rows = rows_open(name, spoken);
		size_t line = 0;

		while (rows_next(&rows, "rows")) {
			struct value text = rows_field(&rows, columns[i]);

			line += same_text(rows_field(&rows, "place"), "1");
			if (missing(text))
				continue;
			struct scale scale = upward_scale(drawing, name, spoken, line - 1);
			double wanted = scale.offset + scale.slope * strtod(text.text, NULL);

			mark = next_mark(drawing, mark, shape, colour);
			assert_true(mark < drawing->marks);
			if (fabs(drawing->mark[mark].y - wanted) > 0.5)
				fail_msg("%s: %s %s drawn at %.2f, wanted %.2f", name, columns[i],
					text.text, drawing->mark[mark].y, wanted);
			mark++;
		}
		rows_close(&rows);
	}
	assert_int_equal(next_mark(drawing, mark, shape, colour), DRAWING_MARKS);
	drawing_free(drawing);
}

/* Whether the name of a round stands at this x. */
static bool stands_at(const struct drawing *drawing, const char *text, double x)
{
	for (size_t i = 0; i < drawing->texts; i++)
		if (drawing->text[i].centred && strcmp(drawing->text[i].text, text) == 0 &&
			fabs(drawing->text[i].x - x) <= 0.5)
			return true;
	return false;
}

static void expect_point(const struct drawing *drawing, size_t mark, const struct rows *rows,
	const struct scale *scale)
{
	const char *value = rows_field(rows, "estimate").text;
	const char *time =
		rows_field(rows, strcmp(rows->language, "id") == 0 ? "time_id" : "time_en").text;
	double wanted = scale->offset + scale->slope * strtod(value, NULL);

	assert_true(mark < drawing->marks);
	if (fabs(drawing->mark[mark].y - wanted) > 0.5)
		fail_msg("%s drawn at %.2f, wanted %.2f", value, drawing->mark[mark].y, wanted);
	if (*time != '\0' && !stands_at(drawing, time, drawing->mark[mark].x))
		fail_msg("%s is not drawn above %s", value, time);
}

/* The points of a side in order; then its mark beside its name, one for each line of panels. */
static void expect_side(const char *name, size_t spoken, const char *side, const char *shape,
	const char *colour, const char *named)
{
	struct drawing *drawing = drawing_read(fixture_svg(name, spoken));
	struct rows rows = rows_open(name, spoken);
	size_t mark = 0, line = 0, names = 0;

	while (rows_next(&rows, "rows")) {
		bool first = same_text(rows_field(&rows, "kind"), "panel") &&
			same_text(rows_field(&rows, "place"), "1");

		line += first;
		names += first && !missing(rows_field(&rows, named));
		if (!same_text(rows_field(&rows, "side"), side) ||
			missing(rows_field(&rows, "estimate")))
			continue;
		struct scale scale = upward_scale(drawing, name, spoken, line - 1);

		mark = next_mark(drawing, mark, shape, colour);
		expect_point(drawing, mark++, &rows, &scale);
	}
	rows_close(&rows);
	while ((mark = next_mark(drawing, mark, shape, colour)) != DRAWING_MARKS) {
		names--;
		mark++;
	}
	assert_int_equal(names, 0);
	drawing_free(drawing);
}

void expect_trend_marks(const char *name, size_t spoken)
{
	expect_side(name, spoken, "programme", "gpPt6", "rgb(0,114,178)", "name_id");
	expect_side(name, spoken, "comparison", "gpPt4", "rgb(82,96,109)", "compare_name_id");
}
