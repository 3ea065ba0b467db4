/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes into a page: text that stays text, sources, and the template around them. */
#ifndef HTML_TEXT_H
#define HTML_TEXT_H

#include <stdio.h>

/* Writes a text so that a browser shows it as it is: & < > " ' as references; control characters,
 * and those that turn the direction of writing, left out; line breaks as blanks. */
void html_text(FILE *file, const char *text);

/* Writes small links to the tables behind a part: "comparisons:12 verdicts:3" (html.h). What is no
 * TABLE:ROW is left out. */
void html_sources(FILE *file, const char *sources);

/* A whole file as one text; ends with 3 where it cannot be read. */
const char *html_file(const char *path);

/* Writes the template, calling `put` for each {{name}} in it. */
void html_template(
	FILE *file, const char *path, void (*put)(void *context, const char *name), void *context);

#endif
