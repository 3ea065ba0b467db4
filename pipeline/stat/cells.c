/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contrasts of cell means over one common denominator. */
#include "stat/cells.h"

#include <math.h>

#include "stat/compensated.h"

/* coefficient[k] sum[k] times the sizes of all other cells; false if 256 bits do not suffice. */
static bool over_all_sizes(const double *coefficient, const struct exact *sum,
	const struct exact *size, size_t cells, size_t k, struct exact *term)
{
	if (exact_multiply_int64(sum[k], (int64_t)coefficient[k], term) != STAT_OK)
		return false;
	for (size_t l = 0; l < cells; l++)
		if (l != k && cell_takes_part(coefficient[l]) &&
			exact_multiply(*term, size[l], term) != STAT_OK)
			return false;
	return true;
}

/* sum_k c_k S_k / N_k over the common denominator prod_k N_k; false if a coefficient is not whole
 * or 256 bits do not suffice. */
static bool rounded_once(const double *coefficient, const struct exact *sum,
	const struct exact *size, size_t cells, int64_t scale, double *value)
{
	struct exact numerator = { { 0 } };
	struct exact denominator = exact_from_int64(scale);

	for (size_t k = 0; k < cells; k++) {
		double whole = floor(coefficient[k]);
		struct exact term;

		if (!cell_takes_part(coefficient[k]))
			continue;
		if (fabs(coefficient[k]) > 1e6 || fabs(coefficient[k] - whole) > 0)
			return false;
		if (!over_all_sizes(coefficient, sum, size, cells, k, &term))
			return false;
		if (exact_add(numerator, term, &numerator) != STAT_OK)
			return false;
		if (exact_multiply(denominator, size[k], &denominator) != STAT_OK)
			return false;
	}
	*value = exact_ratio(numerator, denominator);
	return true;
}

double cells_contrast(const double *coefficient, const struct exact *sum, const struct exact *size,
	size_t cells, int64_t scale)
{
	struct compensated total = { 0, 0 };
	double value;

	if (rounded_once(coefficient, sum, size, cells, scale, &value))
		return value;
	for (size_t k = 0; k < cells; k++) {
		struct exact divisor;

		if (!cell_takes_part(coefficient[k]))
			continue;
		if (exact_multiply_int64(size[k], scale, &divisor) != STAT_OK)
			return (double)NAN;
		compensated_add(&total, coefficient[k] * exact_ratio(sum[k], divisor));
	}
	return compensated_total(&total);
}

enum stat_status cells_judge(
	const double *coefficient, const struct cell_reach *reach, size_t cells)
{
	bool lone = false;
	bool all_lone = true;
	bool apart = false;
	size_t first = SIZE_MAX;

	for (size_t k = 0; k < cells; k++)
		if (cell_takes_part(coefficient[k]) && reach[k].n < 2)
			return STAT_TOO_FEW;
	for (size_t k = 0; k < cells; k++) {
		if (!cell_takes_part(coefficient[k]))
			continue;
		if (first == SIZE_MAX)
			first = reach[k].first;
		lone = lone || reach[k].clusters == 1;
		all_lone = all_lone && reach[k].clusters == 1;
		apart = apart || reach[k].first != first;
	}
	if (all_lone && apart)
		return STAT_NOT_IDENTIFIED;
	return lone ? STAT_ONE_CLUSTER : STAT_OK;
}
