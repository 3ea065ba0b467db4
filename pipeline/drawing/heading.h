/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of a chart: the study's own title where it has one, and the computed one in any case. */
#ifndef DRAWING_HEADING_H
#define DRAWING_HEADING_H

#include "kit/kit.h"

/* Writes the study's notice and the title of a chart (a name as in charts.csv) over at most two lines:
 * the computed one, or the study's own with the computed one below it, so that no title hides a
 * result. */
void heading_put(const char *chart, struct text computed);

/* The same of a computed title that has two lines of its own. */
void heading_put_lines(const char *chart, struct text first, struct text second);

/* Writes the two lines below the title, the second of which may be empty; each is cut to its width. */
void heading_put_sub(struct text first, struct text second);

/* An alternative text, and behind it how many it leaves out; nothing for 0. */
struct text heading_alt_more(struct text alt, size_t left);

/* Writes `alt`; where the study has a title of its own, the computed one stands in front. */
void heading_put_alt(struct text alt);

#endif
