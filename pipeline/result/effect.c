/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses and computes the effect size of a row. */
#include "result/effect.h"

#include "stat/effect.h"

struct sample_summary cell_summary(const struct frame *frame, size_t cell)
{
	const struct moments *moments = &frame->moments[cell];

	return (struct sample_summary){ moments->n, moments->mean, moments->std_dev };
}

static void set(struct comparison *comparison, const char *type, double size)
{
	comparison->effect_size_type = type;
	comparison->effect_size = size;
}

static bool is_share(const struct frame *frame)
{
	return indicator_of(frame->block)->type == INDICATOR_BINARY;
}

/* The comparison arm's standard deviation in the earlier round, among the people of the frame. */
static double reference_sd(const struct frame *frame)
{
	if (!frame->pairs)
		return frame->moments[0].std_dev;
	return change_moments_from_sums(&frame->sums[0].pairs, frame->block->scale).earlier.std_dev;
}

void effect_standard(const struct frame *frame, struct comparison *comparison)
{
	const struct change_moments *changes = &frame->changes;

	if (frame->kind == CONTRAST_DID) {
		set(comparison, "glass",
			effect_glass(comparison->result.estimate, reference_sd(frame)));
	} else if (frame->pairs) {
		set(comparison, "d_av",
			effect_d_av(changes->change.mean, changes->earlier.std_dev,
				changes->later.std_dev));
	} else {
		set(comparison, "hedges_g",
			effect_hedges_g(cell_summary(frame, 1), cell_summary(frame, 0),
				study_load()->confidence)
				.estimate);
	}
}

void effect_shares(const struct frame *frame, struct comparison *comparison)
{
	set(comparison, "cohens_h", effect_cohen_h(frame->value_to, frame->value_from));
}

void effect_paired(const struct frame *frame, struct comparison *comparison)
{
	const struct change_moments *changes = &frame->changes;

	if (!is_share(frame))
		set(comparison, "glass",
			effect_glass(changes->change.mean, changes->earlier.std_dev));
}
