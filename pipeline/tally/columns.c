/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of tally.csv, and rows read from text. */
#include "tally/tally.h"

const char *const measure_names[MEASURE_COUNT] = { "level", "change", "better", "worse" };

#define COLUMN(name, type, en, id) \
	{ \
		name, type, false, \
		{ \
			en, id \
		} \
	}

const struct column tally_columns[TALLY_COLUMN_COUNT + 1] = {
	[TALLY_MEASURE] = COLUMN("measure", TYPE_TEXT, "level, change, better or worse",
		"level, change, better, atau worse"),
	[TALLY_INDICATOR] = COLUMN("indicator", TYPE_TEXT, "the indicator", "indikator"),
	[TALLY_SCALE] = COLUMN("scale", TYPE_INTEGER, "sums are in units of 1/scale",
		"jumlah dalam satuan 1/scale"),
	[TALLY_ROUND_FROM] = COLUMN("round_from", TYPE_TEXT, "earlier round of a change",
		"putaran awal suatu perubahan"),
	[TALLY_ROUND] = COLUMN("round", TYPE_TEXT, "the round, the later one of a change",
		"putaran; untuk perubahan: yang belakangan"),
	[TALLY_ARM] =
		COLUMN("arm", TYPE_TEXT, "programme or comparison", "program atau pembanding"),
	[TALLY_GROUP] = COLUMN(
		"group", TYPE_TEXT, "group; blank is everybody", "kelompok; kosong berarti semua"),
	[TALLY_GROUP_VALUE] = COLUMN(
		"group_value", TYPE_TEXT, "which part of the group", "bagian kelompok yang mana"),
	[TALLY_STRATUM] = COLUMN("stratum", TYPE_TEXT, "stratum", "strata"),
	[TALLY_CLUSTER] =
		COLUMN("cluster", TYPE_TEXT, "village, in village rows", "desa, pada baris desa"),
	[TALLY_VALUE] = COLUMN("value", TYPE_NUMBER, "value, in value rows, in units of 1/scale",
		"nilai, pada baris nilai, dalam satuan 1/scale"),
	[TALLY_N] = COLUMN("n", TYPE_INTEGER, "people with a value", "orang yang punya nilai"),
	[TALLY_N_MISSING] =
		COLUMN("n_missing", TYPE_INTEGER, "people without one", "orang tanpa nilai"),
	[TALLY_SUM_W] = COLUMN("sum_w", TYPE_NUMBER, "sum of weights", "jumlah bobot"),
	[TALLY_SUM_WY] =
		COLUMN("sum_wy", TYPE_NUMBER, "sum of weight times y", "jumlah bobot kali y"),
	[TALLY_SUM_Y] = COLUMN("sum_y", TYPE_NUMBER, "sum of y", "jumlah y"),
	[TALLY_SUM_W2] =
		COLUMN("sum_w2", TYPE_NUMBER, "sum of squared weights", "jumlah kuadrat bobot"),
	[TALLY_SUM_WY2] = COLUMN("sum_wy2", TYPE_NUMBER, "sum of weight times y squared",
		"jumlah bobot kali kuadrat y"),
	[TALLY_SUM_Y2] = COLUMN("sum_y2", TYPE_NUMBER, "sum of y squared", "jumlah kuadrat y"),
	[TALLY_SUM_X] = COLUMN("sum_x", TYPE_NUMBER, "sum of earlier values", "jumlah nilai awal"),
	[TALLY_SUM_X2] = COLUMN("sum_x2", TYPE_NUMBER, "sum of squared earlier values",
		"jumlah kuadrat nilai awal"),
	[TALLY_SUM_XY] = COLUMN("sum_xy", TYPE_NUMBER, "sum of earlier value times change",
		"jumlah nilai awal kali perubahan"),
	[TALLY_SUM_WX] =
		COLUMN("sum_wx", TYPE_NUMBER, "sum of weight times x", "jumlah bobot kali x"),
	[TALLY_SUM_W2Y] = COLUMN("sum_w2y", TYPE_NUMBER, "sum of squared weight times y",
		"jumlah kuadrat bobot kali y"),
	[TALLY_SUM_W2Y2] = COLUMN("sum_w2y2", TYPE_NUMBER, "sum of squared weight times squared y",
		"jumlah kuadrat bobot kali kuadrat y"),
	[TALLY_FPC] = COLUMN("fpc", TYPE_NUMBER, "clusters in the stratum's population",
		"jumlah desa dalam populasi strata"),
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static _Noreturn void refuse_cell(const struct place *at, const struct value *needed,
	enum tally_column column, const char *reason)
{
	refuse(&(struct place){ at->file, at->line, tally_columns[column].name,
		       needed[column].text },
		"%s", reason);
}

/* Equal texts give the same pointer. */
static const char *interned(const struct value *needed, enum tally_column column)
{
	static const char blank[] = "";
	static struct names *texts;
	static struct name_trail trails[TALLY_COLUMN_COUNT];
	struct value value = needed[column];

	if (missing(value))
		return blank;
	if (texts == NULL)
		texts = names_new();
	return name_text(texts, name_follow(texts, &trails[column], value.text, value.length));
}

static size_t round_of(const struct place *at, const struct value *needed, enum tally_column column)
{
	size_t round = round_find(rounds_load(), needed[column]);

	if (round == NO_NAME)
		refuse_cell(at, needed, column,
			SAY("this round does not stand in rounds.csv",
				"putaran ini tidak ada di rounds.csv"));
	return round;
}

static int64_t count_of(
	const struct place *at, const struct value *needed, enum tally_column column)
{
	int64_t count = 0;

	if (!missing(needed[column]) && (!integer_read(needed[column], &count) || count < 0))
		refuse_cell(at, needed, column, SAY("not a count", "bukan cacah"));
	return count;
}

static bool sum_of(
	const struct value *needed, enum tally_column column, int decimals, struct exact *sum)
{
	*sum = exact_from_int64(0);
	return missing(needed[column]) ||
		exact_from_text(
			needed[column].text, needed[column].length, (unsigned)decimals, sum);
}

static bool read_sums(const struct value *needed, int decimals, struct tally_row *row)
{
	struct exact value;

	if (!sum_of(needed, TALLY_VALUE, decimals, &value) || !exact_to_int64(value, &row->value))
		return false;
	row->rounded = row->kind == VALUE_ROW && !missing(needed[TALLY_SUM_Y]);
	return sum_of(needed, TALLY_SUM_Y, decimals, &row->sum_y);
}

static bool read_products(const struct value *needed, int decimals, struct tally_products *sums)
{
	return sum_of(needed, TALLY_SUM_Y2, 2 * decimals, &sums->sum_y2) &&
		sum_of(needed, TALLY_SUM_X, decimals, &sums->sum_x) &&
		sum_of(needed, TALLY_SUM_X2, 2 * decimals, &sums->sum_x2) &&
		sum_of(needed, TALLY_SUM_XY, 2 * decimals, &sums->sum_xy);
}

static bool read_weights(const struct value *needed, int decimals, struct tally_weights *sums)
{
	return sum_of(needed, TALLY_SUM_W, WEIGHT_DECIMALS, &sums->sum_w) &&
		sum_of(needed, TALLY_SUM_WY, WEIGHT_DECIMALS + decimals, &sums->sum_wy);
}

static bool read_weight_products(
	const struct value *needed, int decimals, struct tally_weight_products *sums)
{
	const int w = WEIGHT_DECIMALS;

	return sum_of(needed, TALLY_SUM_W2, 2 * w, &sums->sum_w2) &&
		sum_of(needed, TALLY_SUM_WY2, w + 2 * decimals, &sums->sum_wy2) &&
		sum_of(needed, TALLY_SUM_WX, w + decimals, &sums->sum_wx) &&
		sum_of(needed, TALLY_SUM_W2Y, 2 * w + decimals, &sums->sum_w2y) &&
		sum_of(needed, TALLY_SUM_W2Y2, 2 * w + 2 * decimals, &sums->sum_w2y2);
}

static bool read_fpc(const struct value *needed, struct tally_row *row)
{
	struct exact fpc;

	return sum_of(needed, TALLY_FPC, WEIGHT_DECIMALS, &fpc) && exact_to_int64(fpc, &row->fpc);
}

bool tally_read(const struct value *needed, int decimals, const struct place *at,
	const struct tally_room *room, struct tally_row *row)
{
	size_t measure = 0;

	while (measure < MEASURE_COUNT && !same_text(needed[TALLY_MEASURE], measure_names[measure]))
		measure++;
	if (measure == MEASURE_COUNT)
		refuse_cell(
			at, needed, TALLY_MEASURE, SAY("unknown measure", "ukuran tidak dikenal"));
	*row = (struct tally_row){
		.kind = !missing(needed[TALLY_VALUE])     ? VALUE_ROW
			: !missing(needed[TALLY_CLUSTER]) ? VILLAGE_ROW
							  : TOTAL_ROW,
		.measure = (enum measure)measure,
		.round_from = measure == LEVEL ? NO_NAME : round_of(at, needed, TALLY_ROUND_FROM),
		.round = round_of(at, needed, TALLY_ROUND),
		.arm = interned(needed, TALLY_ARM),
		.group = interned(needed, TALLY_GROUP),
		.group_value = interned(needed, TALLY_GROUP_VALUE),
		.stratum = interned(needed, TALLY_STRATUM),
		.cluster = interned(needed, TALLY_CLUSTER),
		.n = count_of(at, needed, TALLY_N),
		.n_missing = count_of(at, needed, TALLY_N_MISSING),
	};
	decimals = tally_has_values(row->measure) ? decimals : 0;
	row->products = row->kind == VALUE_ROW ? NULL : room->products;
	row->weights = missing(needed[TALLY_SUM_W]) ? NULL : room->weights;
	row->weight_products =
		row->weights == NULL || row->kind != TOTAL_ROW ? NULL : room->weight_products;
	return read_sums(needed, decimals, row) && read_fpc(needed, row) &&
		(row->products == NULL || read_products(needed, decimals, row->products)) &&
		(row->weights == NULL || read_weights(needed, decimals, row->weights)) &&
		(row->weight_products == NULL ||
			read_weight_products(needed, decimals, row->weight_products));
}

bool tally_add_weights(struct tally_weights *into, const struct tally_weights *more)
{
	return into == NULL ||
		(exact_add(into->sum_w, more->sum_w, &into->sum_w) == STAT_OK &&
			exact_add(into->sum_wy, more->sum_wy, &into->sum_wy) == STAT_OK);
}

bool tally_add_weight_products(
	struct tally_weight_products *into, const struct tally_weight_products *more)
{
	return into == NULL ||
		(exact_add(into->sum_w2, more->sum_w2, &into->sum_w2) == STAT_OK &&
			exact_add(into->sum_wy2, more->sum_wy2, &into->sum_wy2) == STAT_OK &&
			exact_add(into->sum_wx, more->sum_wx, &into->sum_wx) == STAT_OK &&
			exact_add(into->sum_w2y, more->sum_w2y, &into->sum_w2y) == STAT_OK &&
			exact_add(into->sum_w2y2, more->sum_w2y2, &into->sum_w2y2) == STAT_OK);
}
