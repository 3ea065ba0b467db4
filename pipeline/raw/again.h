/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows whose respondent has one before them in the same round. */
#ifndef RAW_AGAIN_H
#define RAW_AGAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Notes such a row, whose number is above those noted before, and the one before it. */
void again_add(uint32_t row, uint32_t previous);

/* How many there are, and number `which` of them. */
size_t again_count(void);
uint32_t again_row(size_t which);

/* The row before such a row; false where none was noted. */
bool again_before(uint32_t row, uint32_t *previous);

#endif
