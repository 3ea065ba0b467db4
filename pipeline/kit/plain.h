/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain bytes, eight at a time: most of what a table consists of needs no closer look. */
#ifndef KIT_PLAIN_H
#define KIT_PLAIN_H

#include "kit/kit.h"

/* Whether a text holds nothing but ASCII without control characters and quotation marks. Of less than
 * eight bytes only the empty one is said to be. */
bool plain_text(const char *text, size_t length);

/* How many bytes from the start are ASCII and not NUL; up to seven of them may not be counted. */
size_t plain_start(const char *text, size_t length);

/* Whether a line holds no quotation mark and no line end but its own. */
bool plain_line(const char *line, size_t length);

/* Splits a plain line, its line end left out, at each delimiter, in place: delimiters and the byte
 * behind the line become NUL. `fields` has room for length + 1; returns how many there are. */
size_t plain_split(char *line, size_t length, char delimiter, struct value *fields);

#endif
