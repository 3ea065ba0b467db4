/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters of UTF-8. */
#ifndef KIT_UTF8_H
#define KIT_UTF8_H

#include <stddef.h>

/* Length of the UTF-8 character at `text`, of which `room` bytes are there, or 0 if it is none: bytes
 * that stand alone, overlong forms, surrogates, numbers above U+10FFFF (Unicode 15, table 3-7). For
 * characters of two bytes and more. */
size_t utf8_length(const unsigned char *text, size_t room);

#endif
