/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ratio of two rates by the binomial distribution of the first side's events. */
#include "stat/rate.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "stat/compensated.h"
#include "stat/proportion.h"

/* A place among the possible numbers of events of the first side, and its probability in units of that
 * of the mode. */
struct walk {
	double k, n, odds;
	double weight;
};

/* One step away from the mode, by C(n, k + 1) / C(n, k) = (n - k) / (k + 1); false where nothing is left:
 * smaller numbers would lose digits, and be rounded up to themselves for ever. */
static bool walk_on(struct walk *walk, bool up)
{
	if (up) {
		walk->weight *= (walk->n - walk->k) / (walk->k + 1) * walk->odds;
		walk->k++;
	} else {
		walk->weight *= walk->k / (walk->n - walk->k + 1) / walk->odds;
		walk->k--;
	}
	return walk->weight >= DBL_MIN;
}

static double weight_at(struct walk walk, double k)
{
	bool up = k > walk.k;

	while (walk.k != k && walk_on(&walk, up)) {
	}
	return walk.weight >= DBL_MIN ? walk.weight : 0;
}

/* The probabilities fall from the mode to both sides, so that few of many events have any: some 40
 * standard deviations each way. Their sum is the unit of the weights. */
static double two_sided(int64_t k, int64_t n, double people1, double people0)
{
	double mode = floor(((double)n + 1) * (people1 / (people1 + people0)));
	const struct walk start = { fmin(mode, (double)n), (double)n, people1 / people0, 1 };
	double observed = weight_at(start, (double)k) * (1 + 1e-7);
	struct compensated all = { 1, 0 }, tail = { observed >= 1 ? 1 : 0, 0 };

	for (int side = 0; side < 2; side++) {
		struct walk walk = start;

		while (walk_on(&walk, side == 1)) {
			compensated_add(&all, walk.weight);
			if (walk.weight <= observed)
				compensated_add(&tail, walk.weight);
		}
	}
	return fmin(1, compensated_total(&tail) / compensated_total(&all));
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
	result.p_value = two_sided(events1, events1 + events0, people1, people0);
	return result;
}
