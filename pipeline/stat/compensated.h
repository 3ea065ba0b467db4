/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Neumaier's compensated summation, for sums of doubles that have no exact integer form. */
#ifndef STAT_COMPENSATED_H
#define STAT_COMPENSATED_H

#include <math.h>

/* {0, 0} is an empty sum. The total is the running sum plus the low-order parts lost on the way. */
struct compensated {
	double sum;
	double lost;
};

static inline void compensated_add(struct compensated *total, double term)
{
	double next = total->sum + term;

	if (fabs(total->sum) >= fabs(term))
		total->lost += (total->sum - next) + term;
	else
		total->lost += (term - next) + total->sum;
	total->sum = next;
}

static inline double compensated_total(const struct compensated *total)
{
	return total->sum + total->lost;
}

#endif
