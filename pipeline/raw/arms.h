/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arms that the rows are of, and whether one looks like a slip. */
#ifndef RAW_ARMS_H
#define RAW_ARMS_H

#include "kit/kit.h"

/* A row of this arm and village stays; equal texts have equal numbers. Texts are copied where they are
 * new. `at` is where the row stands. */
void arms_note(uint32_t number, struct value arm, uint32_t cluster_number, struct value cluster,
	const struct place *at);

/* Warns of each arm that the list `arm` of choices.csv lacks, and of each that is of a single
 * village while another has several. */
void arms_warn(void);

#endif
