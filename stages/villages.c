/* SPDX-License-Identifier: GPL-3.0-or-later */
/* villages: the tally in; the change in each village out, beside that of the comparison arm. */
#include <math.h>
#include <string.h>

#include "kit/kit.h"
#include "result/comparison.h"
#include "result/keys.h"
#include "result/ratio.h"
#include "result/village.h"
#include "result/village_change.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "tally/tally.h"

static const struct study *study;
static const struct rounds *rounds;
static const struct round_pair *pairs;
static size_t pair_count;

static struct village_changes now;

static const struct samples *samples;
static const struct tally_block *block;

/* ---- the rows ---- */

static enum result_status status_of(const struct village_change *village, double std_error)
{
	if (now.df == 0)
		return RESULT_TOO_FEW;
	return std_error <= 1e-12 * fmax(1, fabs(village->change)) ? RESULT_ZERO_VAR : RESULT_OK;
}

static void put_class(double low, double high)
{
	if (isnan(low))
		put_missing(output);
	else
		put_string(output,
			village_class_names[village_class(
				low, high, indicator_of(block)->direction)]);
}

/* Against the mean change of the comparison arm, whose uncertainty counts too. */
static void put_difference(
	double change, const struct contrast *own, const struct contrast *compared, bool known)
{
	struct contrast difference = contrast_refuse((double)NAN, STAT_TOO_FEW);
	double a = own->std_error * own->std_error, b;

	if (known && compared != NULL && compared->status == STAT_OK) {
		b = compared->std_error * compared->std_error;
		difference = contrast_complete(change - compared->estimate, sqrt(a + b),
			(a + b) * (a + b) / (a * a / own->df + b * b / compared->df),
			study->confidence);
	}
	put_number(output, compared == NULL ? (double)NAN : compared->estimate);
	put_number(output, compared == NULL ? (double)NAN : compared->std_error);
	put_number(output, compared == NULL ? (double)NAN : compared->df);
	put_number(output, difference.estimate);
	put_number(output, difference.conf_low);
	put_number(output, difference.conf_high);
	put_class(difference.conf_low, difference.conf_high);
}

static void put_keys(const struct frame *frame, const struct village_change *village)
{
	const struct indicator *indicator = indicator_of(block);

	put_indicator_keys(indicator);
	put_string(output, rounds->list[frame->round_from].name);
	put_string(output, rounds->list[frame->round_to].name);
	put_string(output, frame->arm);
	put_string(output, village->name);
	put_string(output, frame->pairs ? "pairs" : "all");
	put_integer(output, village->n_from);
	put_integer(output, village->n_to);
	put_number(output, village->from);
	put_number(output, village->to);
	put_number(output, village->change);
}

static void put_village(const struct frame *frame, const struct village_change *village,
	const struct contrast *compared)
{
	double std_error = sqrt(now.variance * village->share);
	enum result_status status = status_of(village, std_error);
	struct contrast own = contrast_refuse((double)NAN, STAT_TOO_FEW);

	if (status == RESULT_OK)
		own = contrast_complete(
			village->change, std_error, (double)now.df, study->confidence);
	put_keys(frame, village);
	put_number(output, own.std_error);
	put_number(output, own.df);
	put_number(output, own.conf_low);
	put_number(output, own.conf_high);
	put_class(own.conf_low, own.conf_high);
	put_difference(village->change, &own, compared, status == RESULT_OK);
	put_string(output, result_status_name(status));
	put_note(output, result_status_note(status));
	end_row(output);
}

static void put_arm(struct frame frame, const char *arm, const struct contrast *compared)
{
	size_t i;

	frame.arm = arm;
	frame_fill(&frame);
	now = village_changes(&frame);
	for (i = 0; i < now.count; i++)
		put_village(&frame, &now.list[i], compared);
}

static void put_pair(const struct round_pair *pair)
{
	const char *const *arms;
	size_t count = sample_arms(samples, &arms), i;
	struct frame frame = { .samples = samples,
		.block = block,
		.kind = CONTRAST_CHANGE,
		.pairs = study->design == PANEL,
		.round_from = pair->from,
		.round_to = pair->to,
		.arm = study->arm_comparison,
		.group = "",
		.group_value = "" };
	struct contrast compared;

	frame_fill(&frame);
	compared = comparison_cr2(&frame).result;
	if (count == 0)
		put_arm(frame, NULL, NULL);
	for (i = 0; i < count; i++) {
		bool other = study->arm_comparison != NULL &&
			strcmp(arms[i], study->arm_comparison) != 0;

		put_arm(frame, arms[i], other ? &compared : NULL);
	}
}

/* A ratio of totals has no values of people, which would say how sure a village is. */
static void take(const struct tally_block *taken)
{
	size_t i;

	block = taken;
	samples = samples_of(block);
	for (i = 0; has_villages() && !is_ratio(block) && i < pair_count; i++)
		put_pair(&pairs[i]);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	tally_take(take);
	tally_take_values_only();
	tally_take_counts_alone();
	study_begin(input);
	study = study_load();
	rounds = rounds_load();
	pair_count = round_pairs(rounds, &pairs);
}

static const struct stage stage = {
	.name = "villages",
	.purpose = { "Show how each village changed, and whether more than the comparison "
		     "villages; never published.",
		"Menunjukkan perubahan tiap desa, dan apakah melebihi desa pembanding; tidak "
		"pernah dipublikasikan." },
	.tables = study_tables,
	.needs = tally_columns,
	.makes = village_columns,
	.begin = begin,
	.row = tally_row,
	.end = tally_end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
