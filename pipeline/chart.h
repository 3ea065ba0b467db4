/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts: a table of parts is split into plot-safe files, drawn by a fixed gnuplot template, finished. */
#ifndef CHART_H
#define CHART_H

#include "kit/kit.h"

enum chart_format { CHART_SVG, CHART_PNG, CHART_PDF };

enum { CHART_REASON = 1200, CHART_FIELD = 1000 };

/* Why a chart could not be made, in the language of messages. */
struct chart_reason {
	char text[CHART_REASON];
};

/* Writes the reason; always false, so that a failing function returns it. */
bool chart_fail(struct chart_reason *reason, const char *format, ...) PRINTS(2, 3);

/* The one place that decides what gnuplot may see of a text. Writes `text` as UTF-8 into `safe`
 * (room for 4 * CHART_FIELD + 1 bytes) and returns its length: at most CHART_FIELD characters;
 * bytes that are not UTF-8 become U+FFFD; tab and line breaks a space; other control characters, line
 * separators, bidirectional controls and byte order marks are dropped; " \ and a first # become
 * their look-alikes U+201D, U+FF3C, U+FF03, and > behind ]] U+FF1E; a text reading NA becomes a
 * dash. Nothing left is written as NA: missing. */
size_t chart_safe_text(const char *text, size_t length, char *safe);

/* Splits the table `csv` by its first column `part` into `folder`/PART.tsv: tab-separated, the
 * header and all other columns in each, missing as NA. meta, ticks and rows are always written,
 * with the header alone if no row is theirs. Parts are named [a-z_], at most 16 of them. Ends the
 * program by refuse() or broken() as all reading does; call it in a process of its own. */
void chart_split(const char *csv, const char *folder);

/* The text of `key` in the part `meta` of a split folder, in `spoken`; its kept copy, or NULL. */
const char *chart_meta(const char *folder, const char *key, enum language spoken);

/* Draws with the gnuplot template at path `drawing` (theme.gp lies beside it) from the parts in
 * `folder`, into the file `image`. gnuplot runs without a shell or settings of the user, in
 * `folder`, for a minute at most. Anything said on stderr, a bad status and an image that is not
 * whole are failures: false, with the reason. */
bool chart_draw(const char *drawing, const char *folder, enum language spoken,
	enum chart_format format, const char *image, struct chart_reason *reason);

/* Makes the SVG file at `path`, drawn by gnuplot, fit for a page: title and description for screen
 * readers, `prefix` before every id and reference so that several charts share a page, bold type as
 * a weight. False, the file untouched, if it holds anything but plain drawing (a script, an event, a
 * reference to the outside) or is not XML. The same input gives the same bytes. */
bool chart_finish_svg(const char *path, const char *title, const char *alt, const char *prefix,
	enum language spoken, struct chart_reason *reason);

/* A chart to make. */
struct chart {
	const char *drawing; /* path of the template */
	const char *table;   /* path of the table of parts */
	const char *folder;  /* an empty, private folder to work in, left filled */
	const char *stem;    /* images are written to STEM.LANGUAGE.FORMAT: id, en; svg, png, pdf */
	const char *name;    /* [A-Za-z0-9_-], prefix of the ids in the SVG */
};

/* Makes all images of a chart: split, draw, finish. Returns 0 or an exit status after saying why on
 * stderr; made to be the work of a process of its own (it keeps memory and may end the program). */
int chart_make(const struct chart *chart);

#endif
