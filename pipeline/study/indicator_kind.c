/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from an indicator's row: its goal, its type, how an index is built. */
#include "study/study.h"

const struct goal *goal_of(const struct indicator *indicator)
{
	return &goals_load()->list[indicator->goal];
}

const char *indicator_per_column(const struct indicator *indicator)
{
	return keep_format("%s.per", indicator->name);
}

bool indicator_of_people(const struct indicator *indicator)
{
	return indicator->type != INDICATOR_RATIO;
}

bool indicator_too_early(const struct indicator *indicator, size_t round)
{
	return goal_of(indicator)->kind != KIND_HARM && (int64_t)round < indicator->lag_rounds;
}

bool index_standardised(const struct indicator *indicator)
{
	return indicator->type == INDICATOR_INDEX &&
		(indicator->build == BUILD_Z_AVERAGE || indicator->build == BUILD_ICW);
}

bool index_of_hundred(const struct indicator *indicator)
{
	return indicator->type == INDICATOR_INDEX && !index_standardised(indicator);
}

bool index_counting(const struct indicator *indicator)
{
	return indicator->type == INDICATOR_INDEX && indicator->build == BUILD_ALKIRE_FOSTER;
}

size_t indicator_find(const struct indicators *indicators, struct value name)
{
	size_t i;

	for (i = 0; i < indicators->count; i++)
		if (same_text(name, indicators->list[i].name))
			return i;
	return NO_NAME;
}

size_t indicator_in(const struct value *needed, size_t column)
{
	size_t indicator = indicator_find(indicators_load(), needed[column]);
	struct place at = stage_place(column);

	if (indicator == NO_NAME)
		refuse(&at,
			SAY("this indicator does not stand in indicators.csv",
				"indikator ini tidak ada di indicators.csv"));
	return indicator;
}

bool indicator_any(bool (*is_such)(const struct indicator *indicator))
{
	const struct indicators *indicators = indicators_load();

	for (size_t i = 0; i < indicators->count; i++)
		if (is_such(&indicators->list[i]))
			return true;
	return false;
}
