/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as they stand in sentences, in either language. */
#ifndef RESULT_TOLD_H
#define RESULT_TOLD_H

#include "study/study.h"

/* "-1234.5" as 1.234,5 in Indonesian and 1,234.5 in English, with a true minus. What stands behind
 * the digits ("e-07") is left as it is. */
struct text number_marked(const char *plain);

/* Whether a unit stands before its number: Rp471, and not 471 Rp. */
bool unit_is_currency(const char *unit);

/* About how large a change of an indicator is, from 0 up: two significant digits and the unit; of a
 * share percentage points, of a scale (its unit is as 1-5) points. */
struct text change_told(const struct indicator *indicator, double change);

#endif
