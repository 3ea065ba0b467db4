/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads denominators and numerators out of a tally. */
#include "result/ratio.h"

#include <math.h>

/* Sums are in 10^-9; village sums that all end in zeros are counted in up to 10^-3. */
enum { MOST_TENS = 6 };

bool is_ratio(const struct tally_block *block)
{
	return block->ratio;
}

double ratio_of(const struct sample_sums *sums, int64_t scale)
{
	struct exact divisor;

	if (sums->n == 0 || exact_multiply_int64(sums->weights.sum_w, scale, &divisor) != STAT_OK)
		return (double)NAN;
	return exact_ratio(sums->weights.sum_wy, divisor);
}

/* How often 10 divides a sum, at most `most` times. */
static int tens_of(struct exact sum, int most)
{
	uint32_t rest = 0;
	int tens;

	for (tens = 0; tens < most; tens++) {
		exact_divide(sum, 10, &sum, &rest);
		if (rest != 0)
			return tens;
	}
	return most;
}

uint32_t ratio_unit(const struct tally_block *block)
{
	uint32_t unit = 1;
	int tens = MOST_TENS;
	size_t i;

	for (i = 0; i < block->count; i++) {
		const struct tally_row *row = &block->rows[i];

		if (row->kind != VILLAGE_ROW || row->weights == NULL)
			continue;
		tens = tens_of(row->weights->sum_w, tens);
		tens = tens_of(row->weights->sum_wy, tens);
	}
	for (; tens > 0; tens--)
		unit *= 10;
	return unit;
}

struct cluster_cell ratio_part(
	const struct tally_row *row, uint32_t unit, size_t rows, size_t cluster, size_t cell)
{
	struct cluster_cell part = { cluster, cell, 0, { { 0 } } };
	struct exact size;
	uint32_t rest;

	if (row->weights == NULL)
		return part;
	exact_divide(row->weights->sum_w, unit, &size, &rest);
	exact_divide(row->weights->sum_wy, unit, &part.sum, &rest);
	if (!exact_to_int64(size, &part.n) || part.n > INT64_MAX / (int64_t)rows)
		part.n = -1;
	return part;
}
