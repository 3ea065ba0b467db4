/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes contrasts. */
#include "result/tested.h"

#include <math.h>

#include "kit/kit.h"

void put_clusters(const struct contrast *result)
{
	if (result->clusters > 0)
		put_integer(output, (int64_t)result->clusters);
	else
		put_missing(output);
}

void put_test(const struct contrast *result, bool ok)
{
	const double numbers[] = { result->std_error, result->statistic, result->df,
		result->p_value, result->conf_low, result->conf_high };

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		put_number(output, ok ? numbers[i] : (double)NAN);
}

void put_tested(const struct contrast *result, double estimate, bool ok)
{
	put_clusters(result);
	put_number(output, estimate);
	put_test(result, ok);
}
