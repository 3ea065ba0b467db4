/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators from answers, and indices from indicators. */
#include "scoring/scoring.h"

#include <math.h>

#include "scoring/index.h"

void scoring_scale(struct scored *scored, const struct norms *norms)
{
	size_t i;

	for (i = 0; i < indicators_load()->count; i++) {
		const struct indicator *indicator = scored[i].indicator;
		const struct norm *norm = norms == NULL ? NULL : norm_find(norms, indicator->name);

		scored[i].low = indicator->scale_min;
		scored[i].high = indicator->scale_max;
		if (norm != NULL && indicator->min_frozen)
			scored[i].low = norm->p5;
		if (norm != NULL && indicator->max_frozen)
			scored[i].high = norm->p95;
		if (norms != NULL && norms->standards[i].count > 0)
			scored[i].standard = &norms->standards[i];
	}
}

struct scored *scoring_begin(const struct value *header, size_t columns, const struct norms *norms)
{
	const struct indicators *indicators = indicators_load();
	struct scored *scored = keep((indicators->count + 1) * sizeof(*scored));
	size_t i;

	for (i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->list[i];

		scored[i].indicator = indicator;
		if (indicator->type != INDICATOR_INDEX)
			scored[i].calculation = study_calculation(indicator->calculation,
				&indicator->place, indicator->name, norms, header, columns);
		if (*indicator->per != '\0')
			scored[i].per = study_calculation(indicator->per, &indicator->per_place,
				indicator->name, norms, header, columns);
		scored[i].answer = NO_NAME;
		if (scored[i].calculation != NULL) {
			scored[i].memo = memo_new(scored[i].calculation);
			scored[i].answer = expression_answer(scored[i].calculation);
		}
		if (*indicator->among != '\0')
			scored[i].among = study_expression(
				indicator->among, &indicator->among_place, header, columns);
	}
	scoring_scale(scored, norms);
	return scored;
}

bool scoring_includes(const struct expression *among, const struct value *answers)
{
	return among == NULL || expression_truth(among, answers) == TRUTH_TRUE;
}

/* An amount that needs no calculation is read once, and the caller may write it as it stands. */
static bool read_plain(struct scored *one, struct value answer)
{
	struct plain_answer *plain = &one->plain;

	plain->text = answer;
	plain->stands = plain_number(answer, &plain->units, &plain->decimals) &&
		plain_double(plain->units, plain->decimals, &one->value);
	return plain->stands;
}

/* Computes an indicator from the answers; `memory` is where it is to be remembered, or NULL. */
static void calculate(struct scored *one, const struct value *answers, struct memory *memory)
{
	struct operand result;

	one->value = NAN;
	if (memory == NULL && one->answer != NO_NAME && read_plain(one, answers[one->answer]))
		return;
	result = expression_evaluate(one->calculation, answers);
	if (result.kind != OPERAND_MISSING && !operand_number(result, &one->value))
		one->text = (struct value){ result.text, result.length };
	else if (memory != NULL)
		*memory = (struct memory){
			.answers = memory->answers, .number = one->value, .filled = true
		};
}

static void compute_plain(struct scored *one, const struct value *answers)
{
	struct memory *memory;

	one->text = (struct value){ "", 0 };
	one->memory = NULL;
	one->plain.stands = false;
	if (!scoring_includes(one->among, answers)) {
		one->value = NAN;
		return;
	}
	memory = memo_find(one->memo, answers);
	if (memory != NULL && memory->filled) {
		one->value = memory->number;
		one->memory = one->per == NULL ? memory : NULL;
		return;
	}
	calculate(one, answers, memory);
}

/* A ratio's denominator: who has none, or nothing, has no value at all. */
static void compute_per(struct scored *one, const struct value *answers)
{
	struct operand result;

	one->per_value = NAN;
	if (isnan(one->value))
		return;
	result = expression_evaluate(one->per, answers);
	if (result.kind != OPERAND_MISSING && !operand_number(result, &one->per_value))
		one->text = (struct value){ result.text, result.length };
	if (isnan(one->per_value) || one->per_value == 0)
		one->value = one->per_value = NAN;
}

static void compute_index(
	struct scored *one, const struct scored *scored, const struct value *answers)
{
	one->text = (struct value){ "", 0 };
	one->value = scoring_includes(one->among, answers) ? index_score(one, scored) : NAN;
}

void scoring_compute(struct scored *scored, const struct value *answers)
{
	size_t count = indicators_load()->count, indices = 0, i;

	for (i = 0; i < count; i++) {
		if (scored[i].calculation == NULL)
			indices++;
		else
			compute_plain(&scored[i], answers);
		if (scored[i].per != NULL)
			compute_per(&scored[i], answers);
	}
	for (i = 0; i < count && indices > 0; i++)
		if (scored[i].calculation == NULL)
			compute_index(&scored[i], scored, answers);
}
