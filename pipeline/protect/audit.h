/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of the published cells can work out of the others. */
#ifndef PROTECT_AUDIT_H
#define PROTECT_AUDIT_H

#include "protect/sheet.h"

#define NO_CELL SIZE_MAX

/* Sets low and high of every cell: the sizes that a hidden one can have, by taking the bounds of
 * each line's cells from those of the others until none gets narrower. A hidden cell that is not
 * empty holds one person at least (empty ones are published as such) and `most` at most. */
void audit_sizes(struct sheet *sheet);

/* The first guarded cell that is not safe, or NO_CELL: one that the lines determine (then its sum
 * and all else that adds up is known too), or a withheld one whose size is known to be below
 * rule->possible or has fewer possible values than that. Calls audit_sizes(). */
size_t audit(struct sheet *sheet, const struct rule *rule);

#endif
