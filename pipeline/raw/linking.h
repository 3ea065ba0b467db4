/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do the rounds of a panel hold the same people? */
#ifndef RAW_LINKING_H
#define RAW_LINKING_H

#include "kit/kit.h"

/* Are some ids dates (2021-03-01), and most of them not? */
bool linking_dates_odd(const struct names *respondents);

/* After rows_settle(), in a panel: looks how many respondents of each later round stand in an
 * earlier one. Fewer than 1 in 10: refuses (exit 1), with an id of either side; fewer than half:
 * warns. Rounds of fewer than 3 respondents are let be. */
void linking_settle(void);

#endif
