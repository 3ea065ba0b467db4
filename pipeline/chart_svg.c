/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SVG finisher: a drawing of gnuplot made fit for a page, or refused. */
#include "chart.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define FAMILY "Noto Sans, DejaVu Sans, sans-serif"

static const char *const allowed[] = {
	"svg",
	"title",
	"desc",
	"g",
	"defs",
	"use",
	"text",
	"tspan",
	"rect",
	"circle",
	"ellipse",
	"path",
	"line",
	"polyline",
	"polygon",
	"clipPath",
	"pattern",
	"filter",
	"feFlood",
	"feComposite",
};

static bool is_named(const xmlNode *node, const char *name)
{
	return strcmp((const char *)node->name, name) == 0;
}

static bool is_allowed(const xmlNode *element)
{
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
		if (is_named(element, allowed[i]))
			return true;
	}
	return false;
}

static bool holds(const char *text, const char *what)
{
	for (; *text != '\0'; text++) {
		if (strncasecmp(text, what, strlen(what)) == 0)
			return true;
	}
	return false;
}

/* True for a value that points out of the file or could run. */
static bool is_dangerous(const char *name, const char *value)
{
	if (strncasecmp(name, "on", 2) == 0 || strcmp(name, "style") == 0)
		return true;
	if (holds(value, "javascript:") || holds(value, "data:"))
		return true;
	if (strcmp(name, "href") == 0)
		return value[0] != '#';
	return holds(value, "url(") && strncmp(value, "url(#", 5) != 0;
}

/* The first node in document order that does not belong in a plain drawing, or NULL. */
static const char *intruder(const xmlNode *node)
{
	for (; node != NULL; node = node->next) {
		if (node->type == XML_ENTITY_REF_NODE || node->type == XML_PI_NODE ||
			(node->type == XML_ELEMENT_NODE && !is_allowed(node)))
			return keep_format("<%s>", (const char *)node->name);
		if (node->type != XML_ELEMENT_NODE)
			continue;
		for (xmlAttr *attribute = node->properties; attribute != NULL;
			attribute = attribute->next) {
			xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
			bool dangerous = is_dangerous((const char *)attribute->name,
				value == NULL ? "" : (const char *)value);

			xmlFree(value);
			if (dangerous)
				return keep_format("<%s %s>", (const char *)node->name,
					(const char *)attribute->name);
		}
		const char *within = intruder(node->children);

		if (within != NULL)
			return within;
	}
	return NULL;
}

static void set(xmlNode *element, const char *name, const char *value)
{
	xmlSetProp(element, (const xmlChar *)name, (const xmlChar *)value);
}

/* The attribute's value with `prefix` before the id it bears or refers to, or NULL if none. */
static const char *prefixed(const char *name, const char *value, const char *prefix)
{
	if (strcmp(name, "id") == 0)
		return keep_format("%s-%s", prefix, value);
	if (strcmp(name, "href") == 0)
		return keep_format("#%s-%s", prefix, value + 1);
	if (strncmp(value, "url(#", 5) == 0)
		return keep_format("url(#%s-%s", prefix, value + 5);
	return NULL;
}

static void finish_attributes(xmlNode *element, const char *prefix)
{
	for (xmlAttr *attribute = element->properties; attribute != NULL;
		attribute = attribute->next) {
		xmlChar *value = xmlNodeListGetString(element->doc, attribute->children, 1);
		const char *changed = value == NULL
			? NULL
			: prefixed((const char *)attribute->name, (const char *)value, prefix);

		if (changed != NULL)
			xmlNodeSetContent((xmlNode *)attribute, (const xmlChar *)changed);
		xmlFree(value);
	}
	xmlChar *family = xmlGetNoNsProp(element, (const xmlChar *)"font-family");

	if (family != NULL) {
		if (holds((const char *)family, ":Bold"))
			set(element, "font-weight", "bold");
		set(element, "font-family", FAMILY);
	}
	xmlFree(family);
}

static void drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

/* Drops comments, titles and descriptions of gnuplot's own; prefixes ids; sets fonts. */
static void finish_nodes(xmlNode *node, const char *prefix)
{
	while (node != NULL) {
		xmlNode *next = node->next;

		if (node->type == XML_COMMENT_NODE || is_named(node, "title") ||
			is_named(node, "desc")) {
			drop(node);
		} else if (node->type == XML_ELEMENT_NODE) {
			finish_attributes(node, prefix);
			finish_nodes(node->children, prefix);
		}
		node = next;
	}
}

static xmlNode *described(xmlNode *root, const char *name, const char *text, const char *id)
{
	xmlNode *element = xmlNewDocNode(root->doc, root->ns, (const xmlChar *)name, NULL);

	xmlAddChild(element, xmlNewText((const xmlChar *)text));
	set(element, "id", id);
	return element;
}

static void finish_root(
	xmlNode *root, const char *title, const char *alt, const char *prefix, enum language spoken)
{
	const char *title_id = keep_format("%s-title", prefix),
		   *alt_id = keep_format("%s-desc", prefix);
	xmlNode *first = root->children;
	xmlNode *heading = described(root, "title", title, title_id);

	if (first == NULL)
		xmlAddChild(root, heading);
	else
		xmlAddPrevSibling(first, heading);
	xmlAddNextSibling(heading, described(root, "desc", alt, alt_id));
	xmlUnsetProp(root, (const xmlChar *)"width");
	xmlUnsetProp(root, (const xmlChar *)"height");
	set(root, "lang", spoken == ENGLISH ? "en" : "id");
	set(root, "role", "img");
	set(root, "aria-labelledby", keep_format("%s %s", title_id, alt_id));
}

static bool write_document(xmlDoc *document, const char *path, struct chart_reason *reason)
{
	xmlChar *text = NULL;
	int length = 0;

	xmlDocDumpMemoryEnc(document, &text, &length, "UTF-8");
	FILE *file = text == NULL ? NULL : fopen(path, "wb");
	bool written = file != NULL && fwrite(text, 1, (size_t)length, file) == (size_t)length;

	if (file != NULL && fclose(file) != 0)
		written = false;
	xmlFree(text);
	return written ||
		chart_fail(reason, SAY("%s cannot be written", "%s tidak dapat ditulis"), path);
}

static bool finish_document(xmlDoc *document, const char *title, const char *alt,
	const char *prefix, enum language spoken, struct chart_reason *reason)
{
	xmlNode *root = xmlDocGetRootElement(document);
	const char *found =
		document->intSubset != NULL ? "<!DOCTYPE>" : intruder(document->children);

	if (root == NULL || !is_named(root, "svg"))
		found = "<?>";
	if (found != NULL)
		return chart_fail(reason,
			SAY("the drawing holds %s, which does not belong there",
				"gambar memuat %s yang tidak boleh ada di situ"),
			found);
	xmlUnsetProp(root, (const xmlChar *)"id");
	finish_nodes(document->children, prefix);
	finish_root(root, title, alt, prefix, spoken);
	return true;
}

/* libxml2 goes on without memory, and leaves out what there was no room for: so it never learns of it. */
static void *sure(void *memory)
{
	if (memory == NULL)
		broken(NULL, SAY("out of memory", "memori habis"));
	return memory;
}

static void *sure_malloc(size_t size)
{
	return sure(malloc(size));
}

static void *sure_realloc(void *memory, size_t size)
{
	return sure(realloc(memory, size));
}

static char *sure_copy(const char *text)
{
	return sure(strdup(text));
}

bool chart_finish_svg(const char *path, const char *title, const char *alt, const char *prefix,
	enum language spoken, struct chart_reason *reason)
{
	xmlDoc *document;

	xmlMemSetup(free, sure_malloc, sure_realloc, sure_copy);
	document =
		xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (document == NULL)
		return chart_fail(
			reason, SAY("%s is not well-formed XML", "%s bukan XML yang benar"), path);
	bool done = finish_document(document, title, alt, prefix, spoken, reason) &&
		write_document(document, path, reason);

	xmlFreeDoc(document);
	return done;
}
