/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a page, read and checked. */
#ifndef HTML_PARTS_H
#define HTML_PARTS_H

#include "kit/kit.h"

enum html_part_kind {
	HTML_TITLE,
	HTML_LEAD,
	HTML_NOTICE,
	HTML_LABEL,
	HTML_SECTION,
	HTML_SUBSECTION,
	HTML_TEXT,
	HTML_ITEM,
	HTML_CHART,
	HTML_TABLE,
	HTML_COLUMNS,
	HTML_ROW,
	HTML_HEAD,
	HTML_CELL,
	HTML_COUNT
};

/* A row of the table of parts (html.h); "" where blank. */
struct html_part {
	enum html_part_kind kind;
	const char *class, *anchor, *source;
	struct text text;
};

/* Adds the parts of a file to a list. Refuses an unknown part, and classes and anchors of anything but
 * letters, digits, _ and -. */
struct html_part *html_parts(
	const char *file, struct html_part *parts, size_t *capacity, size_t *count);

/* Whether a part goes on with the list or table before it. */
bool html_goes_on(enum html_part_kind kind, bool list, bool table);

#endif
