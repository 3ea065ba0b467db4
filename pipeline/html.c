/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a page: parts from a table, drawings from charts, looks from a template. */
#include "html.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "document.h"
#include "html_drawing.h"
#include "html_parts.h"
#include "html_text.h"

/* What is open in the page being written. */
struct page {
	FILE *file;
	enum language spoken;
	const struct rendering *rendering;
	const struct html_part *parts;
	size_t count;
	bool list, table, head, body, row;
	size_t columns; /* of the table */
	bool spans;     /* the row is the heading of others: its cell is as wide as the table */
};

static const char *const codes[] = { "id", "en" };

static const char *words(const struct page *page, const struct html_part *part)
{
	const char *first = page->spoken == ENGLISH ? part->text.en : part->text.id;

	if (*first != '\0')
		return first;
	return page->spoken == ENGLISH ? part->text.id : part->text.en;
}

static const char *label(const struct page *page, const char *name)
{
	size_t i;

	for (i = 0; i < page->count; i++)
		if (page->parts[i].kind == HTML_LABEL && strcmp(page->parts[i].anchor, name) == 0)
			return words(page, &page->parts[i]);
	return name;
}

/* ---- what ends by itself ---- */

static void end_row_open(struct page *page)
{
	if (page->row)
		fputs("</tr>\n", page->file);
	page->row = false;
}

static void end_blocks(struct page *page)
{
	end_row_open(page);
	if (page->list)
		fputs("</ul>\n", page->file);
	if (page->head)
		fputs("</thead>\n", page->file);
	if (page->body)
		fputs("</tbody>\n", page->file);
	if (page->table)
		fputs("</table></div>\n", page->file);
	page->list = page->table = page->head = page->body = false;
}

/* ---- the parts ---- */

static void put_class(const struct page *page, const struct html_part *part)
{
	if (*part->class != '\0')
		fprintf(page->file, " class=\"%s\"", part->class);
}

/* One element with its words, and where its numbers stand. */
static void put_element(const struct page *page, const char *name, const struct html_part *part)
{
	fprintf(page->file, "<%s", name);
	if (part->kind == HTML_SECTION || part->kind == HTML_SUBSECTION)
		fprintf(page->file, " id=\"%s\"", part->anchor);
	put_class(page, part);
	fputc('>', page->file);
	html_text(page->file, words(page, part));
	html_sources(page->file, part->source);
	fprintf(page->file, "</%s>\n", name);
}

static void put_chart(const struct page *page, const struct html_part *part)
{
	const char *path = document_input(
		page->rendering, keep_format("%s.%s.svg", part->anchor, codes[page->spoken]));
	struct html_drawing drawing;

	if (path == NULL)
		return;
	drawing = html_drawing_read(path);
	fprintf(page->file, "<figure id=\"chart-%s\"%s>\n", part->anchor,
		drawing.pieces > 1 ? " class=\"tall\"" : "");
	if (*words(page, part) != '\0') {
		fputs("<figcaption>", page->file);
		html_text(page->file, words(page, part));
		html_sources(page->file, part->source);
		fputs("</figcaption>\n", page->file);
	}
	fputs("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"", page->file);
	html_text(page->file, *words(page, part) != '\0' ? words(page, part) : part->anchor);
	fputs("\">\n", page->file);
	html_drawing_put(page->file, &drawing, keep_format("drawing-%s", part->anchor));
	fputs("</div>\n</figure>\n", page->file);
}

static void begin_table(struct page *page, const struct html_part *part)
{
	const char *caption = words(page, part);

	fputs("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"", page->file);
	html_text(page->file, caption);
	fputs("\"><table", page->file);
	put_class(page, part);
	fputs("><caption>", page->file);
	html_text(page->file, caption);
	html_sources(page->file, part->source);
	fputs("</caption>\n", page->file);
	page->table = true;
	page->columns = 0;
}

static void begin_row(struct page *page, const struct html_part *part)
{
	bool heading = part->kind == HTML_COLUMNS;

	end_row_open(page);
	if (page->head && !heading) {
		fputs("</thead>\n", page->file);
		page->head = false;
	}
	if (!heading && !page->body)
		fputs("<tbody>\n", page->file);
	if (heading && !page->head)
		fputs("<thead>\n", page->file);
	page->head = heading;
	page->body = page->body || !heading;
	fputs("<tr", page->file);
	put_class(page, part);
	fputs(">\n", page->file);
	page->row = true;
	page->spans = strcmp(part->class, "group") == 0;
}

static void put_cell(struct page *page, const struct html_part *part)
{
	bool heading = part->kind == HTML_HEAD;

	page->columns += page->head;
	fputs(heading ? "<th" : "<td", page->file);
	if (heading)
		fputs(page->head ? " scope=\"col\"" : " scope=\"row\"", page->file);
	if (page->spans)
		fprintf(page->file, " colspan=\"%zu\"", page->columns);
	put_class(page, part);
	fputc('>', page->file);
	html_text(page->file, words(page, part));
	html_sources(page->file, part->source);
	fputs(heading ? "</th>\n" : "</td>\n", page->file);
}

static void put_item(struct page *page, const struct html_part *part)
{
	if (!page->list)
		fputs("<ul>\n", page->file);
	page->list = true;
	put_element(page, "li", part);
}

static void put_part(struct page *page, const struct html_part *part)
{
	static const char *const elements[HTML_COUNT] = {
		[HTML_SECTION] = "h2", [HTML_SUBSECTION] = "h3", [HTML_TEXT] = "p"
	};

	if (!html_goes_on(part->kind, page->list, page->table))
		end_blocks(page);
	switch (part->kind) {
	case HTML_ITEM:
		put_item(page, part);
		break;
	case HTML_CHART:
		put_chart(page, part);
		break;
	case HTML_TABLE:
		begin_table(page, part);
		break;
	case HTML_COLUMNS:
	case HTML_ROW:
		begin_row(page, part);
		break;
	case HTML_HEAD:
	case HTML_CELL:
		put_cell(page, part);
		break;
	default:
		if (elements[part->kind] != NULL)
			put_element(page, elements[part->kind], part);
	}
}

/* ---- what the template asks for ---- */

static void put_contents(const struct page *page)
{
	size_t i;

	fprintf(page->file, "<nav aria-label=\"");
	html_text(page->file, label(page, "contents"));
	fputs("\">\n<ul>\n", page->file);
	for (i = 0; i < page->count; i++) {
		if (page->parts[i].kind != HTML_SECTION)
			continue;
		fprintf(page->file, "<li><a href=\"#%s\">", page->parts[i].anchor);
		html_text(page->file, words(page, &page->parts[i]));
		fputs("</a></li>\n", page->file);
	}
	fprintf(page->file, "<li><a class=\"language\" href=\"%s.%s.html\" hreflang=\"%s\">",
		page->rendering->step->name, codes[page->spoken == INDONESIAN],
		codes[page->spoken == INDONESIAN]);
	html_text(page->file, label(page, "language"));
	fputs("</a></li>\n</ul>\n</nav>\n", page->file);
}

static void put_kind(const struct page *page, enum html_part_kind kind, const char *element)
{
	size_t i;

	for (i = 0; i < page->count; i++) {
		if (page->parts[i].kind != kind)
			continue;
		if (element != NULL)
			put_element(page, element, &page->parts[i]);
		else
			html_text(page->file, words(page, &page->parts[i]));
	}
}

static void put_field(void *context, const char *name)
{
	struct page *page = context;
	size_t i;

	if (strcmp(name, "lang") == 0) {
		fputs(codes[page->spoken], page->file);
	} else if (strcmp(name, "title") == 0) {
		put_kind(page, HTML_TITLE, NULL);
	} else if (strcmp(name, "notice") == 0) {
		put_kind(page, HTML_NOTICE, "aside");
	} else if (strcmp(name, "header") == 0) {
		put_kind(page, HTML_TITLE, "h1");
		put_kind(page, HTML_LEAD, "p");
	} else if (strcmp(name, "contents") == 0) {
		put_contents(page);
	} else if (strcmp(name, "body") == 0) {
		for (i = 0; i < page->count; i++)
			put_part(page, &page->parts[i]);
		end_blocks(page);
	} else {
		html_text(page->file, label(page, name));
	}
}

/* The parts of all tables that the page reads, one behind the other. */
static const struct html_part *all_parts(const struct rendering *rendering, size_t *count)
{
	struct html_part *parts = NULL;
	size_t capacity = 0, i;

	*count = 0;
	for (i = 0; i < rendering->step->input_count; i++) {
		const struct input *input = &rendering->step->inputs[i];
		const struct step *maker = &rendering->plan->steps[input->step];

		if (makes_tables(maker->kind))
			parts = html_parts(
				area_file(rendering->area, maker->products[input->product].file),
				parts, &capacity, count);
	}
	return parts;
}

void html_make(const struct rendering *rendering)
{
	struct page page = { .rendering = rendering };
	int spoken;

	page.parts = all_parts(rendering, &page.count);
	for (spoken = INDONESIAN; spoken <= ENGLISH; spoken++) {
		const char *path =
			partial_file(rendering->area, &rendering->step->products[spoken]);

		page.spoken = (enum language)spoken;
		page.file = fopen(path, "wb");
		if (page.file != NULL)
			html_template(page.file, rendering->step->program, put_field, &page);
		if (page.file == NULL || ferror(page.file) || fclose(page.file) != 0)
			broken(&(struct place){ .file = path }, "%s", error_text(errno));
	}
}
