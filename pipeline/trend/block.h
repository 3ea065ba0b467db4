/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator's rounds and people's slopes as rows of a tally, from which contrasts are read. */
#ifndef TREND_BLOCK_H
#define TREND_BLOCK_H

#include "tally/tally.h"
#include "trend/complete.h"

/*
 * Village and total rows for each division, with weights and populations where the study has them:
 *   LEVEL   each round of the course, everybody with a value
 *   CHANGE  from its first round to its last, the complete panel: y is sum_r c_r y_r of a person,
 *           so that a mean times per_year is the mean slope a year. Squares and x are left out.
 * Village rows stand for villages that were visited, also without anybody who counts (n = 0). The
 * scale is that of all sums. Lives until the next call.
 */
const struct tally_block *trend_block(const struct people *people, size_t indicator,
	const struct course *course, const struct complete *complete);

#endif
