/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is held back, by how much, and by what. */
#include "stat/counting.h"

#include <math.h>

int64_t counting_censored(int64_t lacking, int64_t k)
{
	return lacking >= k ? lacking : 0;
}

double counting_achievement(int64_t lacking, int64_t total, int64_t k)
{
	return 100 * (double)(total - counting_censored(lacking, k)) / (double)total;
}

void counting_contributions(
	const double *headcounts, const int64_t *weights, size_t members, double *parts)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < members; i++)
		sum += (double)weights[i] * headcounts[i];
	for (i = 0; i < members; i++)
		parts[i] = sum > 0 ? (double)weights[i] * headcounts[i] / sum : (double)NAN;
}
