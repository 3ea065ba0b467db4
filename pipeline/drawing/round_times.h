/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rounds along an axis of time, and which of them have room for their names. */
#ifndef DRAWING_ROUND_TIMES_H
#define DRAWING_ROUND_TIMES_H

#include "drawing/texts.h"

struct round_times {
	size_t count;
	bool dated;                /* else rounds are a year apart */
	const double *years;       /* from the first round on */
	const struct text *labels; /* the year, or month and year; "" where there is no room */
	bool crowded;              /* some have none */
};

/* The rounds of the study on an axis that is `room` letters long. They are dated where each has a date
 * (trend/day.h) after the one before. The first and the last always have a label. */
struct round_times round_times_of(double room);

#endif
