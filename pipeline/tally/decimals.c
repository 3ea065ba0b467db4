/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the sums of an indicator more implied decimals. */
#include "tally/tally.h"

static void rescale(struct exact *sum, int by)
{
	while (by-- > 0)
		if (exact_multiply_int64(*sum, 10, sum) != STAT_OK)
			refuse(NULL,
				SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
}

static void rescale_products(struct tally_products *sums, int more)
{
	rescale(&sums->sum_x, more);
	rescale(&sums->sum_y2, 2 * more);
	rescale(&sums->sum_x2, 2 * more);
	rescale(&sums->sum_xy, 2 * more);
}

static void rescale_weight_products(struct tally_weight_products *sums, int more)
{
	rescale(&sums->sum_wy2, 2 * more);
	rescale(&sums->sum_wx, more);
	rescale(&sums->sum_w2y, more);
	rescale(&sums->sum_w2y2, 2 * more);
}

void tally_give_decimals(struct tally_block *block, struct tally_row *rows, int decimals)
{
	int more = decimals - block->decimals, j;
	struct exact value;
	size_t i;

	if (more <= 0)
		return;
	for (j = 0; j < more; j++)
		block->scale *= 10;
	block->decimals = decimals;
	block->as_written = true;
	for (i = 0; i < block->count; i++) {
		if (!tally_has_values(rows[i].measure))
			continue;
		value = exact_from_int64(rows[i].value);
		rescale(&value, more);
		if (!exact_to_int64(value, &rows[i].value))
			refuse(NULL,
				SAY("a value with all decimals of the others does not fit in 18 "
				    "digits",
					"suatu nilai dengan semua desimal nilai lainnya melebihi "
					"18 angka"));
		rescale(&rows[i].sum_y, more);
		if (rows[i].products != NULL)
			rescale_products(rows[i].products, more);
		if (rows[i].weights != NULL)
			rescale(&rows[i].weights->sum_wy, more);
		if (rows[i].weight_products != NULL)
			rescale_weight_products(rows[i].weight_products, more);
	}
}
