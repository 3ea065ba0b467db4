/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are compared by: indicators, and the shares of each value of a group. */
#include "people/covariates.h"

int64_t indicator_scale(const struct people *people, size_t indicator)
{
	int64_t scale = people->store->indicators[indicator].scale;
	int decimals = people->store->indicators[indicator].decimals;

	for (; decimals > 0; decimals--)
		scale *= 10;
	return scale;
}

static struct covariate of_indicator(const struct people *people, size_t which)
{
	const struct indicator *indicator = &indicators_load()->list[which];

	return (struct covariate){ .name = indicator->name,
		.value = "",
		.label = indicator->label,
		.indicator = which,
		.scale = indicator_scale(people, which) };
}

static struct covariate of_division(const struct division *division)
{
	struct text group = division->group->label, value = division->label;

	return (struct covariate){ .name = division->group->name,
		.value = division->value,
		.label = { keep_format("%s: %s", group.en, value.en),
			keep_format("%s: %s", group.id, value.id) },
		.indicator = NO_NAME,
		.division = division,
		.scale = 1 };
}

size_t covariates(const struct people *people, const struct covariate **list)
{
	const struct division *all;
	size_t groups = divisions(people, &all), count = 0, i;
	struct covariate *made = keep((indicators_load()->count + groups) * sizeof(*made));

	for (i = 0; i < indicators_load()->count; i++)
		if (indicator_of_people(&indicators_load()->list[i]))
			made[count++] = of_indicator(people, i);
	for (i = 1; i < groups; i++)
		made[count++] = of_division(&all[i]);
	*list = made;
	return count;
}

int64_t covariate_value(
	const struct people *people, const struct covariate *covariate, uint32_t row)
{
	if (covariate->indicator != NO_NAME)
		return series_value(&people->store->indicators[covariate->indicator].values, row);
	if (people->store->groups[covariate->division->index].code[row] == 0)
		return NO_VALUE;
	return row_in_division(people, row, covariate->division);
}
