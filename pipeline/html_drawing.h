/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing as it stands in a page: whole, or in pieces where it is too tall for a sheet of paper. */
#ifndef HTML_DRAWING_H
#define HTML_DRAWING_H

#include <stddef.h>
#include <stdio.h>

enum { HTML_PIECES = 32 };

struct html_drawing {
	const char *svg;
	double width;
	size_t pieces; /* 1: whole */
	double edge[HTML_PIECES +
		1]; /* pixels from the top: where each piece begins, and the end */
};

/* Reads an SVG file. One that would have to shrink too much to stand on a page of A4 is cut between its
 * lines of text, where the room between them is widest. Ends with 3 where it is no drawing. */
struct html_drawing html_drawing_read(const char *path);

/* Writes it: the first piece bears title and description, the others show more of the same drawing, which
 * is told them by its id, `name`. */
void html_drawing_put(FILE *file, const struct html_drawing *drawing, const char *name);

#endif
