/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two shares of the same people: McNemar's tests and three intervals. */
#include "stat/proportion.h"

#include <math.h>
#include <stdbool.h>

#include "stat/distribution.h"

static struct interval refuse(enum stat_status status)
{
	const double nan = (double)NAN;
	struct interval refused = { nan, nan, nan, nan, status };

	return refused;
}

static int64_t people_in(struct pair_table table)
{
	return table.both + table.gained + table.lost + table.neither;
}

static bool is_negative(struct pair_table table)
{
	return table.both < 0 || table.gained < 0 || table.lost < 0 || table.neither < 0;
}

/* The difference of the shares without an interval yet, or why there is none. */
static struct interval begin(struct pair_table table, double confidence)
{
	struct interval result = refuse(STAT_OK);

	if (is_negative(table) || !(confidence > 0 && confidence < 1))
		return refuse(STAT_BAD_INPUT);
	if (people_in(table) == 0)
		return refuse(STAT_TOO_FEW);
	result.estimate = (double)(table.gained - table.lost) / (double)people_in(table);
	return result;
}

struct interval proportion_paired_wald(struct pair_table table, double confidence)
{
	struct interval result = begin(table, confidence);
	double n = (double)people_in(table);
	double net = (double)(table.gained - table.lost);
	double spread = (double)(table.gained + table.lost) - net * net / n;
	double reach;

	if (result.status != STAT_OK)
		return result;
	if (table.gained + table.lost == 0 || fabs(net) >= n) {
		result.status = STAT_ZERO_VAR;
		return result;
	}
	result.std_error = sqrt(spread) / n;
	reach = normal_quantile((1 + confidence) / 2) * result.std_error;
	result.conf_low = result.estimate - reach;
	result.conf_high = result.estimate + reach;
	return result;
}

struct interval proportion_bonett_price(struct pair_table table, double confidence)
{
	struct interval result = begin(table, confidence);
	double n = (double)people_in(table) + 2;
	double gain = (double)(table.gained + 1) / n;
	double loss = (double)(table.lost + 1) / n;
	double centre = gain - loss;
	double reach;

	if (result.status != STAT_OK)
		return result;
	reach = normal_quantile((1 + confidence) / 2) * sqrt((gain + loss - centre * centre) / n);
	result.conf_low = fmax(-1, centre - reach);
	result.conf_high = fmin(1, centre + reach);
	return result;
}

static double corrected_phi(struct pair_table table)
{
	double a = (double)table.both;
	double b = (double)table.gained;
	double c = (double)table.lost;
	double d = (double)table.neither;
	double margins = (a + b) * (c + d) * (a + c) * (b + d);
	double product = a * d - b * c;

	if (!(margins > 0))
		return 0;
	if (product > 0)
		product = fmax(product - (a + b + c + d) / 2, 0);
	return product / sqrt(margins);
}

struct interval proportion_newcombe_paired(struct pair_table table, double confidence)
{
	struct interval result = begin(table, confidence);
	int64_t n = people_in(table);
	struct interval later;
	struct interval earlier;
	double phi = corrected_phi(table);
	double below;
	double above;

	if (result.status != STAT_OK)
		return result;
	later = proportion_wilson(table.both + table.gained, n, confidence);
	earlier = proportion_wilson(table.both + table.lost, n, confidence);
	below = later.estimate - later.conf_low;
	above = earlier.conf_high - earlier.estimate;
	result.conf_low =
		result.estimate - sqrt(below * below - 2 * phi * below * above + above * above);
	below = earlier.estimate - earlier.conf_low;
	above = later.conf_high - later.estimate;
	result.conf_high =
		result.estimate + sqrt(below * below - 2 * phi * below * above + above * above);
	return result;
}

struct mcnemar proportion_mcnemar(struct pair_table table)
{
	const double nan = (double)NAN;
	struct mcnemar result = { nan, nan, nan, nan, nan, nan, STAT_BAD_INPUT };
	int64_t changed = table.gained + table.lost;
	int64_t fewer = table.gained < table.lost ? table.gained : table.lost;
	double distance = fabs((double)(table.gained - table.lost));
	double below;

	if (is_negative(table))
		return result;
	below = 2 * binomial_half_below(fewer, changed);
	result.p_exact = fmin(1, below);
	result.p_mid = fmin(1, below - binomial_half_density(fewer, changed));
	result.status = changed == 0 ? STAT_NO_CHANGE : STAT_OK;
	if (changed == 0)
		return result;
	result.chi2 = distance * distance / (double)changed;
	result.p_value = chi2_p_value(result.chi2, 1);
	distance = fmax(0, distance - 1);
	result.chi2_corrected = distance * distance / (double)changed;
	result.p_corrected = chi2_p_value(result.chi2_corrected, 1);
	return result;
}
