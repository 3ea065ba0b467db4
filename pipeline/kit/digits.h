/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digits of integers. */
#ifndef KIT_DIGITS_H
#define KIT_DIGITS_H

#include <stddef.h>
#include <stdint.h>

/* Writes the digits of an integer so that the last stands before `end`, with zeros in front until there
 * are `least`; where the first stands. There is room for 20 of them, or `least`. */
char *digits_before(char *end, uint64_t integer, size_t least);

#endif
