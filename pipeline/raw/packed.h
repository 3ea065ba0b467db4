/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a row as few bytes: a place in a column's dictionary, a plain number, or the text itself. */
#ifndef RAW_PACKED_H
#define RAW_PACKED_H

#include "kit/kit.h"

struct packing;

/* For rows of so many columns; the dictionaries of the first `named` of them never fill up: equal
 * texts there come back as the same pointer, ended by NUL. */
struct packing *packing_new(size_t columns, size_t named);

/* Packs a row. Lives until the program ends. */
const unsigned char *packing_pack(struct packing *packing, const struct value *values);

/* Takes a row apart again into `values`, which live until the next call; texts from outside a
 * dictionary are not ended by NUL. */
void packing_unpack(const struct packing *packing, const unsigned char *row, struct value *values);

/* The number of the text in one of the first `named` columns, which equal texts share; 0 where it is
 * missing. */
uint32_t packing_number(const unsigned char *row, size_t column);

/* Whether two rows hold the same values. */
bool packing_equal(
	const struct packing *packing, const unsigned char *left, const unsigned char *right);

#endif
