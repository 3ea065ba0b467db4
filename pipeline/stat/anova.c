/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One-way analysis of variance and intraclass correlation without cancellation. */
#include "stat/moments.h"

#include <math.h>
#include <stdbool.h>

#include "stat/compensated.h"
#include "stat/distribution.h"

/* What all groups add up to; sum_g S_g^2 / n_g is kept as an integer and a sum of fractions. */
struct totals {
	size_t groups;
	struct exact n;
	struct exact sum;
	struct exact n_squares;
	struct exact whole;
	struct compensated fractions;
};

static bool add_group(struct totals *totals, const struct anova_group *group)
{
	struct exact n = exact_from_int64(group->n);
	struct exact square;
	uint32_t remainder;

	if (group->n > UINT32_MAX || exact_multiply(group->sum, group->sum, &square) != STAT_OK)
		return false;
	exact_divide(square, (uint32_t)group->n, &square, &remainder);
	compensated_add(&totals->fractions, (double)remainder / (double)group->n);
	exact_multiply(n, n, &n);
	totals->groups++;
	return exact_add(totals->whole, square, &totals->whole) == STAT_OK &&
		exact_add(totals->sum, group->sum, &totals->sum) == STAT_OK &&
		exact_add(totals->n_squares, n, &totals->n_squares) == STAT_OK &&
		exact_add(totals->n, exact_from_int64(group->n), &totals->n) == STAT_OK;
}

/* The whole numbers are subtracted exactly before a fraction is looked at. */
static double within_squares(const struct totals *totals, struct exact sum_squares)
{
	struct exact whole;
	double within;

	if (exact_subtract(sum_squares, totals->whole, &whole) != STAT_OK)
		return (double)NAN;
	within = exact_to_double(whole) - compensated_total(&totals->fractions);
	/* integers that differ inside a group give at least 1/2; less is rounding */
	return within < 0.25 && within > -0.25 ? 0 : within;
}

/* sum_g (N S_g - n_g S)^2 / n_g / N^2: every term is positive. */
static double between_squares(
	const struct totals *totals, const struct anova_group *groups, size_t count)
{
	struct compensated sum = { 0, 0 };
	double n = exact_to_double(totals->n);

	for (size_t i = 0; i < count; i++) {
		struct exact own;
		struct exact share;
		double distance;

		if (groups[i].n == 0)
			continue;
		if (exact_multiply(groups[i].sum, totals->n, &own) != STAT_OK)
			return (double)NAN;
		if (exact_multiply_int64(totals->sum, groups[i].n, &share) != STAT_OK)
			return (double)NAN;
		if (exact_subtract(own, share, &own) != STAT_OK)
			return (double)NAN;
		distance = exact_to_double(own) / n;
		compensated_add(&sum, distance * distance / (double)groups[i].n);
	}
	return compensated_total(&sum);
}

static void fill_anova(struct anova *result, double between, double within, double n0_numerator)
{
	double spread;

	result->between_ms = between / result->df_between;
	result->within_ms = within / result->df_within;
	result->mean_size = n0_numerator / result->df_between;
	spread = result->between_ms + (result->mean_size - 1) * result->within_ms;
	if (spread > 0)
		result->icc = (result->between_ms - result->within_ms) / spread;
	if (!(result->within_ms > 0)) {
		result->status = STAT_ZERO_VAR;
		return;
	}
	result->f = result->between_ms / result->within_ms;
	result->p_value = f_p_value(result->f, result->df_between, result->df_within);
	result->status = STAT_OK;
}

struct anova anova_from_sums(
	const struct anova_group *groups, size_t count, struct exact sum_squares, int64_t scale)
{
	const double nan = (double)NAN;
	struct anova result = { 0, 0, nan, nan, nan, nan, nan, nan, nan, nan, STAT_BAD_INPUT };
	struct totals totals = { .groups = 0 };
	double between;
	double within;

	for (size_t i = 0; i < count; i++) {
		if (groups[i].n < 0)
			return result;
		if (groups[i].n > 0 && !add_group(&totals, &groups[i])) {
			result.status = STAT_OVERFLOW;
			return result;
		}
	}
	result.groups = totals.groups;
	result.n = exact_to_double(totals.n);
	result.df_between = (double)totals.groups - 1;
	result.df_within = result.n - (double)totals.groups;
	result.status = STAT_TOO_FEW;
	if (totals.groups < 2 || !(result.df_within > 0))
		return result;
	within = within_squares(&totals, sum_squares);
	between = between_squares(&totals, groups, count);
	result.status = within < 0 || scale < 1 ? STAT_BAD_INPUT : STAT_OVERFLOW;
	if (within >= 0 && !isnan(between) && scale >= 1) {
		double unit = (double)scale * (double)scale;

		fill_anova(&result, between / unit, within / unit,
			result.n - exact_to_double(totals.n_squares) / result.n);
	}
	return result;
}
