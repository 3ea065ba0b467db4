/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells why one step would run, and what follows from it. */
#ifndef WHY_H
#define WHY_H

#include "turn.h"

/* On stdout: whether the step would run and why; the steps before it that would; all that its table
 * depends on, what changed first; the steps behind it with what they publish. */
void show_why(struct run *run, size_t step);

#endif
