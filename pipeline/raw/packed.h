/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a row as few bytes: a number into a column's dictionary, or the text itself. */
#ifndef RAW_PACKED_H
#define RAW_PACKED_H

#include "kit/kit.h"

struct packing;

struct packing *packing_new(size_t columns);

/* Packs a row; equal rows give equal bytes. Lives until the program ends. */
const unsigned char *packing_pack(
	struct packing *packing, const struct value *values, size_t *length);

/* Takes a row apart again into `values`; inline texts are not ended by NUL. */
void packing_unpack(const struct packing *packing, const unsigned char *row, struct value *values);

#endif
