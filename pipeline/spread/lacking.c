/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds each row of the scores against the cut-offs of an index. */
#include "spread/lacking.h"

#include "people/covariates.h"
#include "study/indicator_adequacy.h"

static const struct people *people;
static const struct indicator *counting;
static int64_t *weights; /* of each row of the store */
static bool *dropped;

int64_t lacking_member(uint32_t row, size_t member)
{
	size_t number = counting->members[member];
	int64_t units = series_value(&people->store->indicators[number].values, row);

	if (units == NO_VALUE)
		return NO_VALUE;
	return adequacy_lacking(&indicators_load()->list[number],
		(double)units / (double)indicator_scale(people, number));
}

static void count_row(const struct series *index, uint32_t row)
{
	size_t answered = 0, i;

	weights[row] = 0;
	for (i = 0; i < counting->member_count; i++) {
		int64_t lacks = lacking_member(row, i);

		if (lacks == NO_VALUE)
			continue;
		answered++;
		weights[row] += lacks * counting->member_weights[i];
	}
	dropped[row] = answered > 0 && answered < counting->member_count;
	if (series_value(index, row) == NO_VALUE || answered < counting->member_count)
		weights[row] = NO_VALUE;
}

void lacking_begin(const struct people *all, size_t index)
{
	size_t row;

	if (weights == NULL) {
		weights = keep((all->store->rows + 1) * sizeof(*weights));
		dropped = keep((all->store->rows + 1) * sizeof(*dropped));
	}
	people = all;
	counting = &indicators_load()->list[index];
	for (row = 0; row < all->store->rows; row++)
		count_row(&all->store->indicators[index].values, (uint32_t)row);
}

int64_t lacking_weight(uint32_t row)
{
	return weights[row];
}

bool lacking_dropped(uint32_t row)
{
	return dropped[row];
}
