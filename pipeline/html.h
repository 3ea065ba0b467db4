/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages: tables of parts become one HTML file a language, whole in itself: no script, nothing
 * fetched, drawings inside. The template says how it looks; the parts say what stands there.
 *
 * Parts table: part,class,anchor,text_id,text_en,source
 *
 *   title, lead      the page's heading, and the sentence below it
 *   notice           a strip above everything ("synthetic data")
 *   label            a word of the page itself; anchor: contents, language, top
 *   section          heading of the first order; anchor (a-z, 0-9, -): its place in the contents
 *   subsection       heading of the second order
 *   text             a paragraph
 *   item             of a list; items one after the other are one list
 *   chart            a figure; anchor: the chart's step; text: its heading. Left out where the study
 *                    has no such chart
 *   table            a table begins; text: its caption
 *   columns, row     a row of it begins: of headings, or of cells. Rows may have a class
 *   head, cell       a cell; a head in a row is the row's heading
 *
 * `class` is one of those that the template knows, as up, down, unclear, number, question. `source`
 * says where a part's numbers stand: TABLE:ROW of a published table, several separated by blanks.
 * A half of a text that is blank is given in the other language.
 */
#ifndef HTML_H
#define HTML_H

#include "render.h"

/* Writes the page's files. Its inputs are tables of parts, one section behind the other, and charts
 * (NAME.id.svg, NAME.en.svg). A part, class or anchor that cannot be is refused. */
void html_make(const struct rendering *rendering);

#endif
