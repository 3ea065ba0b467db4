/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the boxes of a drawing with the shares that they stand for, and with the figures inside them. */
#include "close.h"
#include "drawing.h"
#include "fixtures.h"
#include "marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWERS = 7 };

/* A bar of the table: its shares in per cent. */
struct shares {
	size_t count;
	double share[ANSWERS];
};

/* Where bars stand: pixels a per cent, the line of all bars, the line of middle answers. */
struct stand {
	double pixels, zero, middle;
};

static struct shares shares_of(const struct rows *rows)
{
	struct shares bar = { 0, { 0 } };

	if (!same_text(rows_field(rows, "kind"), "bar") || missing(rows_field(rows, "share_1")))
		return bar;
	bar.count = strtoul(rows_field(rows, "answers").text, NULL, 10);
	for (size_t i = 0; i < bar.count; i++)
		bar.share[i] = strtod(rows_field(rows, keep_format("share_%zu", i + 1)).text, NULL);
	return bar;
}

/* Boxes of bars are 15 high. */
static size_t next_box(const struct drawing *drawing, size_t box)
{
	while (box < drawing->boxes &&
		fabs(drawing->box[box].bottom - drawing->box[box].top - 15) > 0.1)
		box++;
	return box;
}

/* Where a share should begin. */
static double place_of(const struct stand *stand, const struct shares *bar, size_t which)
{
	size_t half = bar->count / 2;
	double at = stand->zero;

	if (bar->count % 2 == 1 && which == half)
		return stand->middle;
	for (size_t i = which; i < half; i++)
		at -= stand->pixels * bar->share[i];
	for (size_t i = bar->count - half; i < which; i++)
		at += stand->pixels * bar->share[i];
	return at;
}

/* The boxes of the `which`th share of all bars, in the order of the rows, from *box on. With `stand` empty
 * it is taken from the first of them. */
static void expect_shares(const struct drawing *drawing, const char *name, size_t which,
	size_t *box, struct stand *stand)
{
	struct rows rows = rows_open(name, 0);

	while (rows_next(&rows, "rows")) {
		struct shares bar = shares_of(&rows);
		const struct drawn_box *drawn;

		if (which >= bar.count || bar.share[which] == 0)
			continue;
		*box = next_box(drawing, *box);
		assert_true(*box < drawing->boxes);
		drawn = &drawing->box[(*box)++];
		if (stand->pixels == 0) {
			stand->pixels = (drawn->right - drawn->left) / bar.share[which];
			for (size_t i = 0; i < bar.count / 2; i++)
				stand->zero += stand->pixels * bar.share[i];
			stand->zero += drawn->left;
		}
		if (stand->middle == 0 && bar.count % 2 == 1 && which == bar.count / 2)
			stand->middle = drawn->left;
		double left = place_of(stand, &bar, which);

		if (fabs(drawn->left - left) > 0.5 ||
			fabs(drawn->right - left - stand->pixels * bar.share[which]) > 0.5)
			fail_msg("%s: %g %% drawn from %.2f to %.2f, wanted from %.2f", name,
				bar.share[which], drawn->left, drawn->right, left);
	}
	rows_close(&rows);
}

void expect_answer_boxes(const char *name, size_t spoken)
{
	struct drawing *drawing = drawing_read(fixture_svg(name, spoken));
	struct stand stand = { 0, 0, 0 };
	size_t box = 0;

	for (size_t which = 0; which < ANSWERS; which++)
		expect_shares(drawing, name, which, &box, &stand);
	assert_int_equal(next_box(drawing, box), drawing->boxes);
	drawing_free(drawing);
}

/* ---- contrast ------------------------------------------------------------------------------------------- */

static double linear(int channel)
{
	double c = channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(const char *colour)
{
	int red, green, blue;

	assert_int_equal(sscanf(colour, "rgb(%d,%d,%d)", &red, &green, &blue), 3);
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

static double contrast(const char *one, const char *other)
{
	double a = luminance(one), b = luminance(other);

	return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

/* The last box drawn beneath a text. */
static const struct drawn_box *beneath(const struct drawing *drawing, const struct drawn_text *text)
{
	const struct drawn_box *found = NULL;

	for (size_t i = 0; i < drawing->boxes; i++) {
		const struct drawn_box *box = &drawing->box[i];

		if (text->x > box->left && text->x < box->right && text->y > box->top &&
			text->y < box->bottom)
			found = box;
	}
	return found;
}

void expect_contrast(const char *name, size_t spoken, size_t least)
{
	struct drawing *drawing = drawing_read(fixture_svg(name, spoken));
	size_t figures = 0;

	for (size_t i = 0; i < drawing->texts; i++) {
		const struct drawn_text *text = &drawing->text[i];
		const struct drawn_box *box = beneath(drawing, text);

		if (!text->centred || text->text[0] == '\0' || box == NULL)
			continue;
		figures++;
		if (contrast(text->colour, box->colour) < 4.5)
			fail_msg("%s: %s in %s on %s", name, text->text, text->colour, box->colour);
		if (text->left < box->left || text->right > box->right)
			fail_msg("%s: %s is wider than its box", name, text->text);
	}
	assert_true(figures >= least);
	drawing_free(drawing);
}
