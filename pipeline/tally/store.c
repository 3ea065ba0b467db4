/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs scored rows: exact integers for values, numbers for names. */
#include "tally/store.h"

#include <stdlib.h>
#include <string.h>

#include "kit/decimal.h"
#include "tally/arrange.h"
#include "tally/link.h"
#include "tally/tally.h"
#include "tally/units.h"

enum { MOST_DECIMALS = 9 };

static const int64_t most_value = INT64_MAX / 4;

static struct store store;
static const struct indicators *indicators;
static const struct groups *groups;
static const struct rounds *rounds;
static size_t *group_column, *indicator_column, *per_column;
static struct names **group_names;
static struct name_endings *group_endings;
static size_t *group_capacity;
static size_t fpc_capacity, unit_capacity, round_capacity, person_capacity;

static size_t column_of(const struct reader *scores, const char *name)
{
	size_t column = reader_column(scores, name);

	if (column == NO_NAME)
		refuse(&(struct place){ scores->file, scores->line, name, NULL },
			SAY("this column is missing: the scores do not fit indicators.csv or "
			    "groups.csv",
				"kolom ini tidak ada: skor tidak cocok dengan indicators.csv atau "
				"groups.csv"));
	return column;
}

void store_begin(const struct reader *scores)
{
	size_t i;

	indicators = indicators_load();
	groups = groups_load();
	rounds = rounds_load();
	stop_on_faults();
	units_begin();
	store.weight_unit = 1000000000;
	group_column = keep((groups->count + 1) * sizeof(*group_column));
	group_names = keep((groups->count + 1) * sizeof(*group_names));
	group_endings = keep((groups->count + 1) * sizeof(*group_endings));
	group_capacity = keep((groups->count + 1) * sizeof(*group_capacity));
	store.groups = keep((groups->count + 1) * sizeof(*store.groups));
	for (i = 0; i < groups->count; i++) {
		group_column[i] = column_of(scores, groups->list[i].name);
		group_names[i] = names_new();
		store.groups[i].names = group_names[i];
	}
	indicator_column = keep((indicators->count + 1) * sizeof(*indicator_column));
	per_column = keep((indicators->count + 1) * sizeof(*per_column));
	store.indicators = keep((indicators->count + 1) * sizeof(*store.indicators));
	for (i = 0; i < indicators->count; i++) {
		int64_t denominator = indicators->list[i].denominator;

		indicator_column[i] = column_of(scores, indicators->list[i].name);
		if (indicators->list[i].type == INDICATOR_RATIO)
			per_column[i] =
				column_of(scores, indicator_per_column(&indicators->list[i]));
		store.indicators[i].scale = denominator == 0 ? 1 : denominator;
	}
}

static _Noreturn void refuse_value(size_t column, const char *reason)
{
	struct place at = reader_place(stage_input(), column);

	link_waiting(&store);
	refuse(&at, "%s", reason);
}

/* Stored values of an indicator without a lattice get more decimals. */
static void add_decimals(size_t indicator, int decimals, size_t column)
{
	for (; store.indicators[indicator].decimals < decimals;
		store.indicators[indicator].decimals++)
		if (!series_multiply(&store.indicators[indicator].values, 10, most_value))
			refuse_value(column,
				SAY("with this many decimals an earlier value no longer fits in 18 "
				    "digits",
					"dengan desimal sebanyak ini nilai sebelumnya tidak lagi "
					"muat dalam 18 angka"));
}

/* Whether changes of such values, and the span of those, fit in 64 bits. */
static bool fits(int64_t value)
{
	return value <= most_value && value >= -most_value;
}

static int64_t value_of(size_t indicator, struct value text)
{
	size_t column = indicator_column[indicator];
	int64_t denominator = indicators->list[indicator].denominator, value;
	struct decimal decimal;

	if (missing(text))
		return NO_VALUE;
	if (!decimal_read(text, &decimal))
		refuse_value(column,
			SAY("not a number of at most 18 digits",
				"bukan angka dengan paling banyak 18 digit"));
	if (denominator != 0) {
		if (!lattice_snap(decimal, denominator, &value) || !fits(value))
			refuse_value(column,
				keep_format(
					SAY("cannot come from this indicator's calculation, whose "
					    "values are multiples of 1/%lld",
						"tidak mungkin berasal dari perhitungan indikator "
						"ini, yang nilainya kelipatan 1/%lld"),
					(long long)denominator));
		return value;
	}
	decimal = decimal_round(decimal, MOST_DECIMALS);
	add_decimals(indicator, decimal.decimals, column);
	if (!decimal_rescale(decimal, store.indicators[indicator].decimals, &value) || !fits(value))
		refuse_value(column,
			SAY("more than 18 digits together with the decimals of other values",
				"lebih dari 18 angka bersama desimal nilai lainnya"));
	return value;
}

/* A number above 0 at 9 decimals, in units of 10^-9; 0 for any other. */
static int64_t positive_of(struct value text)
{
	struct decimal decimal;
	int64_t amount = 0;

	if (!decimal_read(text, &decimal) ||
		!decimal_rescale(
			decimal_round(decimal, WEIGHT_DECIMALS), WEIGHT_DECIMALS, &amount) ||
		amount < 0)
		return 0;
	return amount;
}

/* What study.csv declares to be such a number. */
static int64_t amount_of(struct value text, const char *column)
{
	int64_t amount = positive_of(text);

	if (amount == 0)
		refuse_value(reader_column(stage_input(), column),
			SAY("not a number above 0, as study.csv declares",
				"bukan angka di atas 0 seperti dinyatakan study.csv"));
	return amount;
}

/* Weights have as many decimals as were seen, so that they take few bytes and their sums few bits. */
static void add_weight(const struct value *keys)
{
	struct series *weights = &store.weights;
	struct value text = keys[KEY_WEIGHT];
	int64_t amount;

	if (study_load()->weight.count == 0 || series_append_known(weights, text))
		return;
	amount = amount_of(text, "weight");
	while (amount % store.weight_unit != 0) {
		store.weight_unit /= 10;
		series_multiply(weights, 10, INT64_MAX);
	}
	series_append(weights, text, amount / store.weight_unit);
}

bool store_weighted(const struct store *from)
{
	return from->weights.rows > 0;
}

int64_t store_weight(const struct store *from, size_t row)
{
	return store_weighted(from) ? series_value(&from->weights, row) * from->weight_unit : 0;
}

static void add_fpc(const struct value *keys, size_t stratum, size_t round)
{
	size_t at = stratum * rounds->count + round;
	int64_t fpc;

	if (study_load()->fpc.count == 0)
		return;
	fpc = amount_of(keys[KEY_FPC], "fpc");
	store.fpc =
		grow(store.fpc, &fpc_capacity, (stratum + 1) * rounds->count, sizeof(*store.fpc));
	if (store.fpc[at] != 0 && store.fpc[at] != fpc)
		refuse_value(reader_column(stage_input(), "fpc"),
			SAY("an earlier row of this stratum and round has another population",
				"baris sebelumnya dari strata dan putaran ini menyebut populasi "
				"lain"));
	store.fpc[at] = fpc;
}

int64_t store_fpc(const struct store *from, const char *stratum, size_t round)
{
	size_t number = name_find(from->strata, stratum, strlen(stratum));

	return from->fpc == NULL || number == NO_NAME ? 0
						      : from->fpc[number * rounds->count + round];
}

static void add_group(size_t group, size_t row)
{
	struct value value = stage_input()->values[group_column[group]];
	size_t code = missing(value)
		? 0
		: name_recall(group_names[group], &group_endings[group], value.text, value.length) +
			1;

	if (code > UINT16_MAX)
		refuse_value(group_column[group],
			SAY("more than 65535 values of a group",
				"lebih dari 65535 nilai dalam satu kelompok"));
	store.groups[group].code =
		grow(store.groups[group].code, &group_capacity[group], row + 1, sizeof(uint16_t));
	store.groups[group].code[row] = (uint16_t)code;
}

/* The denominator of a ratio, which is there where the numerator is. */
static void add_per(size_t indicator, struct value numerator)
{
	struct series *series = &store.indicators[indicator].per;
	struct value text = stage_input()->values[per_column[indicator]];
	int64_t per = missing(text) ? NO_VALUE : positive_of(text);

	if (per == 0 || missing(text) != missing(numerator))
		refuse_value(per_column[indicator],
			SAY("a ratio needs a denominator above 0 and below 10^9, with 9 decimals "
			    "at most, and a numerator, or neither",
				"ratio memerlukan penyebut di atas 0 dan di bawah 10^9, paling "
				"banyak 9 desimal, beserta pembilangnya, "
				"atau keduanya kosong"));
	if (!series_append_known(series, text))
		series_append(series, text, per);
}

void store_add(const struct value *keys)
{
	const struct reader *input = stage_input();
	size_t round = round_find(rounds, keys[KEY_ROUND]), row = store.rows, stratum, i;

	if (round == NO_NAME)
		refuse_value(reader_column(input, "round"),
			SAY("this round does not stand in rounds.csv",
				"putaran ini tidak ada di rounds.csv"));
	if (missing(keys[KEY_CLUSTER]))
		refuse_value(reader_column(input, "cluster"),
			SAY("no village; where a study has none, each respondent stands for one",
				"tidak ada desa; bila studi tanpa desa, setiap responden berdiri "
				"sendiri"));
	if (row == NO_ROW - 1 || rounds->count > UINT8_MAX)
		refuse_value(0,
			SAY("more than 4 thousand million rows or 255 rounds",
				"lebih dari 4 miliar baris atau 255 putaran"));
	store.unit = grow(store.unit, &unit_capacity, row + 1, sizeof(*store.unit));
	store.round = grow(store.round, &round_capacity, row + 1, sizeof(*store.round));
	store.person = grow(store.person, &person_capacity, row + 1, sizeof(*store.person));
	store.round[row] = (uint8_t)round;
	stratum = unit_row(&store, keys);
	add_weight(keys);
	add_fpc(keys, stratum, round);
	link_row(&store, keys[KEY_RESPONDENT]);
	for (i = 0; i < groups->count; i++)
		add_group(i, row);
	for (i = 0; i < indicators->count; i++) {
		struct series *values = &store.indicators[i].values;
		struct value text = input->values[indicator_column[i]];

		if (!series_append_known(values, text))
			series_append(values, text, value_of(i, text));
		if (indicators->list[i].type == INDICATOR_RATIO)
			add_per(i, text);
	}
	store.rows++;
}

const struct store *store_finish(void)
{
	link_finish(&store);
	store.strata = unit_strata();
	store_arrange(&store, units_finish(&store));
	return &store;
}
