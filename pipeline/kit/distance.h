/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much two texts differ. */
#ifndef KIT_DISTANCE_H
#define KIT_DISTANCE_H

#include <stddef.h>

/* How many letters must be put in, left out or changed to turn one into the other (Levenshtein
 * 1966), counted in bytes; texts beyond 120 bytes are cut. */
size_t text_distance(const char *left, const char *right);

#endif
