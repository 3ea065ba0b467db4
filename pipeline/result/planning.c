/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pools analyses of variance over arms. */
#include "result/planning.h"

#include <math.h>

#include "result/comparison.h"
#include "result/sample_index.h"

/* Mean squares of several arms together. */
struct pool {
	double between, within; /* sums of squares */
	double df_between, df_within;
	double size; /* sum of df_between times mean size */
	enum stat_status status;
};

/* The people of each village of the sample. */
static size_t villages_of(const struct samples *samples, const struct sample *sample,
	const struct anova_group **groups)
{
	static struct anova_group *list;
	static size_t capacity;
	const struct cluster_cell *parts;
	size_t count = sample_parts(samples, sample, 1, &parts), size = 0, i;

	for (i = 0; i < count; i++) {
		list = grow(list, &capacity, size + 1, sizeof(*list));
		if (i == 0 || parts[i].cluster != parts[i - 1].cluster)
			list[size++] = (struct anova_group){ 0, exact_from_int64(0) };
		list[size - 1].n += parts[i].n;
		if (exact_add(list[size - 1].sum, parts[i].sum, &list[size - 1].sum) != STAT_OK)
			return 0;
	}
	*groups = list;
	return size;
}

static void add_arm(struct pool *pool, const struct samples *samples, const struct sample *sample)
{
	struct sample_sums sums = sample_sums(samples, sample);
	struct moments moments = moments_from_sums(
		sums.n, sums.pairs.sum_y, sums.pairs.sum_y2, samples->block->scale);
	const struct anova_group *groups = NULL;
	size_t count;
	struct anova anova;

	if (!has_villages()) {
		pool->within += moments.n > 1 ? moments.variance * (moments.n - 1) : 0;
		pool->df_within += moments.n > 1 ? moments.n - 1 : 0;
		return;
	}
	count = villages_of(samples, sample, &groups);
	anova = anova_from_sums(groups, count, sums.pairs.sum_y2, samples->block->scale);
	if (anova.status != STAT_OK && anova.status != STAT_ZERO_VAR)
		return;
	pool->between += anova.between_ms * anova.df_between;
	pool->within += anova.within_ms * anova.df_within;
	pool->df_between += anova.df_between;
	pool->df_within += anova.df_within;
	pool->size += anova.mean_size * anova.df_between;
}

/* Variances of a level or change: between villages, between people, and the icc as it is. */
struct variances {
	double village, person, icc;
};

static struct variances variances_of(const struct samples *samples, struct sample sample)
{
	const double nan = (double)NAN;
	struct pool pool = { 0 };
	const char *const *arms;
	size_t count = sample_arms(samples, &arms), i;
	double between, within, size;

	for (i = 0; i < count || i == 0; i++) {
		sample.arm = count == 0 ? NULL : arms[i];
		add_arm(&pool, samples, &sample);
	}
	within = pool.within / pool.df_within;
	if (!has_villages())
		return (struct variances){ 0, within, nan };
	between = pool.between / pool.df_between;
	size = pool.size / pool.df_between;
	return (struct variances){ fmax(0, (between - within) / size), within,
		(between - within) / (between + (size - 1) * within) };
}

/* The share of people with an earlier value who have no later one. */
static double attrition_of(const struct samples *samples, const struct sample *change)
{
	struct sample_sums sums = sample_sums(samples, change);

	return (double)sums.n_missing / (double)(sums.n + sums.n_missing);
}

static void set_changes(
	const struct samples *samples, const struct sample *change, struct planning *planning)
{
	struct power_spread *spread = &planning->spread;
	struct variances variances = variances_of(samples, *change);

	spread->village_change = variances.village;
	spread->person_change = variances.person;
	planning->icc = variances.icc;
	planning->attrition = attrition_of(samples, change);
	planning->autocorrelation = 1 -
		(spread->village_change + spread->person_change) /
			(2 * (spread->village_level + spread->person_level));
}

double planning_level_icc(const struct planning *planning)
{
	const struct power_spread *spread = &planning->spread;

	return has_villages()
		? spread->village_level / (spread->village_level + spread->person_level)
		: (double)NAN;
}

/* What people of one village tell less than as many who were drawn one by one. */
static double alikeness(const struct planning *planning, double people)
{
	return has_villages() ? fmax(1, 1 + (people - 1) * planning_level_icc(planning)) : 1;
}

struct power_result planning_shares(const struct planning *planning, const struct power_plan *plan,
	bool up, double alpha, double power)
{
	double n = plan->villages * plan->people / alikeness(planning, plan->people);
	double share = planning->share;
	double other = power_share_told(share, n, up, alpha, power);

	return (struct power_result){ sqrt((share * (1 - share) + other * (1 - other)) / n),
		(double)NAN, fabs(other - share) };
}

double planning_share_villages(const struct planning *planning, const struct power_plan *plan,
	double other, double alpha, double power, double most)
{
	double people = power_share_people(planning->share, other, alpha, power) *
		alikeness(planning, plan->people);
	double villages = ceil(people / plan->people);

	return villages <= most ? villages : 0; /* NaN: 0 */
}

static double share_of(const struct samples *samples, const struct sample *level)
{
	struct sample_sums sums = sample_sums(samples, level);

	if (indicator_of(samples->block)->type != INDICATOR_BINARY)
		return (double)NAN;
	return exact_ratio(sums.pairs.sum_y, exact_from_int64(sums.n)) /
		(double)samples->block->scale;
}

struct planning planning_of(const struct samples *samples, size_t round_from, size_t round)
{
	struct sample change = { CHANGE, round_from, round, NULL, "", "" };
	struct sample level = { LEVEL, NO_NAME, round_from, NULL, "", "" };
	struct variances early = variances_of(samples, level), late;
	struct planning planning = { .autocorrelation = (double)NAN };
	struct power_spread *spread = &planning.spread;
	double all;

	level.round = round;
	late = variances_of(samples, level);
	spread->village_level = (early.village + late.village) / 2;
	spread->person_level = (early.person + late.person) / 2;
	spread->village_change = 2 * spread->village_level;
	spread->person_change = 2 * spread->person_level;
	planning.icc = (early.icc + late.icc) / 2;
	if (study_load()->design == PANEL)
		set_changes(samples, &change, &planning);
	all = spread->village_level + spread->person_level;
	planning.share = share_of(samples, &level);
	planning.std_dev = sqrt(all);
	if (!sample_asked(samples, round_from) || !sample_asked(samples, round))
		planning.status = RESULT_NOT_ASKED;
	else if (isnan(all) || isnan(spread->village_change + spread->person_change))
		planning.status = RESULT_TOO_FEW;
	else if (!(spread->village_change + spread->person_change > 0))
		planning.status = RESULT_ZERO_VAR;
	return planning;
}
