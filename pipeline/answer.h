/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the driver answers on stdout. */
#ifndef ANSWER_H
#define ANSWER_H

#include "kit/kit.h"

/* Adds to the answer, as printf() does. It is written out by answer_out(), or, as far as may be, when
 * the program ends. */
void answer(const char *format, ...) PRINTS(1, 2);

/* Writes out what was answered so far, and goes on where a signal interrupts it (stdio would lose the
 * rest); ends with 3 where it cannot be written. */
void answer_out(void);

#endif
