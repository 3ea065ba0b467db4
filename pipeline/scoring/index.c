/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Averages the members of an index: their places from 0 to 100, their z-scores, or what is enough. */
#include "scoring/index.h"

#include <math.h>

#include "stat/counting.h"
#include "study/indicator_adequacy.h"
#include "study/indicator_index.h"

/* The member on 0 to 100, up is good; NaN where it is missing. */
static double member_place(const struct scored *member)
{
	const struct indicator *indicator = member->indicator;
	double share = (member->value - member->low) / (member->high - member->low);

	if (isnan(member->value) || !(member->low < member->high))
		return NAN;
	if (indicator->min_frozen || indicator->max_frozen)
		share = fmin(fmax(share, 0), 1);
	return 100 * (indicator->direction == DIRECTION_DOWN ? 1 - share : share);
}

static double percent_of_maximum(const struct scored *one, const struct scored *all)
{
	const struct indicator *index = one->indicator;
	int64_t answered = 0;
	double sum = 0;
	size_t i;

	for (i = 0; i < index->member_count; i++) {
		double place = member_place(&all[index->members[i]]);

		if (isnan(place))
			continue;
		answered += index->member_weights[i];
		sum += (double)index->member_weights[i] * place;
	}
	return answered >= index_least(index) ? sum / (double)answered : NAN;
}

/* Who did not answer all members might lack anything, and is left out. */
static double alkire_foster(const struct scored *one, const struct scored *all)
{
	const struct indicator *index = one->indicator;
	int64_t lacking = 0;
	size_t i;

	for (i = 0; i < index->member_count; i++) {
		const struct scored *member = &all[index->members[i]];

		if (isnan(member->value))
			return NAN;
		if (adequacy_lacking(member->indicator, member->value))
			lacking += index->member_weights[i];
	}
	return counting_achievement(lacking, index_weight(index), index->k);
}

double index_z(const struct scored *member, double mean, double sd)
{
	return (double)member->indicator->direction * (member->value - mean) / sd;
}

double index_raw(const struct scored *one, const struct scored *all)
{
	const struct indicator *index = one->indicator;
	const struct standard *standard = one->standard;
	double sum = 0, weights = 0;
	int64_t answered = 0;
	size_t i;

	for (i = 0; i < index->member_count; i++) {
		double z = index_z(&all[index->members[i]], standard->mean[i], standard->sd[i]);

		if (isnan(z))
			continue;
		answered += index->member_weights[i];
		weights += standard->weight[i];
		sum += standard->weight[i] * z;
	}
	return answered >= index_least(index) && weights > 0 ? sum / weights : NAN;
}

double index_score(const struct scored *one, const struct scored *all)
{
	if (one->indicator->build == BUILD_PERCENT_OF_MAXIMUM)
		return percent_of_maximum(one, all);
	if (one->indicator->build == BUILD_ALKIRE_FOSTER)
		return alkire_foster(one, all);
	if (one->standard == NULL)
		return NAN;
	return (index_raw(one, all) - one->standard->centre) / one->standard->spread;
}
