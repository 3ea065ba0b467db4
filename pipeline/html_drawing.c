/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts tall drawings between their lines, so that no page of a printed report ends within one. */
#include "html_drawing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "html_text.h"
#include "kit/kit.h"

/* A width of 1000 pixels fills a page of A4, which is then as high as PAGE of them; what is no higher than
 * SHRUNK shrinks to that. A piece ends in the last quarter of its page, between lines at least APART. */
static const double PAGE = 1264, SHRUNK = 1760, LATEST = 0.75, APART = 22;

/* From the middle between two baselines up to the middle between the lines. */
static const double BASELINE = 4;

/* ---- where lines of text are ---- */

struct heights {
	double *list;
	size_t count, capacity;
};

static int compare(const void *first, const void *second)
{
	double a = *(const double *)first, b = *(const double *)second;

	return a < b ? -1 : a > b;
}

/* The baselines of all texts, from the top down. */
static struct heights baselines(const char *svg)
{
	struct heights heights = { 0 };
	double y = 0;

	for (; *svg != '\0'; svg++) {
		if (strncmp(svg, "translate(", 10) == 0)
			y = strtod(svg + strcspn(svg, ",") + 1, NULL);
		if (strncmp(svg, "<text", 5) != 0)
			continue;
		heights.list = grow(
			heights.list, &heights.capacity, heights.count + 1, sizeof(*heights.list));
		heights.list[heights.count++] = y;
	}
	if (heights.count > 1)
		qsort(heights.list, heights.count, sizeof(*heights.list), compare);
	return heights;
}

/* The widest room between lines that a page from `top` on ends in; 0 for none. */
static double end_of_page(const struct heights *lines, double top)
{
	double widest = APART, found = 0;
	size_t i;

	for (i = 1; i < lines->count; i++) {
		double above = lines->list[i - 1], room = lines->list[i] - above,
		       middle = above + room / 2 - BASELINE;

		if (room >= widest && middle > top + LATEST * PAGE && middle <= top + PAGE) {
			widest = room;
			found = floor(middle);
		}
	}
	return found;
}

/* ---- reading and writing ---- */

static const char *after(const char *text, const char *what)
{
	const char *found = strstr(text, what);

	return found == NULL ? NULL : found + strlen(what);
}

struct html_drawing html_drawing_read(const char *path)
{
	struct html_drawing drawing = { .svg = strstr(html_file(path), "<svg"), .pieces = 1 };
	const char *box = drawing.svg == NULL ? NULL : after(drawing.svg, "viewBox=\"");
	struct heights lines;
	double height = 0, cut;

	if (drawing.svg == NULL)
		broken(&(struct place){ .file = path },
			SAY("this is no drawing", "ini bukan gambar"));
	if (box == NULL || sscanf(box, "0 0 %lf %lf", &drawing.width, &height) != 2)
		return drawing;
	drawing.edge[1] = height;
	if (height * 1000 <= SHRUNK * drawing.width)
		return drawing;
	lines = baselines(drawing.svg);
	while (drawing.pieces < HTML_PIECES && height - drawing.edge[drawing.pieces - 1] > PAGE) {
		cut = end_of_page(&lines, drawing.edge[drawing.pieces - 1]);
		if (cut == 0)
			break;
		drawing.edge[drawing.pieces++] = cut;
	}
	drawing.edge[drawing.pieces] = height;
	return drawing;
}

static void put_box(FILE *file, const struct html_drawing *drawing, size_t piece)
{
	fprintf(file, "viewBox=\"0 %.0f %.0f %.0f\"", drawing->edge[piece], drawing->width,
		drawing->edge[piece + 1] - drawing->edge[piece]);
}

void html_drawing_put(FILE *file, const struct html_drawing *drawing, const char *name)
{
	const char *box, *rest, *open, *close;
	size_t i;

	if (drawing->pieces == 1) {
		fputs(drawing->svg, file);
		return;
	}
	box = strstr(drawing->svg, "viewBox=\"");
	rest = strchr(box + strlen("viewBox=\""), '"') + 1;
	open = strchr(rest, '>') + 1;
	close = strstr(open, "</svg>");
	fwrite(drawing->svg, 1, (size_t)(box - drawing->svg), file);
	put_box(file, drawing, 0);
	fwrite(rest, 1, (size_t)(open - rest), file);
	fprintf(file, "<g id=\"%s\">", name);
	fwrite(open, 1, (size_t)(close - open), file);
	fputs("</g></svg>\n", file);
	for (i = 1; i < drawing->pieces; i++) {
		fputs("<svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" ", file);
		put_box(file, drawing, i);
		fprintf(file, "><use href=\"#%s\"/></svg>\n", name);
	}
}
