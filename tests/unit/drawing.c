/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a finished SVG chart back: its texts with the boxes they fill, and its marks. */
#include "drawing.h"

#include "close.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Advance widths of U+0020 to U+007E in thousandths of an em: Noto Sans 2.004, Regular and Bold, read
 * from the hmtx tables of fonts-noto-core 20201225-1. */
static const int widths[2][95] = {
	{ 260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572,
		572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650,
		632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549,
		556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615,
		564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479, 361, 618,
		508, 786, 529, 510, 470, 380, 551, 380, 572 },
	{ 260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572,
		572, 572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672,
		637, 740, 560, 549, 724, 765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551,
		579, 756, 650, 967, 667, 624, 579, 331, 413, 331, 572, 411, 362, 604, 633, 514, 633,
		591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619, 633, 633, 454, 497, 434, 657,
		569, 856, 578, 569, 488, 394, 551, 394, 572 },
};

/* Anything beyond ASCII counts as wide as the widest symbol in use: the minus, arrows, triangles. */
static double width_of(const char *text, bool bold, double size)
{
	double width = 0;

	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte >= 0x20 && byte < 0x7f)
			width += widths[bold][byte - 0x20];
		else if (byte >= 0xc2)
			width += 838;
	}
	return width * size / 1000;
}

static void attribute(const xmlNode *node, const char *name, char *into, size_t room)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);

	snprintf(into, room, "%s", value == NULL ? "" : (const char *)value);
	xmlFree(value);
}

static void content(const xmlNode *node, char *into, size_t room)
{
	xmlChar *value = xmlNodeGetContent(node);

	snprintf(into, room, "%s", value == NULL ? "" : (const char *)value);
	xmlFree(value);
}

/* A colour without the blanks in it. */
static void read_colour(const xmlNode *node, const char *name, char colour[32])
{
	char written[32];
	size_t used = 0;

	attribute(node, name, written, sizeof written);
	for (const char *c = written; *c != '\0'; c++)
		if (*c != ' ')
			colour[used++] = *c;
	colour[used] = '\0';
}

static void read_text(struct drawing *drawing, const xmlNode *node)
{
	char size_text[32], anchor[16], weight[16], place[64];
	struct drawn_text *text = &drawing->text[drawing->texts++];

	assert_true(drawing->texts < DRAWING_TEXTS);
	content(node, text->text, sizeof text->text);
	read_colour(node->parent, "fill", text->colour);
	attribute(node->parent, "transform", place, sizeof place);
	attribute(node->parent, "font-size", size_text, sizeof size_text);
	attribute(node->parent, "text-anchor", anchor, sizeof anchor);
	attribute(node->parent, "font-weight", weight, sizeof weight);
	assert_int_equal(sscanf(place, "translate(%lf,%lf)", &text->x, &text->y), 2);
	double size = strtod(size_text, NULL), width = width_of(text->text, weight[0] == 'b', size);

	text->centred = strcmp(anchor, "middle") == 0;
	text->left = text->x - (text->centred ? width / 2 : strcmp(anchor, "end") == 0 ? width : 0);
	text->right = text->left + width;
	text->top = text->y - 0.74 * size;
	text->bottom = text->y + 0.2 * size;
}

static void read_mark(struct drawing *drawing, const xmlNode *node)
{
	char place[64], link[64];
	struct drawn_mark *mark = &drawing->mark[drawing->marks];

	attribute(node, "transform", place, sizeof place);
	if (sscanf(place, "translate(%lf,%lf)", &mark->x, &mark->y) != 2)
		return;
	drawing->marks++;
	assert_true(drawing->marks < DRAWING_MARKS);
	read_colour(node, "color", mark->colour);
	xmlChar *href = xmlGetNsProp(
		node, (const xmlChar *)"href", (const xmlChar *)"http://www.w3.org/1999/xlink");

	snprintf(link, sizeof link, "%s", href == NULL ? "" : (const char *)href);
	xmlFree(href);
	assert_non_null(strstr(link, "gpPt"));
	snprintf(mark->shape, sizeof mark->shape, "%.7s", strstr(link, "gpPt"));
}

/* A polygon of four corners, from the lower left one on, as gnuplot writes a box. */
static void read_box(struct drawing *drawing, const xmlNode *node)
{
	struct drawn_box *box = &drawing->box[drawing->boxes];
	char points[128];
	double x, y;

	attribute(node, "points", points, sizeof points);
	if (sscanf(points, "%lf,%lf %lf,%lf %lf,%lf", &box->left, &box->bottom, &box->right, &y, &x,
		    &box->top) != 6 ||
		x != box->right || y != box->bottom)
		return;
	read_colour(node, "fill", box->colour);
	drawing->boxes++;
	assert_true(drawing->boxes < DRAWING_BOXES);
}

static void read_node(struct drawing *drawing, const xmlNode *node)
{
	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		char id[64];

		attribute(node, "id", id, sizeof id);
		if (id[0] != '\0') {
			assert_true(drawing->ids < DRAWING_IDS);
			memcpy(drawing->id[drawing->ids++], id, sizeof id);
		}
		if (strcmp((const char *)node->name, "text") == 0)
			read_text(drawing, node);
		else if (strcmp((const char *)node->name, "use") == 0)
			read_mark(drawing, node);
		else if (strcmp((const char *)node->name, "polygon") == 0)
			read_box(drawing, node);
		else if (strcmp((const char *)node->name, "title") == 0)
			content(node, drawing->title, sizeof drawing->title);
		else if (strcmp((const char *)node->name, "desc") == 0)
			content(node, drawing->description, sizeof drawing->description);
		else
			read_node(drawing, node->children);
	}
}

struct drawing *drawing_read(const char *path)
{
	struct drawing *drawing = calloc(1, sizeof *drawing);
	xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET);
	char box[64];

	assert_non_null(drawing);
	assert_non_null(document);
	attribute(xmlDocGetRootElement(document), "viewBox", box, sizeof box);
	assert_int_equal(sscanf(box, "0 0 %lf %lf", &drawing->width, &drawing->height), 2);
	read_node(drawing, xmlDocGetRootElement(document));
	xmlFreeDoc(document);
	return drawing;
}

void drawing_free(struct drawing *drawing)
{
	free(drawing);
}

const struct drawn_text *drawing_find(const struct drawing *drawing, const char *part)
{
	for (size_t i = 0; i < drawing->texts; i++)
		if (strstr(drawing->text[i].text, part) != NULL)
			return &drawing->text[i];
	return NULL;
}
