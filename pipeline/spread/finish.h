/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a contrast becomes a statistic: what stands, and what must be said of villages and weights. */
#ifndef SPREAD_FINISH_H
#define SPREAD_FINISH_H

#include "spread/statistic.h"

/* A statistic without numbers. */
struct statistic statistic_none(const char *method);

/* Takes numbers and status over: the estimate stands with ok and ZERO_VAR, all else with ok. Notes
 * few degrees of freedom, and weights with few villages. */
void statistic_take(
	struct statistic *result, const struct cell *cell, const struct contrast *contrast);

#endif
