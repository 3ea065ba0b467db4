/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From estimate and standard error to test and interval, with the refusals all contrasts share. */
#include "stat/contrast.h"

#include <math.h>

#include "stat/distribution.h"

struct contrast contrast_refuse(double estimate, enum stat_status status)
{
	const double nan = (double)NAN;
	struct contrast refused = { estimate, nan, nan, nan, nan, nan, nan, 0, status };

	return refused;
}

struct contrast contrast_complete(double estimate, double std_error, double df, double confidence)
{
	const double df_rounding = 1e-9;
	struct contrast result = contrast_refuse(estimate, STAT_OK);
	double reach;

	if (!isfinite(estimate) || !(std_error >= 0) || isinf(std_error))
		return contrast_refuse(estimate, STAT_BAD_INPUT);
	if (!(confidence > 0 && confidence < 1))
		return contrast_refuse(estimate, STAT_BAD_INPUT);
	if (std_error <= 1e-12 * fmax(1, fabs(estimate)))
		return contrast_refuse(estimate, STAT_ZERO_VAR);
	result.df = df;
	if (!(df >= 1 - df_rounding)) {
		result.status = STAT_LOW_DF;
		return result;
	}
	reach = t_quantile((1 + confidence) / 2, df) * std_error;
	result.std_error = std_error;
	result.statistic = estimate / std_error;
	result.p_value = t_p_value(result.statistic, df);
	result.conf_low = estimate - reach;
	result.conf_high = estimate + reach;
	return result;
}
