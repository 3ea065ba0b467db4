/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step-down and step-up adjustment over the ordered p-values of a family. */
#include "stat/adjust.h"

#include <math.h>
#include <stdlib.h>

static int compare_ranks(const void *left, const void *right)
{
	const struct adjust_rank *a = left;
	const struct adjust_rank *b = right;

	if (a->p < b->p)
		return -1;
	if (a->p > b->p)
		return 1;
	return (a->index > b->index) - (a->index < b->index);
}

/* Fills rank with the tested hypotheses by ascending p and returns their number. */
static size_t order(const double *p, size_t count, struct adjust_rank *rank)
{
	size_t m = 0;

	for (size_t i = 0; i < count; i++)
		if (!isnan(p[i]))
			rank[m++] = (struct adjust_rank){ p[i], i };
	if (m > 0)
		qsort(rank, m, sizeof *rank, compare_ranks);
	return m;
}

static void clear(double *adjusted, size_t count)
{
	for (size_t i = 0; i < count; i++)
		adjusted[i] = (double)NAN;
}

size_t adjust_holm(const double *p, size_t count, double *adjusted, struct adjust_rank *rank)
{
	size_t m = order(p, count, rank);
	double highest = 0;

	clear(adjusted, count);
	for (size_t i = 0; i < m; i++) {
		highest = fmax(highest, fmin(1, (double)(m - i) * rank[i].p));
		adjusted[rank[i].index] = highest;
	}
	return m;
}

size_t adjust_bh(const double *p, size_t count, double *adjusted, struct adjust_rank *rank)
{
	size_t m = order(p, count, rank);
	double lowest = 1;

	clear(adjusted, count);
	for (size_t i = m; i-- > 0;) {
		lowest = fmin(lowest, (double)m / (double)(i + 1) * rank[i].p);
		adjusted[rank[i].index] = lowest;
	}
	return m;
}

size_t adjust_bonferroni(const double *p, size_t count, double *adjusted)
{
	size_t m = 0;

	for (size_t i = 0; i < count; i++)
		if (!isnan(p[i]))
			m++;
	for (size_t i = 0; i < count; i++)
		adjusted[i] = isnan(p[i]) ? (double)NAN : fmin(1, (double)m * p[i]);
	return m;
}

double adjust_bonferroni_level(double confidence, size_t m)
{
	if (!(confidence > 0 && confidence < 1) || m == 0)
		return (double)NAN;
	return 1 - (1 - confidence) / (double)m;
}

double adjust_fcr_level(double confidence, size_t selected, size_t m)
{
	if (!(confidence > 0 && confidence < 1) || selected == 0 || selected > m)
		return (double)NAN;
	return 1 - (1 - confidence) * (double)selected / (double)m;
}
