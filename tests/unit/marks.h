/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the marks of a drawing with the numbers that they stand for. */
#ifndef TESTS_MARKS_H
#define TESTS_MARKS_H

#include <stddef.h>

/* What marks a column's values: shape, colour, and for which verdicts. */
struct series {
	const char *column, *shape, *colour, *verdicts;
};

/* Pixels of a value: offset + slope * value; the ends of the axis are values. */
struct scale {
	double slope, offset, low, high;
};

struct drawing;

/* The scale of a drawing, from two tick labels and the values that its table gives them. */
struct scale scale_of(const struct drawing *drawing, const char *name, size_t spoken);

/* Fails the running test unless the drawing of a fixture has exactly one mark for each value of the
 * series that lies on its axis, in order, within half a pixel. Pixels are read from two tick labels.
 * Series of one shape and colour are drawn one after the other, as listed. */
void expect_marks(const char *name, size_t spoken, const struct series *series, size_t count);

/* The same of rows of one kind, by a scale that the test knows; marks of that shape and colour may stand
 * for something else behind them. */
void expect_marks_on(const char *name, size_t spoken, const char *kind, const struct scale *scale,
	const struct series *series, size_t count);

/* The same of panels with an axis upwards, in lines one under the other: each of the columns has a mark
 * of this shape and colour for each panel with a value, column by column, at its height. */
void expect_panel_marks(const char *name, size_t spoken, const char *shape, const char *colour,
	const char *const *columns, size_t count);

/* The same of panels of rounds: each point with a value has a circle (programme) or a square at its height,
 * above the label of its round where that has one. */
void expect_trend_marks(const char *name, size_t spoken);

/* Each share of a bar of answers has a box of its width, on its side of the line that all bars share; middle
 * answers begin at a line of their own. All are on one scale, which the first bar gives. */
void expect_answer_boxes(const char *name, size_t spoken);

/* Each figure inside a box stands out from it by 4.5 to 1 (WCAG 2.2), and there are at least `least`. */
void expect_contrast(const char *name, size_t spoken, size_t least);

#endif
