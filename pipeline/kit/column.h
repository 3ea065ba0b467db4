/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table being read. */
#ifndef KIT_COLUMN_H
#define KIT_COLUMN_H

#include "kit/kit.h"

/* A header that names a column twice is `refused`, or else a fault. */
void columns_check(const struct reader *reader, bool refused);

#endif
