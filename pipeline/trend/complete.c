/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds those who have a value in every round. */
#include "trend/complete.h"

static uint32_t *rows;
static int64_t *values;
static size_t row_capacity, value_capacity;

/* Fills in a person's values; false if one is missing. */
static bool take_values(const struct people *people, size_t indicator, const struct course *course,
	uint32_t row, int64_t *own)
{
	const struct series *series = &people->store->indicators[indicator].values;
	size_t r;

	for (r = 0; r < course->count; r++) {
		uint32_t at = row_in_round(people, row, course->rounds[r]);

		own[r] = at == NO_ROW ? NO_VALUE : series_value(series, at);
		if (own[r] == NO_VALUE)
			return false;
	}
	return true;
}

struct complete complete_of(
	const struct people *people, size_t indicator, const struct course *course)
{
	const uint32_t *start = people->store->round_start + course->rounds[0];
	size_t count = 0;
	uint32_t row;

	rows = grow(rows, &row_capacity, start[1] - start[0] + 1, sizeof(*rows));
	values = grow(values, &value_capacity, (start[1] - start[0] + 1) * course->count,
		sizeof(*values));
	for (row = start[0]; row < start[1] && study_load()->design == PANEL; row++)
		if (take_values(people, indicator, course, row, values + count * course->count))
			rows[count++] = row;
	return (struct complete){ course->count, count, rows, values };
}

int128 complete_slope(const struct complete *complete, const struct course *course, size_t person)
{
	const int64_t *own = complete->values + person * complete->rounds;
	int128 sum = 0;
	size_t r;

	for (r = 0; r < complete->rounds; r++)
		sum += (int128)course->c[r] * own[r];
	return sum;
}

struct repeated complete_ranks(const struct people *people, const struct complete *complete,
	size_t arm, const struct division *division)
{
	struct repeated ranks = { .rounds = complete->rounds };
	size_t i;

	for (i = 0; i < complete->count; i++)
		if (row_of_arm(people, complete->rows[i], arm) &&
			row_in_division(people, complete->rows[i], division))
			repeated_add(&ranks, complete->values + i * complete->rounds);
	return ranks;
}
