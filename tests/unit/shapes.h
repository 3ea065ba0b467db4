/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a finished SVG chart back: its straight lines. */
#ifndef TESTS_SHAPES_H
#define TESTS_SHAPES_H

#include <stdbool.h>
#include <stddef.h>

enum { SHAPES_LINES = 4000 };

struct drawn_line {
	double x[2], y[2]; /* from, to */
	char colour[32];   /* as rgb(0,114,178) */
};

struct shapes {
	size_t lines;
	struct drawn_line line[SHAPES_LINES];
};

/* Reads the file at `path`; fails the running test where it is not a well-formed drawing. */
struct shapes *shapes_read(const char *path);
void shapes_free(struct shapes *shapes);

/* Whether two places in a drawing are the same to half a pixel. */
bool same_place(double a, double b);

/* A horizontal line between these two places, whichever way it was drawn; NULL where there is none. */
const struct drawn_line *shapes_across(const struct shapes *shapes, double from, double to);

#endif
