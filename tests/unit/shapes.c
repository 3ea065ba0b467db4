/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a finished SVG chart back: its straight lines. */
#include "shapes.h"

#include "close.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

static void colour_of(const xmlNode *node, const char *name, char *into, size_t room)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
	size_t used = 0;

	for (const xmlChar *c = value; c != NULL && *c != '\0' && used + 1 < room; c++)
		if (*c != ' ')
			into[used++] = (char)*c;
	into[used] = '\0';
	xmlFree(value);
}

/* Each `M x,y L x,y` of a path; whatever goes on behind is no straight line. */
static void read_lines(struct shapes *shapes, const xmlNode *node)
{
	xmlChar *path = xmlGetNoNsProp(node, (const xmlChar *)"d");

	for (const char *at = (const char *)path; at != NULL && *at != '\0'; at++) {
		struct drawn_line *line = &shapes->line[shapes->lines];

		if (*at != 'M' ||
			sscanf(at, "M%lf,%lf L%lf,%lf", &line->x[0], &line->y[0], &line->x[1],
				&line->y[1]) != 4)
			continue;
		colour_of(node, "stroke", line->colour, sizeof line->colour);
		assert_true(++shapes->lines < SHAPES_LINES);
	}
	xmlFree(path);
}

static void read_node(struct shapes *shapes, const xmlNode *node)
{
	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "defs") == 0)
			continue;
		if (strcmp((const char *)node->name, "path") == 0)
			read_lines(shapes, node);
		else
			read_node(shapes, node->children);
	}
}

struct shapes *shapes_read(const char *path)
{
	struct shapes *shapes = calloc(1, sizeof *shapes);
	xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET);

	assert_non_null(shapes);
	assert_non_null(document);
	read_node(shapes, xmlDocGetRootElement(document));
	xmlFreeDoc(document);
	return shapes;
}

void shapes_free(struct shapes *shapes)
{
	free(shapes);
}

bool same_place(double a, double b)
{
	return fabs(a - b) <= 0.5;
}

const struct drawn_line *shapes_across(const struct shapes *shapes, double from, double to)
{
	for (size_t i = 0; i < shapes->lines; i++) {
		const struct drawn_line *line = &shapes->line[i];

		if (same_place(line->y[0], line->y[1]) &&
			((same_place(line->x[0], from) && same_place(line->x[1], to)) ||
				(same_place(line->x[0], to) && same_place(line->x[1], from))))
			return line;
	}
	return NULL;
}
