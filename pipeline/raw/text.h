/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that people typed: blanks, capitals and near misses. */
#ifndef RAW_TEXT_H
#define RAW_TEXT_H

#include "kit/kit.h"

/* Room for a text that is rewritten for every value. */
struct scratch {
	char *text;
	size_t capacity;
};

/* A copy of `text` in the scratch, ended by NUL; it lives until the scratch is used again. */
struct value scratch_copy(struct scratch *scratch, const char *text, size_t length);

/* The value without blanks, tabs, line ends and no-break spaces around it; not ended by NUL. */
struct value text_trimmed(struct value value);

/* The value as it is compared: trimmed, each run of blanks one space, capitals small (ASCII and
 * Latin letters up to U+00DE), curly apostrophes straight. */
struct value text_folded(struct scratch *scratch, struct value value);

/* The same without touching capitals. */
struct value text_spaced(struct scratch *scratch, struct value value);

/* The nearest of `count` texts (numbers into `names`), the first of equals, capitals and blanks apart;
 * NULL if none is alike: more than a third of the letters of the longer one differ. */
const char *text_nearest(const char *text, const struct names *names);

#endif
