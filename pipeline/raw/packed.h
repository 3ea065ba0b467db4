/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of many rows in little memory: codes of as few bits as the neighbouring rows allow. */
#ifndef RAW_PACKED_H
#define RAW_PACKED_H

#include "kit/kit.h"

struct packing;

/* For rows of so many columns; the dictionaries of the first `named` of them never fill up: equal
 * texts there come back as the same pointer, ended by NUL. */
struct packing *packing_new(size_t columns, size_t named);

/* Adds a row; its number, from 0 on. */
size_t packing_add(struct packing *packing, const struct value *values);

/* Takes a row apart again into `values`, which live until the next call; texts from outside a
 * dictionary are not ended by NUL. Quick for one row after another. */
void packing_get(struct packing *packing, size_t row, struct value *values);

/* The number of the text in one of the first `named` columns, which equal texts share, from 1 on in
 * the order met; 0 where it is missing. */
uint32_t packing_number(struct packing *packing, size_t row, size_t column);

/* Whether two rows hold the same values. */
bool packing_equal(struct packing *packing, size_t left, size_t right);

#endif
