/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ratio of two rates by the binomial distribution of the first side's events. */
#include "stat/rate.h"

#include <math.h>

#include <gsl/gsl_randist.h>

#include "stat/compensated.h"
#include "stat/proportion.h"

static double density(int64_t k, int64_t n, double p)
{
	return gsl_ran_binomial_pdf((unsigned)k, p, (unsigned)n);
}

static double two_sided(int64_t k, int64_t n, double p)
{
	double observed = density(k, n, p) * (1 + 1e-7);
	struct compensated sum = { 0, 0 };
	int64_t i;

	for (i = 0; i <= n; i++) {
		double now = density(i, n, p);

		if (now <= observed)
			compensated_add(&sum, now);
	}
	return fmin(1, compensated_total(&sum));
}

struct rate_ratio rate_ratio_exact(
	int64_t events1, double people1, int64_t events0, double people0, double confidence)
{
	const double nan = (double)NAN;
	struct rate_ratio result = { nan, nan, nan, nan, STAT_BAD_INPUT };
	struct interval share;
	double odds = people0 / people1;

	if (events1 < 0 || events0 < 0 || !(people1 > 0) || !(people0 > 0))
		return result;
	result.status = events1 + events0 == 0          ? STAT_NO_EVENTS
		: events1 + events0 >= (int64_t)1 << 32 ? STAT_OVERFLOW
							: STAT_OK;
	share = proportion_clopper_pearson(events1, events1 + events0, confidence);
	if (result.status == STAT_OK)
		result.status = share.status;
	if (result.status != STAT_OK)
		return result;
	result.ratio = (double)events1 / (double)events0 * odds;
	result.conf_low = share.conf_low / (1 - share.conf_low) * odds;
	result.conf_high = share.conf_high / (1 - share.conf_high) * odds;
	result.p_value = two_sided(events1, events1 + events0, people1 / (people1 + people0));
	return result;
}
