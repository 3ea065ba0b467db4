/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of tally.csv written as text. */
#include <stdlib.h>
#include <string.h>

#include "kit/decimal.h"
#include "tally/tally.h"

/* What struct decimal holds. */
#define MOST_UNITS 1000000000000000000
enum { MOST_DECIMALS = 18 };

/* The row under way, and room for those of its fields that are numbers. */
static struct value fields[TALLY_COLUMN_COUNT];
static char rooms[TALLY_COLUMN_COUNT][EXACT_TEXT_SIZE];

static void set_missing(enum tally_column column)
{
	fields[column] = (struct value){ "", 0 };
}

/* Names are interned, so that the one that stands there from the row before need not be measured. */
static void set_name(enum tally_column column, const char *name)
{
	if (fields[column].text != name)
		fields[column] = (struct value){ name, strlen(name) };
}

/* Sums of 64 bits, as most are, are written without arithmetic in 256. */
static void set_exact(enum tally_column column, struct exact sum, int decimals)
{
	struct decimal small = { 0, decimals };
	char *text = rooms[column];
	size_t length;

	if (exact_to_int64(sum, &small.units) && llabs(small.units) < MOST_UNITS &&
		decimals <= MOST_DECIMALS)
		length = decimal_text(small, text);
	else
		length = exact_to_text(sum, (unsigned)decimals, text);
	fields[column] = (struct value){ text, length };
}

/* A sum where the kind of row has it, else nothing. */
static void set_where(bool filled, enum tally_column column, struct exact sum, int decimals)
{
	if (filled)
		set_exact(column, sum, decimals);
	else
		set_missing(column);
}

/* People who count alike leave the columns of weights empty. */
static void set_weights(const struct tally_row *row, int decimals, bool ratio)
{
	static const struct tally_weights no_weights;
	static const struct tally_weight_products no_products;
	const struct tally_weights *sums = row->weights == NULL ? &no_weights : row->weights;
	const struct tally_weight_products *products =
		row->weight_products == NULL ? &no_products : row->weight_products;
	bool weighted = row->weights != NULL, total = row->weight_products != NULL,
	     squares = total && !ratio;
	int w = WEIGHT_DECIMALS;

	set_where(weighted, TALLY_SUM_W, sums->sum_w, w);
	set_where(weighted && row->kind != VALUE_ROW, TALLY_SUM_WY, sums->sum_wy, w + decimals);
	set_where(squares, TALLY_SUM_W2, products->sum_w2, 2 * w);
	set_where(squares, TALLY_SUM_WY2, products->sum_wy2, w + 2 * decimals);
	set_where(total && row->measure == CHANGE, TALLY_SUM_WX, products->sum_wx, w + decimals);
	set_where(squares, TALLY_SUM_W2Y, products->sum_w2y, 2 * w + decimals);
	set_where(squares, TALLY_SUM_W2Y2, products->sum_w2y2, 2 * w + 2 * decimals);
}

static void set_sums(const struct tally_row *row, int decimals)
{
	static const struct tally_products no_products;
	const struct tally_products *products =
		row->products == NULL ? &no_products : row->products;
	bool total = row->kind == TOTAL_ROW;
	bool values = row->kind != VALUE_ROW && (total || tally_has_values(row->measure));
	bool pair = row->kind != VALUE_ROW && row->measure == CHANGE;

	set_where(row->kind != VALUE_ROW || row->rounded, TALLY_SUM_Y, row->sum_y, decimals);
	set_where(values, TALLY_SUM_Y2, products->sum_y2, 2 * decimals);
	set_where(pair, TALLY_SUM_X, products->sum_x, decimals);
	set_where(pair, TALLY_SUM_X2, products->sum_x2, 2 * decimals);
	set_where(pair, TALLY_SUM_XY, products->sum_xy, 2 * decimals);
	set_where(total && row->fpc > 0, TALLY_FPC, exact_from_int64(row->fpc), WEIGHT_DECIMALS);
}

void tally_put(
	const struct tally_row *row, const struct indicator *indicator, int64_t scale, int decimals)
{
	const struct round *rounds = rounds_load()->list;
	bool counts = row->kind == VALUE_ROW;

	if (!tally_has_values(row->measure)) {
		scale = 1;
		decimals = 0;
	}
	set_name(TALLY_MEASURE, measure_names[row->measure]);
	set_name(TALLY_INDICATOR, indicator->name);
	set_exact(TALLY_SCALE, exact_from_int64(scale), 0);
	set_name(TALLY_ROUND_FROM, row->round_from == NO_NAME ? "" : rounds[row->round_from].name);
	set_name(TALLY_ROUND, rounds[row->round].name);
	set_name(TALLY_ARM, row->arm);
	set_name(TALLY_GROUP, row->group);
	set_name(TALLY_GROUP_VALUE, row->group_value);
	set_name(TALLY_STRATUM, row->stratum);
	set_name(TALLY_CLUSTER, row->cluster);
	set_where(counts, TALLY_VALUE, exact_from_int64(row->value), decimals);
	set_exact(TALLY_N, exact_from_int64(row->n), 0);
	set_where(!counts, TALLY_N_MISSING, exact_from_int64(row->n_missing), 0);
	set_sums(row, decimals);
	set_weights(row, decimals, indicator->type == INDICATOR_RATIO);
	put_many(output, fields, TALLY_COLUMN_COUNT);
	end_row(output);
}
