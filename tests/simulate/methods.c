/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Applies libstat's methods to a made-up survey as `compare` applies them to a tally. */
#include "methods.h"

#include <math.h>

#include "stat/design_small.h"
#include "stat/rank.h"
#include "stat/ttest.h"

static const double confidence = 0.95;

static const char *const names[METHODS] = {
	[CR2_T] = "cr2_t",
	[SURVEY_SMALL_T] = "survey_small_t",
	[SURVEY_T] = "survey_t",
	[VILLAGE_MEANS] = "village_means",
	[PAIRED_T] = "paired_t",
	[WELCH_T] = "welch_t",
	[WILCOXON] = "wilcoxon",
	[SIGN] = "sign",
	[MCNEMAR_EXACT] = "mcnemar_exact",
	[MCNEMAR_MIDP] = "mcnemar_midp",
	[NEWCOMBE] = "newcombe",
};

const char *method_name(enum method method)
{
	return names[method];
}

bool method_applies(enum method method, const struct design *design)
{
	bool paired = design->people == PANEL && design->kind == CHANGE;
	bool unpaired = design->kind == DIFFERENCE ||
		(design->people == CROSS_SECTION && design->kind == CHANGE);

	switch (method) {
	case PAIRED_T:
		return paired;
	case WILCOXON:
	case SIGN:
		return paired && design->outcome == MEASURE;
	case MCNEMAR_EXACT:
	case MCNEMAR_MIDP:
		return paired && design->outcome == SHARE;
	case WELCH_T:
		return unpaired || (design->people == PANEL && design->kind == DID);
	case NEWCOMBE:
		return unpaired && design->outcome == SHARE;
	case SURVEY_SMALL_T:
		return design->weighted;
	case CR2_T:
	case SURVEY_T:
	case VILLAGE_MEANS:
	case METHODS:
	default:
		return true;
	}
}

bool method_leads(enum method method, const struct design *design)
{
	return method == (design->weighted ? SURVEY_SMALL_T : CR2_T);
}

static struct verdict of_contrast(struct contrast result)
{
	return (struct verdict){ result.status != STAT_OK, result.p_value, result.conf_low,
		result.conf_high };
}

static struct verdict of_test(enum stat_status status, double p_value)
{
	return (struct verdict){ status != STAT_OK, p_value, (double)NAN, (double)NAN };
}

static struct verdict of_interval(struct interval interval, double p_value)
{
	return (struct verdict){ interval.status != STAT_OK, p_value, interval.conf_low,
		interval.conf_high };
}

static double mean_of(const struct cluster_cell *part, int64_t scale)
{
	return exact_to_double(part->sum) / (double)(part->n * scale);
}

/* Means, or changes of means, of the villages, arm by arm. */
static struct verdict village_means(const struct answered *answered)
{
	double values[2][MOST_VILLAGES];
	size_t counts[2] = { 0, 0 };
	size_t rounds = answered->cells / answered->arms;

	for (size_t i = 0; i < answered->part_count; i += rounds) {
		const struct cluster_cell *part = &answered->parts[i];
		size_t arm = part->cell / rounds;
		double value = mean_of(&part[rounds - 1], answered->scale);

		if (rounds == 2)
			value -= mean_of(part, answered->scale);
		values[arm][counts[arm]++] = value;
	}
	if (answered->arms == 1)
		return of_contrast(ttest_cluster_means(values[0], counts[0], confidence));
	return of_contrast(
		ttest_cluster_means_pooled(values[1], counts[1], values[0], counts[0], confidence));
}

static struct verdict survey(const struct answered *answered, bool small)
{
	struct survey_design strata = { answered->arms, NULL, LONELY_REFUSE };
	struct contrast result = design_contrast(answered->weighted, answered->part_count, &strata,
		answered->coefficient, answered->cells, answered->scale, confidence)
					 .contrast;

	if (small)
		result = design_small(answered->weighted, answered->part_count, &strata,
			answered->coefficient, answered->cells, &result, confidence);
	return of_contrast(result);
}

static struct sample_summary summary(const struct answered *answered, size_t cell)
{
	const struct moments *moments = &answered->moments[cell];

	return (struct sample_summary){ moments->n, moments->mean, moments->std_dev };
}

/* Exact up to as many changes as `compare` takes exactly, then with continuity correction. */
static struct verdict wilcoxon(const struct answered *answered)
{
	struct signed_rank test = rank_signed(answered->changes, answered->change_count);

	return of_test(test.status,
		test.nonzero <= SIGNED_RANK_EXACT_MAX ? test.p_exact : test.p_corrected);
}

static struct verdict mcnemar(const struct answered *answered, bool mid_p)
{
	struct mcnemar test = proportion_mcnemar(answered->pairs);

	return of_interval(proportion_bonett_price(answered->pairs, confidence),
		mid_p ? test.p_mid : test.p_exact);
}

static struct verdict newcombe(const struct answered *answered)
{
	const struct moments *from = &answered->moments[0], *to = &answered->moments[1];

	return of_interval(proportion_newcombe(llround(to->mean * to->n), (int64_t)to->n,
				   llround(from->mean * from->n), (int64_t)from->n, confidence),
		(double)NAN);
}

static struct verdict sign(const struct answered *answered)
{
	struct sign_test test = rank_sign_test(answered->changes, answered->change_count);

	return of_test(test.status, test.p_value);
}

struct verdict method_apply(enum method method, const struct answered *answered)
{
	switch (method) {
	case SURVEY_SMALL_T:
	case SURVEY_T:
		return survey(answered, method == SURVEY_SMALL_T);
	case VILLAGE_MEANS:
		return village_means(answered);
	case PAIRED_T:
		return of_contrast(ttest_one_sample(summary(answered, 0), 0, confidence));
	case WELCH_T:
		return of_contrast(
			ttest_welch(summary(answered, 1), summary(answered, 0), confidence));
	case WILCOXON:
		return wilcoxon(answered);
	case SIGN:
		return sign(answered);
	case MCNEMAR_EXACT:
	case MCNEMAR_MIDP:
		return mcnemar(answered, method == MCNEMAR_MIDP);
	case NEWCOMBE:
		return newcombe(answered);
	case CR2_T:
	case METHODS:
	default:
		return of_contrast(cluster_contrast(answered->parts, answered->part_count,
			answered->coefficient, answered->cells, answered->scale, confidence));
	}
}
