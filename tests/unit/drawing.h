/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a finished SVG chart back: its texts with the boxes they fill, and its marks. */
#ifndef TESTS_DRAWING_H
#define TESTS_DRAWING_H

#include <stdbool.h>
#include <stddef.h>

enum { DRAWING_TEXTS = 2000, DRAWING_MARKS = 2000, DRAWING_BOXES = 2000, DRAWING_IDS = 400 };

struct drawn_text {
	char text[1200], colour[32]; /* as rgb(0,114,178) */
	double x, y;                 /* where it is anchored, baseline */
	bool centred;
	double left, right, top, bottom; /* estimated from the widths of Noto Sans */
};

struct drawn_mark {
	char shape[8];   /* gpPt4 square, gpPt6 circle, gpPt12 diamond */
	char colour[32]; /* as rgb(0,114,178) */
	double x, y;
};

/* A filled rectangle. */
struct drawn_box {
	char colour[32];
	double left, right, top, bottom;
};

struct drawing {
	double width, height;
	char title[1200], description[1200];
	size_t texts, marks, boxes, ids;
	struct drawn_text text[DRAWING_TEXTS];
	struct drawn_mark mark[DRAWING_MARKS];
	struct drawn_box box[DRAWING_BOXES];
	char id[DRAWING_IDS][64];
};

/* Reads the file at `path`; fails the running test where it is not a well-formed drawing. */
struct drawing *drawing_read(const char *path);
void drawing_free(struct drawing *drawing);

/* The first text that holds `part`, or NULL. */
const struct drawn_text *drawing_find(const struct drawing *drawing, const char *part);

#endif
