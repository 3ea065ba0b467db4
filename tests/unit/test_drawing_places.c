/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes, arrows and lines of the chain, the villages and the page for funders stand where the table says. */
#include "close.h"
#include "drawing.h"
#include "fixtures.h"
#include "marks.h"
#include "shapes.h"

#include <stdlib.h>
#include <string.h>

static double number_in(const struct rows *rows, const char *column)
{
	struct value value = rows_field(rows, column);

	return missing(value) ? (double)NAN : strtod(value.text, NULL);
}

static bool is_kind(const struct rows *rows, const char *kind)
{
	return same_text(rows_field(rows, "kind"), kind);
}

/* ---- the results chain: an arrow leaves the box that it should, and reaches the other --------------------- */

enum { CHAIN_BOXES = 100, ARROW_GAP = 10 }; /* from where an arrow's line ends to the box */

/* The boxes of the table's rows, in order: the first drawn at each place. */
static size_t chain_boxes(const struct drawing *drawing, const struct drawn_box **boxes)
{
	size_t count = 0, i, k;

	for (i = 0; i < drawing->boxes; i++) {
		const struct drawn_box *box = &drawing->box[i];
		double height = box->bottom - box->top;

		if (fabs(height - 116) > 1 && fabs(height - 170) > 1)
			continue;
		for (k = 0; k < count; k++)
			if (same_place(boxes[k]->left, box->left) &&
				same_place(boxes[k]->top, box->top))
				break;
		assert_true(count < CHAIN_BOXES);
		if (k == count)
			boxes[count++] = box;
	}
	return count;
}

/* The line that begins at a place, of those not yet gone along. */
static struct drawn_line *line_from(struct shapes *shapes, bool *gone, double x, double y)
{
	for (size_t i = 0; i < shapes->lines; i++)
		if (!gone[i] && fabs(shapes->line[i].x[0] - x) < 0.06 &&
			fabs(shapes->line[i].y[0] - y) < 0.06) {
			gone[i] = true;
			return &shapes->line[i];
		}
	return NULL;
}

/* Goes along an arrow that begins in the `out`th place of `outs` at a box's lower edge; where it ends. */
static struct drawn_line follow(
	struct shapes *shapes, bool *gone, const struct drawn_box *box, double out, double outs)
{
	double x = (box->left + box->right) / 2 + (out - (outs - 1) / 2) * 14, y = box->bottom;
	struct drawn_line *line = NULL, end = { .x = { x, x }, .y = { y, y } };

	for (size_t i = 0; i < shapes->lines && line == NULL; i++)
		if (!gone[i] && same_place(shapes->line[i].x[0], x) &&
			same_place(shapes->line[i].y[0], y)) {
			line = &shapes->line[i];
			gone[i] = true;
		}
	for (; line != NULL; line = line_from(shapes, gone, line->x[1], line->y[1]))
		end = *line;
	return end;
}

static void expect_arrows(const char *name, size_t spoken)
{
	static bool gone[SHAPES_LINES];
	struct shapes *shapes = shapes_read(fixture_svg(name, spoken));
	struct drawing *drawing = drawing_read(fixture_svg(name, spoken));
	const struct drawn_box *boxes[CHAIN_BOXES], *row_box[400] = { NULL };
	struct rows rows = rows_open(name, spoken);
	size_t drawn = chain_boxes(drawing, boxes), count = 0;

	memset(gone, 0, sizeof gone);
	while (rows_next(&rows, "rows")) {
		size_t row = (size_t)number_in(&rows, "row");

		assert_true(row < 400);
		if (is_kind(&rows, "box")) {
			assert_true(count < drawn);
			row_box[row] = boxes[count++];
		}
		if (!is_kind(&rows, "link"))
			continue;
		const struct drawn_box *from = row_box[(size_t)number_in(&rows, "from_row")],
				       *to = row_box[(size_t)number_in(&rows, "to_row")];
		struct drawn_line end = follow(
			shapes, gone, from, number_in(&rows, "out"), number_in(&rows, "outs"));
		double wanted = to->left +
			(to->right - to->left) * (number_in(&rows, "in") + 0.5) /
				number_in(&rows, "ins");

		if (!same_place(end.x[1], wanted) || !same_place(end.y[1], to->top - ARROW_GAP))
			fail_msg("%s: the arrow of row %zu ends at %.2f, %.2f, wanted %.2f, %.2f",
				name, row, end.x[1], end.y[1], wanted, to->top - ARROW_GAP);
	}
	assert_int_equal(count, drawn);
	rows_close(&rows);
	drawing_free(drawing);
	shapes_free(shapes);
}

static void test_arrows_join_their_boxes(void **state)
{
	static const char *const names[] = { "chain_longest", "chain_wide", "chain_one" };

	(void)state;
	for (size_t i = 0; i < 2 * sizeof names / sizeof *names; i++)
		expect_arrows(names[i / 2], i % 2);
}

/* ---- villages: intervals --------------------------------------------------------------------------------- */

static void expect_interval(const struct shapes *shapes, const struct scale *scale,
	const struct rows *rows, const char *low, const char *high)
{
	double from = number_in(rows, low), to = number_in(rows, high);

	if (isnan(from) || isnan(to) || from < scale->low || to > scale->high)
		return;
	from = scale->offset + scale->slope * from;
	to = scale->offset + scale->slope * to;
	if (shapes_across(shapes, from, to) == NULL)
		fail_msg("no line from %s at %.2f to %s at %.2f", low, from, high, to);
}

static void test_intervals_of_villages(void **state)
{
	static const char *const names[] = { "villages_arms", "villages_units", "villages_one",
		"villages_many", "villages_longest" };

	(void)state;
	for (size_t i = 0; i < 2 * sizeof names / sizeof *names; i++) {
		const char *svg = fixture_svg(names[i / 2], i % 2);
		struct shapes *shapes = shapes_read(svg);
		struct drawing *drawing = drawing_read(svg);
		struct scale scale = scale_of(drawing, names[i / 2], i % 2);
		struct rows rows = rows_open(names[i / 2], i % 2);

		while (rows_next(&rows, "rows")) {
			expect_interval(shapes, &scale, &rows, "conf_low", "conf_high");
			expect_interval(shapes, &scale, &rows, "prediction_low", "prediction_high");
		}
		rows_close(&rows);
		drawing_free(drawing);
		shapes_free(shapes);
	}
}

/* ---- the page for funders -------------------------------------------------------------------------------- */

static const char *const funder_names[] = { "funder", "funder_arms", "funder_longest" };
enum { FUNDER_NAMES = sizeof funder_names / sizeof *funder_names };

/* The axis of the goals: from its outermost gridlines, which stand at both ends of it. */
static struct scale goals_scale(const struct shapes *shapes, const char *name, size_t spoken)
{
	struct rows rows = rows_open(name, spoken);
	double left = 1e9, right = -1e9;
	struct scale scale = { .low = NAN, .high = NAN };

	for (size_t i = 0; i < shapes->lines; i++)
		if (strcmp(shapes->line[i].colour, "rgb(228,231,235)") == 0 &&
			shapes->line[i].x[0] == shapes->line[i].x[1]) {
			left = fmin(left, shapes->line[i].x[0]);
			right = fmax(right, shapes->line[i].x[0]);
		}
	while (rows_next(&rows, "meta")) {
		if (same_text(rows_field(&rows, "key"), "axis_low"))
			scale.low = number_in(&rows, "value_en");
		if (same_text(rows_field(&rows, "key"), "axis_high"))
			scale.high = number_in(&rows, "value_en");
	}
	rows_close(&rows);
	assert_true(left < right);
	scale.slope = (right - left) / (scale.high - scale.low);
	scale.offset = left - scale.slope * scale.low;
	return scale;
}

static void test_goals_of_the_page_for_funders(void **state)
{
	static const char grey[] = "rgb(82,96,109)";
	static const struct series series[] = {
		{ "compare_from", "gpPt4", grey, "up down changed unclear too_early" },
		{ "compare_to", "gpPt4", grey, "up down changed unclear too_early" },
		{ "from", "gpPt6", grey, "up down changed unclear too_early" },
		{ "to", "gpPt6", "rgb(0,114,178)", "up" },
		{ "to", "gpPt12", "rgb(194,78,0)", "down" },
		{ "to", "gpPt4", "rgb(31,41,51)", "changed" },
		{ "to", "gpPt6", "rgb(102,114,127)", "unclear too_early" },
	};

	(void)state;
	for (size_t i = 0; i < 2 * FUNDER_NAMES; i++) {
		struct shapes *shapes = shapes_read(fixture_svg(funder_names[i / 2], i % 2));
		struct scale scale = goals_scale(shapes, funder_names[i / 2], i % 2);

		expect_marks_on(funder_names[i / 2], i % 2, "goal", &scale, series,
			sizeof series / sizeof *series);
		shapes_free(shapes);
	}
}

/* The way to a target: the washed boxes of its rows run from -50 to 150 per cent. */
static struct scale way_scale(const struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->boxes; i++) {
		const struct drawn_box *box = &drawing->box[i];

		if (strcmp(box->colour, "rgb(245,247,250)") == 0 &&
			fabs(box->bottom - box->top - 16) < 0.5) {
			double slope = (box->right - box->left) / 2;

			return (struct scale){ slope, box->left + slope / 2, -0.5, 1.5 };
		}
	}
	fail_msg("no way to a target is drawn");
	return (struct scale){ 0, 0, 0, 0 };
}

static double on_way(const struct scale *scale, double share)
{
	return scale->offset + scale->slope * fmin(fmax(share, scale->low), scale->high);
}

static size_t boxes_between(
	const struct drawing *drawing, const char *colour, double left, double right)
{
	size_t count = 0;

	for (size_t i = 0; i < drawing->boxes; i++)
		count += strcmp(drawing->box[i].colour, colour) == 0 &&
			same_place(drawing->box[i].left, left) &&
			same_place(drawing->box[i].right, right);
	return count;
}

static void test_ways_to_targets(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * FUNDER_NAMES; i++) {
		struct shapes *shapes;
		struct drawing *drawing;
		struct rows rows = rows_open(funder_names[i / 2], i % 2);

		if (strcmp(funder_names[i / 2], "funder_arms") == 0) { /* without targets */
			rows_close(&rows);
			continue;
		}
		shapes = shapes_read(fixture_svg(funder_names[i / 2], i % 2));
		drawing = drawing_read(fixture_svg(funder_names[i / 2], i % 2));
		struct scale scale = way_scale(drawing);

		while (rows_next(&rows, "rows")) {
			double share = number_in(&rows, "progress"),
			       low = number_in(&rows, "progress_low"),
			       high = number_in(&rows, "progress_high");

			if (!is_kind(&rows, "target") || isnan(share))
				continue;
			if (share != 0)
				assert_true(
					boxes_between(drawing,
						share < 0 ? "rgb(246,201,168)" : "rgb(156,203,232)",
						on_way(&scale, fmin(0, share)),
						on_way(&scale, fmax(0, share))) > 0);
			assert_non_null(
				shapes_across(shapes, on_way(&scale, low), on_way(&scale, high)));
		}
		rows_close(&rows);
		drawing_free(drawing);
		shapes_free(shapes);
	}
}

static int begin(void **state)
{
	static const char *const names[] = { "chain_longest", "chain_wide", "chain_one",
		"villages_arms", "villages_units", "villages_one", "villages_many",
		"villages_longest", "funder", "funder_arms", "funder_longest" };

	(void)state;
	return fixtures_begin(names, sizeof names / sizeof *names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arrows_join_their_boxes),
		cmocka_unit_test(test_intervals_of_villages),
		cmocka_unit_test(test_goals_of_the_page_for_funders),
		cmocka_unit_test(test_ways_to_targets),
	};

	return cmocka_run_group_tests(tests, begin, fixtures_end);
}
