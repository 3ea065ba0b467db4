/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills in what is compared: the cells of a contrast, their means, and their people. */
#include "result/comparison.h"

#include <math.h>

#include "result/ratio.h"

const char *const contrast_names[CONTRAST_COUNT] = { "change", "difference", "did", "gap",
	"gap_change", "gap_did" };

bool between_rounds(enum contrast_kind kind)
{
	return kind != CONTRAST_DIFFERENCE && kind != CONTRAST_GAP;
}

bool between_arms(enum contrast_kind kind)
{
	return kind == CONTRAST_DIFFERENCE || kind == CONTRAST_DID || kind == CONTRAST_GAP_DID;
}

bool between_groups(enum contrast_kind kind)
{
	return kind >= CONTRAST_GAP;
}

bool has_villages(void)
{
	return study_load()->cluster.count > 0;
}

const struct indicator *indicator_of(const struct tally_block *block)
{
	return &indicators_load()->list[block->indicator];
}

static void add_cell(
	struct frame *frame, size_t round, const char *arm, const char *value, double weight)
{
	size_t k = frame->cell_count++;

	frame->cells[k] = (struct sample){ frame->pairs ? CHANGE : LEVEL,
		frame->pairs ? frame->round_from : NO_NAME, round, arm, frame->group, value };
	frame->weights[k] = weight;
}

/* The earlier round, where it is a cell of its own, then the later one. */
static void add_rounds(struct frame *frame, const char *arm, const char *value, double weight)
{
	if (between_rounds(frame->kind) && !frame->pairs)
		add_cell(frame, frame->round_from, arm, value, -weight);
	add_cell(frame, frame->round_to, arm, value, weight);
}

static void add_groups(struct frame *frame, const char *arm, double weight)
{
	if (between_groups(frame->kind))
		add_rounds(frame, arm, frame->group_value_compared, -weight);
	add_rounds(frame, arm, frame->group_value, weight);
}

static void set_cells(struct frame *frame)
{
	frame->cell_count = 0;
	if (between_arms(frame->kind))
		add_groups(frame, frame->arm_comparison, -1);
	add_groups(frame, frame->arm, 1);
}

/* A ratio has no spread: nobody has a value of it. */
static void set_ratio(struct frame *frame, size_t k)
{
	const double nan = (double)NAN;
	double ratio = ratio_of(&frame->sums[k], frame->block->scale), n = (double)frame->sums[k].n;

	frame->moments[k] = (struct moments){ n, ratio, nan, nan, STAT_OK };
	frame->weighted[k] = (struct weighted_moments){ n, ratio, nan, nan, nan, nan, STAT_OK };
}

static void set_moments(struct frame *frame)
{
	size_t k;

	for (k = 0; k < frame->cell_count; k++) {
		struct sample_sums *sums = &frame->sums[k];

		*sums = sample_sums(frame->samples, &frame->cells[k]);
		frame->moments[k] = moments_from_sums(
			sums->n, sums->pairs.sum_y, sums->pairs.sum_y2, frame->block->scale);
		frame->weighted[k] = sample_weighted(sums, frame->block->scale);
		if (is_ratio(frame->block))
			set_ratio(frame, k);
	}
	if (frame->pairs && frame->kind == CONTRAST_CHANGE)
		frame->changes =
			change_moments_from_sums(&frame->sums[0].pairs, frame->block->scale);
}

/* Mean of cell `to` minus mean of cell `from`, rounded once: (S1 n0 - S0 n1) / (n0 n1 scale). */
static double difference_of(const struct frame *frame, size_t from, size_t to)
{
	const struct sample_sums *a = &frame->sums[from], *b = &frame->sums[to];
	struct exact plus, minus, people;

	if (is_ratio(frame->block) ||
		exact_multiply_int64(b->pairs.sum_y, a->n, &plus) != STAT_OK ||
		exact_multiply_int64(a->pairs.sum_y, b->n, &minus) != STAT_OK ||
		exact_subtract(plus, minus, &plus) != STAT_OK ||
		exact_multiply_int64(exact_from_int64(a->n), b->n, &people) != STAT_OK ||
		exact_multiply_int64(people, frame->block->scale, &people) != STAT_OK)
		return frame->moments[to].mean - frame->moments[from].mean;
	return exact_ratio(plus, people);
}

static void set_values(struct frame *frame)
{
	const struct moments *m = frame->moments;
	const struct sample_sums *sums = frame->sums;

	frame->value_from = frame->value_to = (double)NAN;
	frame->n_from = frame->n_to = 0;
	if (between_groups(frame->kind))
		return;
	if (frame->cell_count == 1) {
		frame->value_from = frame->changes.earlier.mean;
		frame->value_to = frame->changes.later.mean;
		frame->n_from = frame->n_to = sums[0].n;
	} else if (frame->cell_count == 2) {
		frame->value_from = m[0].mean;
		frame->value_to = m[1].mean;
		frame->n_from = sums[0].n;
		frame->n_to = sums[1].n;
	} else {
		frame->value_from = difference_of(frame, 0, 1);
		frame->value_to = difference_of(frame, 2, 3);
		frame->n_from = sums[0].n + sums[1].n;
		frame->n_to = sums[2].n + sums[3].n;
	}
}

void frame_fill(struct frame *frame)
{
	frame->asked = sample_asked(frame->samples, frame->round_to) &&
		(frame->round_from == NO_NAME || sample_asked(frame->samples, frame->round_from));
	set_cells(frame);
	set_moments(frame);
	set_values(frame);
}

/* Sums of the earlier value x and of the later one x + y over the weights. */
static void weighted_levels(const struct sample_sums *sums, int64_t scale, double *from, double *to)
{
	struct exact earlier = sums->weight_products.sum_wx, later, divisor;

	*from = *to = (double)NAN;
	if (exact_add(earlier, sums->weights.sum_wy, &later) != STAT_OK ||
		exact_multiply_int64(sums->weights.sum_w, scale, &divisor) != STAT_OK)
		return;
	*from = exact_ratio(earlier, divisor);
	*to = exact_ratio(later, divisor);
}

void frame_levels(const struct frame *frame, size_t cell, bool weighted, double *from, double *to)
{
	const struct sample_sums *sums = &frame->sums[cell];
	struct change_moments changes;

	if (weighted) {
		weighted_levels(sums, frame->block->scale, from, to);
		return;
	}
	changes = change_moments_from_sums(&sums->pairs, frame->block->scale);
	*from = changes.earlier.mean;
	*to = changes.later.mean;
}

struct comparison comparison_of(const struct frame *frame, const char *method)
{
	return (struct comparison){
		.method = method,
		.result = contrast_refuse((double)NAN, STAT_TOO_FEW),
		.value_from = frame->value_from,
		.value_to = frame->value_to,
		.effect_size = (double)NAN,
		.effect_unit = (double)NAN,
		.effect_low = (double)NAN,
		.effect_high = (double)NAN,
	};
}
