/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wording of charts: sentence patterns of plots/texts.csv, filled in. */
#ifndef DRAWING_TEXTS_H
#define DRAWING_TEXTS_H

#include "kit/kit.h"

/* What {name} in a pattern becomes. An array of them ends with a NULL name. */
struct filling {
	const char *name;
	struct text value;
};

/* Where texts.csv is; texts_options (drawing/opening.h) sets it. */
extern const char *texts_file;

/* The pattern of a key with its names filled in; `fillings` may be NULL. A key that texts.csv lacks
 * ends the program (3): the installation is broken. */
struct text texts_fill(const char *key, const struct filling *fillings);

/* A pattern without names. */
struct text texts_plain(const char *key);

/* Both languages the same. */
struct text text_same(const char *text);

/* Texts one behind the other, with `between` unless one is empty. */
struct text text_join(struct text first, const char *between, struct text second);

/* Takes the sign, + or a true minus, off a number as text. */
struct text text_sign(struct text *number);

/* The same with a capital first letter (a to z). */
struct text text_capital(struct text text);

/* A text up to its first full stop that is followed by a blank, the stop included; without it. */
struct text text_first_sentence(struct text text);
struct text text_without_stop(struct text text);

/* "a, b, and c"; beyond `most` of them "and 2 more". */
struct text text_list(const struct text *list, size_t count, size_t most);

#endif
