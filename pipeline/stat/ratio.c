/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fieller's interval as the roots of a quadratic. */
#include "stat/ratio.h"

#include <math.h>
#include <stdbool.h>

#include "stat/distribution.h"

static struct ratio refuse_ratio(double ratio, enum stat_status status)
{
	return (struct ratio){ ratio, (double)NAN, (double)NAN, status };
}

static bool is_sound(const struct ratio_parts *parts, double confidence)
{
	return isfinite(parts->numerator) && isfinite(parts->denominator) &&
		isfinite(parts->covariance) && isfinite(parts->var_numerator) &&
		isfinite(parts->var_denominator) && parts->var_numerator >= 0 &&
		parts->var_denominator >= 0 && parts->df > 0 && confidence > 0 && confidence < 1;
}

static double reach_of(double df, double confidence)
{
	double p = (1 + confidence) / 2;

	return isinf(df) ? normal_quantile(p) : t_quantile(p, df);
}

struct ratio ratio_fieller(const struct ratio_parts *parts, double confidence)
{
	double t, a, b, c, root;

	if (!is_sound(parts, confidence))
		return refuse_ratio((double)NAN, STAT_BAD_INPUT);
	t = reach_of(parts->df, confidence);
	a = parts->denominator * parts->denominator - t * t * parts->var_denominator;
	b = parts->numerator * parts->denominator - t * t * parts->covariance;
	c = parts->numerator * parts->numerator - t * t * parts->var_numerator;
	if (!(a > 0))
		return refuse_ratio((double)NAN, STAT_UNBOUNDED);
	if (parts->var_numerator <= 0 && parts->var_denominator <= 0)
		return refuse_ratio(parts->numerator / parts->denominator, STAT_ZERO_VAR);
	root = sqrt(fmax(b * b - a * c, 0));
	return (struct ratio){ parts->numerator / parts->denominator, (b - root) / a,
		(b + root) / a, STAT_OK };
}
