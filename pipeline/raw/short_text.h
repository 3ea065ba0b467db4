/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short texts of digits, as numbers and dates are, in four bits a character. */
#ifndef RAW_SHORT_TEXT_H
#define RAW_SHORT_TEXT_H

#include "kit/kit.h"

enum { SHORT_TEXT = 15 }; /* characters at most: 60 bits */

/* The characters (- . / 0 to 9 : ;) as an integer of four bits each, the first one in the highest;
 * none of them is 0. False for a text of others, or a longer one. */
bool text_shorten(struct value value, uint64_t *characters);

/* The text again, in `text`; it is not ended by NUL. */
struct value text_lengthen(uint64_t characters, char text[SHORT_TEXT]);

#endif
