/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score: answers in, indicators out, one row a person and round. */
#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "kit/kit.h"
#include "study/indicator_index.h"
#include "study/study.h"

enum { DECIMALS = 9 };	/* enough to find the lattice again */

static const struct column needs[] = {
	[KEY_RESPONDENT] = { "respondent", TYPE_TEXT, false, { "who", "siapa" } },
	[KEY_ROUND] = { "round", TYPE_TEXT, false, { "survey round", "putaran survei" } },
	[KEY_ARM] = { "arm", TYPE_TEXT, false, { "programme or comparison", "program atau pembanding" } },
	[KEY_CLUSTER] = { "cluster", TYPE_TEXT, false, { "village", "desa" } },
	[KEY_STRATUM] = { "stratum", TYPE_TEXT, false, { "stratum", "strata" } },
	[KEY_WEIGHT] = { "weight", TYPE_NUMBER, false, { "survey weight", "bobot survei" } },
	[KEY_FPC] = { "fpc", TYPE_NUMBER, false, { "clusters in the stratum's population", "jumlah desa dalam populasi strata" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv", "goals.csv",
				      "indicators.csv", "groups.csv", NULL };

/* An indicator as it is computed. */
struct scored {
	const struct indicator *indicator;
	struct expression *calculation, *among;
	double value;		/* of the present row; NaN is missing */
};

static const struct indicators *indicators;
static const struct groups *groups;
static struct scored *scored;
static struct expression **grouping;

static void begin(const struct reader *input)
{
	size_t i;

	study_load();
	indicators = indicators_load();
	groups = groups_load();
	stop_on_faults();
	scored = keep((indicators->count + 1) * sizeof(*scored));
	grouping = keep((groups->count + 1) * sizeof(*grouping));
	for (i = 0; i < KEY_COUNT; i++)
		put_string(output, key_names[i]);
	for (i = 0; i < groups->count; i++) {
		const struct group *group = &groups->list[i];

		grouping[i] = study_expression(group->calculation, &group->place, input->header, input->columns);
		put_string(output, group->name);
	}
	for (i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->list[i];

		scored[i].indicator = indicator;
		if (indicator->type != INDICATOR_INDEX)
			scored[i].calculation = study_expression(indicator->calculation, &indicator->place, input->header,
								 input->columns);
		if (*indicator->among != '\0')
			scored[i].among = study_expression(indicator->among, &indicator->among_place, input->header,
							   input->columns);
		put_string(output, indicator->name);
	}
	stop_on_faults();
	end_row(output);
}

static _Noreturn void refuse_value(const struct indicator *indicator, const char *text, struct text reason)
{
	const struct reader *input = stage_input();

	refuse(&(struct place){ input->file, input->line, indicator->name, text }, "%s", text_of(reason));
}

static void check_value(const struct scored *one)
{
	const struct indicator *indicator = one->indicator;

	if (indicator->type == INDICATOR_BINARY && one->value != 0 && one->value != 1)
		refuse_value(indicator, keep_format("%g", one->value),
			     (struct text){ "a binary indicator must give 0 or 1", "indikator binary harus memberi 0 atau 1" });
	if (one->value < indicator->scale_min || one->value > indicator->scale_max)
		refuse_value(indicator, keep_format("%g", one->value),
			     (struct text){ "outside scale_min and scale_max; correct the scale, or cap the value with min() or max()",
					    "di luar scale_min dan scale_max; perbaiki skalanya, atau batasi nilainya dengan min() atau max()" });
}

static void compute(struct scored *one, const struct value *answers)
{
	struct operand result;

	one->value = NAN;
	if (one->among != NULL && expression_truth(one->among, answers) != TRUTH_TRUE)
		return;
	result = expression_evaluate(one->calculation, answers);
	if (result.kind == OPERAND_MISSING)
		return;
	if (!operand_number(result, &one->value))
		refuse_value(one->indicator, keep_text(result.text, result.length),
			     (struct text){ "the calculation gives a text; score() turns choices into numbers",
					    "perhitungan memberi teks; score() mengubah pilihan menjadi angka" });
	check_value(one);
}

/* Mean of the answered members, each brought to 0-100 and turned so that up is good. */
static void compute_index(struct scored *one, const struct value *answers)
{
	const struct indicator *index = one->indicator;
	size_t answered = 0, i;
	double sum = 0;

	one->value = NAN;
	if (one->among != NULL && expression_truth(one->among, answers) != TRUTH_TRUE)
		return;
	for (i = 0; i < index->member_count; i++) {
		const struct scored *member = &scored[index->members[i]];
		const struct indicator *scale = member->indicator;
		double share = (member->value - scale->scale_min) / (scale->scale_max - scale->scale_min);

		if (isnan(member->value))
			continue;
		answered++;
		sum += 100 * (scale->direction == DIRECTION_DOWN ? 1 - share : share);
	}
	if (answered >= index_least(index))
		one->value = sum / (double)answered;
}

static void put_score(const struct scored *one)
{
	struct decimal decimal;
	char text[32];

	if (isnan(one->value)) {
		put_missing(output);
		return;
	}
	if (!decimal_of_number(one->value, one->indicator->denominator, DECIMALS, &decimal))
		refuse_value(one->indicator, keep_format("%g", one->value),
			     (struct text){ "more than 18 digits", "lebih dari 18 angka" });
	put_text(output, text, decimal_text(decimal, text));
}

static void put_group(struct expression *group, const struct value *answers)
{
	struct operand result = expression_evaluate(group, answers);
	char text[32];

	if (result.kind == OPERAND_TEXT)
		put_text(output, result.text, result.length);
	else if (result.kind == OPERAND_NUMBER)
		put_text(output, text, number_text(result.number, text));
	else
		put_missing(output);
}

static void row(const struct value *needed)
{
	const struct value *answers = stage_input()->values;
	size_t i;

	for (i = 0; i < indicators->count; i++)
		if (scored[i].calculation != NULL)
			compute(&scored[i], answers);
	for (i = 0; i < indicators->count; i++)
		if (scored[i].calculation == NULL)
			compute_index(&scored[i], answers);
	for (i = 0; i < KEY_COUNT; i++)
		put_value(output, needed[i]);
	for (i = 0; i < groups->count; i++)
		put_group(grouping[i], answers);
	for (i = 0; i < indicators->count; i++)
		put_score(&scored[i]);
	end_row(output);
}

static const struct stage stage = {
	.name = "score",
	.purpose = { "Compute the indicators of each person from the answers.",
		     "Menghitung indikator setiap orang dari jawabannya." },
	.tables = tables,
	.needs = needs,
	.makes_note = "respondent,round,arm,cluster,stratum,weight,fpc,GROUPS,INDICATORS",
	.begin = begin,
	.row = row,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
