/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trimmed means with a value that counts in part at the margin, and what is built of them. */
#include "stat/bounds.h"

#include <math.h>

#include "stat/compensated.h"

double followed_mean(const struct followed_cell *cells, size_t count)
{
	struct compensated total = { 0, 0 };
	struct compensated before = { 0, 0 };

	for (size_t i = 0; i < count; i++) {
		if (!(cells[i].after > 0))
			return (double)NAN;
		compensated_add(&total, cells[i].before * (cells[i].sum / cells[i].after));
		compensated_add(&before, cells[i].before);
	}
	return compensated_total(&total) / compensated_total(&before);
}

double trimmed_mean(const struct bound_value *values, size_t n, double keep, int lowest)
{
	struct compensated weight = { 0, 0 };
	struct compensated sum = { 0, 0 };
	double left;
	double kept;

	for (size_t i = 0; i < n; i++)
		compensated_add(&weight, values[i].weight);
	kept = left = keep * compensated_total(&weight);
	if (n == 0 || !(keep > 0))
		return (double)NAN;
	for (size_t i = 0; i < n && left > 0; i++) {
		const struct bound_value *value = &values[lowest ? i : n - 1 - i];
		double part = fmin(value->weight, left);

		compensated_add(&sum, part * value->value);
		left -= part;
	}
	return compensated_total(&sum) / kept;
}

struct bounds lee_bounds(const struct bound_side *arm, const struct bound_side *comparison)
{
	double a = arm->share;
	double b = comparison->share;
	struct bounds bounds = { (double)NAN, (double)NAN, (double)NAN, STAT_OK };
	double keep_a;
	double keep_b;

	if (arm->n == 0 || comparison->n == 0)
		bounds.status = STAT_TOO_FEW;
	else if (!(a > 0 && a <= 1) || !(b > 0 && b <= 1))
		bounds.status = STAT_BAD_INPUT;
	if (bounds.status != STAT_OK)
		return bounds;
	keep_a = fmin(1, b / a);
	keep_b = fmin(1, a / b);
	bounds.trimmed = 1 - fmin(keep_a, keep_b);
	bounds.low = trimmed_mean(arm->values, arm->n, keep_a, 1) -
		trimmed_mean(comparison->values, comparison->n, keep_b, 0);
	bounds.high = trimmed_mean(arm->values, arm->n, keep_a, 0) -
		trimmed_mean(comparison->values, comparison->n, keep_b, 1);
	return bounds;
}
