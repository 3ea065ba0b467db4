/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people read them in either language. */
#ifndef DRAWING_DATES_H
#define DRAWING_DATES_H

#include "kit/kit.h"

/* "2021-09-13" as 13 September 2021, "2023-10" as Oktober 2023 and October 2023; any other text as it
 * stands. */
struct text date_shown(const char *iso);

/* "2021-09-13" as Sep 2021, "2023" as 2023; "" for no date. */
struct text date_short(const char *iso);

#endif
