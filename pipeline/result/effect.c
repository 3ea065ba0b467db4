/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses and computes the effect size of a row. */
#include "result/effect.h"

#include <math.h>

#include "result/ratio.h"
#include "stat/effect.h"

struct sample_summary cell_summary(const struct frame *frame, size_t cell)
{
	const struct moments *moments = &frame->moments[cell];

	return (struct sample_summary){ moments->n, moments->mean, moments->std_dev };
}

/* `unit` is the effect size of a difference of 1, so that an interval can be told in it as well. */
static void set(struct comparison *comparison, const char *type, double size, double unit)
{
	comparison->effect_size_type = type;
	comparison->effect_size = size;
	comparison->effect_unit = unit;
}

/* Weighted standard deviation of everybody of an arm in a round: the tally has none of those who
 * were seen twice. */
static double weighted_sd(const struct frame *frame, size_t round, const char *arm)
{
	struct sample sample = { LEVEL, NO_NAME, round, arm, frame->group, frame->group_value };
	struct sample_sums sums = sample_sums(frame->samples, &sample);

	return sample_weighted(&sums, frame->block->scale).std_dev;
}

/* The comparison arm's standard deviation in the earlier round. */
static double reference_sd(const struct frame *frame, bool weighted)
{
	if (weighted)
		return weighted_sd(frame, frame->round_from, frame->arm_comparison);
	if (!frame->pairs)
		return frame->moments[0].std_dev;
	return change_moments_from_sums(&frame->sums[0].pairs, frame->block->scale).earlier.std_dev;
}

static void set_change(const struct frame *frame, struct comparison *comparison)
{
	double earlier = frame->changes.earlier.std_dev, later = frame->changes.later.std_dev;

	if (comparison->weighted) {
		earlier = weighted_sd(frame, frame->round_from, frame->arm);
		later = weighted_sd(frame, frame->round_to, frame->arm);
	}
	set(comparison, "d_av", effect_d_av(comparison->result.estimate, earlier, later),
		effect_d_av(1, earlier, later));
}

static struct sample_summary weighted_summary(const struct frame *frame, size_t cell)
{
	const struct weighted_moments *moments = &frame->weighted[cell];

	return (struct sample_summary){ moments->n, moments->mean, moments->std_dev };
}

static void set_hedges(const struct frame *frame, struct comparison *comparison)
{
	struct sample_summary later = cell_summary(frame, 1), earlier = cell_summary(frame, 0);
	double confidence = study_load()->confidence, size, unit;

	if (comparison->weighted) {
		later = weighted_summary(frame, 1);
		earlier = weighted_summary(frame, 0);
	}
	size = effect_hedges_g(later, earlier, confidence).estimate;
	later.mean = 1;
	earlier.mean = 0;
	unit = effect_hedges_g(later, earlier, confidence).estimate;
	set(comparison, "hedges_g", size, unit);
}

void effect_standard(const struct frame *frame, struct comparison *comparison)
{
	double reference;

	if (between_groups(frame->kind))
		return;
	if (is_ratio(frame->block)) /* nobody has a value of it, so it has no spread */
		return;
	if (frame->kind == CONTRAST_DID) {
		reference = reference_sd(frame, comparison->weighted);
		set(comparison, "glass", effect_glass(comparison->result.estimate, reference),
			effect_glass(1, reference));
	} else if (frame->pairs) {
		set_change(frame, comparison);
	} else {
		set_hedges(frame, comparison);
	}
}

void effect_shares(const struct frame *frame, struct comparison *comparison)
{
	set(comparison, "cohens_h", effect_cohen_h(frame->value_to, frame->value_from),
		(double)NAN);
}

void effect_paired(const struct frame *frame, struct comparison *comparison)
{
	const struct change_moments *changes = &frame->changes;

	set(comparison, "glass", effect_glass(changes->change.mean, changes->earlier.std_dev),
		effect_glass(1, changes->earlier.std_dev));
}
