/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide texts are, and where they go over lines; widths are those of plots/README.md. */
#ifndef DRAWING_LINES_H
#define DRAWING_LINES_H

#include "kit/kit.h"

/* The first of two lines of at most `width`, and the second, which is cut with an ellipsis. */
struct lines {
	const char *first, *second;
};
struct lines text_wrap(const char *text, double width);

/* The same broken where both lines are about equally long, or a clause ends: no single word is left
 * for the second. */
struct lines text_balance(const char *text, double width);

/* How wide a text is in the language in which it is wider. */
double text_width(struct text text);

/* Whether both languages fit on one line. */
bool text_fits(struct text text, double width);

/* A text on one line of at most `width`, cut with an ellipsis. */
struct text text_cut(struct text text, double width);

#endif
