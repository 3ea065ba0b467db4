/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicators.csv: what is measured for each goal, and on which number lattice its values lie. */
#include "study/study.h"

#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "study/indicator_adequacy.h"
#include "study/indicator_columns.h"
#include "study/indicator_index.h"
#include "study/indicator_multiple.h"
#include "study/names.h"
#include "study/words.h"

static const char *const types[] = { "binary", "ordinal", "scale", "count", "amount", "index",
	"ratio", "multiple", NULL };
static const char *const builds[] = { "percent_of_maximum", "z_average", "icw", "alkire_foster",
	NULL };
static const char *const directions[] = { "none", "up", "down", NULL };

const char *direction_name(enum direction direction)
{
	return directions[direction == DIRECTION_NONE ? 0 : direction == DIRECTION_UP ? 1 : 2];
}

const char *indicator_type_name(enum indicator_type type)
{
	return types[type];
}

static enum direction direction_of(const struct table *table, size_t row)
{
	static const enum direction meanings[] = { DIRECTION_NONE, DIRECTION_UP, DIRECTION_DOWN };
	struct place at = cell_place(table, row, COLUMN_DIRECTION);

	/* without this one forgotten would be judged as neither */
	if (missing(cell_value(table, row, COLUMN_DIRECTION)))
		fault(&at,
			SAY("say which way is good: up, down or none",
				"sebutkan arah yang baik: up, down, atau none"));

	return meanings[words_choose(table, row, COLUMN_DIRECTION, directions, 0)];
}

/* An end of the scale: a number, or the percentile that stands for this end. */
static double scale_end(const struct table *table, size_t row, size_t column, bool *frozen)
{
	struct value value = cell_value(table, row, column);
	struct place at = cell_place(table, row, column);

	*frozen = same_text(value, column == COLUMN_SCALE_MIN ? "p5" : "p95");
	if (*frozen)
		return NAN;
	if (same_text(value, "p5") || same_text(value, "p95")) {
		fault(&at,
			SAY("scale_min is a number or p5, scale_max a number or p95",
				"scale_min berupa angka atau p5, scale_max berupa angka atau p95"));
		return NAN;
	}
	return cell_number(table, row, column);
}

static enum indicator_type type_of(const struct table *table, size_t row)
{
	struct place at = cell_place(table, row, COLUMN_TYPE);

	if (missing(cell_value(table, row, COLUMN_TYPE)))
		fault(&at,
			SAY("the type is missing; use one of: %s",
				"jenisnya kosong; pakai salah satu: %s"),
			words_join(types));
	return (enum indicator_type)words_choose(table, row, COLUMN_TYPE, types, INDICATOR_SCALE);
}

static enum build build_of(const struct table *table, size_t row, enum indicator_type type)
{
	struct place at = cell_place(table, row, COLUMN_BUILD);

	if (type != INDICATOR_INDEX && !missing(cell_value(table, row, COLUMN_BUILD)))
		fault(&at,
			SAY("only an index is built of members; leave this blank",
				"hanya index yang dibangun dari anggota; kosongkan kolom ini"));
	return (enum build)words_choose(table, row, COLUMN_BUILD, builds, BUILD_PERCENT_OF_MAXIMUM);
}

static const char *calculation_of(const struct table *table, size_t row, enum indicator_type type)
{
	const char *text = cell(table, row, COLUMN_CALCULATION);

	if (type == INDICATOR_INDEX)
		return "";
	return *text == '\0' ? keep_format("${%s}", cell(table, row, COLUMN_INDICATOR)) : text;
}

static const char *per_of(const struct table *table, size_t row, enum indicator_type type)
{
	const char *text = cell(table, row, COLUMN_PER);
	struct place at = cell_place(table, row, COLUMN_PER);

	if (type == INDICATOR_RATIO && *text == '\0')
		fault(&at,
			SAY("a ratio needs what its sum is divided by, as ${land}",
				"ratio memerlukan penyebutnya, misalnya ${lahan}"));
	if (type != INDICATOR_RATIO && *text != '\0')
		fault(&at,
			SAY("only a ratio is divided by something; leave this blank, or write "
			    "ratio as its type",
				"hanya ratio yang memakai penyebut; kosongkan kolom ini, atau "
				"tulis ratio sebagai jenisnya"));
	return type == INDICATOR_RATIO ? text : "";
}

/* `mid` with a decimal point: changes are compared with it exactly, as it is written. */
static struct value mid_text(const struct table *table, size_t row)
{
	struct value value = cell_value(table, row, COLUMN_MID);
	struct place at = cell_place(table, row, COLUMN_MID);
	char *text = keep_value(value), *comma = strchr(text, ',');
	struct decimal decimal;

	if (isnan(cell_number(table, row, COLUMN_MID)))
		return (struct value){ "", 0 };
	if (comma != NULL)
		*comma = '.';
	value.text = text;
	if (!decimal_read(value, &decimal))
		fault(&at, SAY("more than 18 digits", "lebih dari 18 angka"));
	else if (decimal.units < 0)
		fault(&at, SAY("must not be negative", "tidak boleh negatif"));
	return value;
}

/* What is said in numbers: scale, smallest change that matters, lag. */
static void read_scale(struct indicator *indicator, const struct table *table, size_t row)
{
	struct place at = cell_place(table, row, COLUMN_SCALE_MAX);
	int64_t lag = goals_load()->count == 0 ? 0 : goal_of(indicator)->lag_rounds;

	indicator->scale_min = scale_end(table, row, COLUMN_SCALE_MIN, &indicator->min_frozen);
	indicator->scale_max = scale_end(table, row, COLUMN_SCALE_MAX, &indicator->max_frozen);
	indicator->mid_text = mid_text(table, row);
	if (!number_read(indicator->mid_text, &indicator->mid))
		indicator->mid = NAN;
	indicator->lag_rounds = cell_integer(table, row, COLUMN_LAG_ROUNDS, lag);
	if (index_standardised(indicator) && !missing(cell_value(table, row, COLUMN_SCALE_MAX)))
		fault(&at,
			SAY("an index of z-scores has no ends; leave scale_min and scale_max blank",
				"index dari skor z tidak punya ujung; kosongkan scale_min dan "
				"scale_max"));
	else if (indicator->type == INDICATOR_INDEX &&
		(indicator->min_frozen || indicator->max_frozen))
		fault(&at,
			SAY("p5 and p95 are for members of an index; the index itself runs from 0 "
			    "to 100",
				"p5 dan p95 untuk anggota index; index itu sendiri berskala 0 "
				"sampai 100"));
	if (indicator->type == INDICATOR_RATIO && (indicator->min_frozen || indicator->max_frozen))
		fault(&at,
			SAY("p5 and p95 are of people; a ratio of totals has no value for each of "
			    "them",
				"p5 dan p95 menyangkut orang; rasio jumlah tidak punya nilai untuk "
				"tiap orang"));
	if (indicator->scale_min >= indicator->scale_max)
		fault(&at,
			SAY("scale_max must be above scale_min",
				"scale_max harus di atas scale_min"));
}

static void read_row(struct indicator *indicator, const struct table *table, size_t row)
{
	enum indicator_type type = type_of(table, row);
	struct place at = cell_place(table, row, COLUMN_GOAL);
	size_t goal = goal_find(goals_load(), cell(table, row, COLUMN_GOAL));
	const char *name = cell(table, row, COLUMN_INDICATOR);

	if (goal == NO_NAME)
		fault(&at,
			SAY("this goal does not stand in goals.csv",
				"tujuan ini tidak ada di goals.csv"));
	goal = goal == NO_NAME ? 0 : goal;
	*indicator = (struct indicator){
		.name = name,
		.row = name,
		.goal = goal,
		.primary = cell_integer(table, row, COLUMN_PRIMARY, 0) != 0,
		.sensitive = cell_integer(table, row, COLUMN_SENSITIVE, 0) != 0,
		.label = words_label(table, row, COLUMN_LABEL_ID, COLUMN_LABEL_EN, name),
		.plain = words_both((struct text){
			cell(table, row, COLUMN_PLAIN_EN), cell(table, row, COLUMN_PLAIN_ID) }),
		.type = type,
		.unit = cell(table, row, COLUMN_UNIT),
		.calculation = calculation_of(table, row, type),
		.per = per_of(table, row, type),
		.among = cell(table, row, COLUMN_AMONG),
		.direction = direction_of(table, row),
		.build = build_of(table, row, type),
		.place = cell_place(table, row, COLUMN_CALCULATION),
		.per_place = cell_place(table, row, COLUMN_PER),
		.among_place = cell_place(table, row, COLUMN_AMONG),
	};
	indicator->reflective = type == INDICATOR_INDEX &&
		cell_integer(table, row, COLUMN_REFLECTIVE, !index_counting(indicator)) != 0;
	read_scale(indicator, table, row);
	adequacy_read(indicator, table, row);
}

/* The lattice of what `calculation` gives, and whether both expressions can be compiled: one that
 * cannot is left blank, so that nobody says its fault again. */
static void read_expressions(struct indicator *indicator)
{
	const struct value *header;
	size_t count = study_header(&header);
	struct expression *expression;

	if (indicator->type != INDICATOR_INDEX) {
		expression = study_calculation(indicator->calculation, &indicator->place,
			indicator->name, NULL, header, count);
		if (expression == NULL)
			indicator->calculation = "";
		else
			indicator->denominator = indicator->type == INDICATOR_BINARY
				? 1
				: expression_denominator(expression);
	}
	if (*indicator->per != '\0' &&
		study_calculation(indicator->per, &indicator->per_place, indicator->name, NULL,
			header, count) == NULL)
		indicator->per = "";
	if (*indicator->among != '\0' &&
		study_expression(indicator->among, &indicator->among_place, header, count) == NULL)
		indicator->among = "";
}

static void check_primaries(const struct indicators *indicators)
{
	size_t *main = keep((goals_load()->count + 1) * sizeof(*main)), i;

	for (i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->list[i];

		if (indicator->primary && main[indicator->goal]++ > 0)
			fault(&(struct place){ indicator->place.file, indicator->place.line,
				      "primary", indicator->name },
				SAY("the goal already has a primary indicator; only one can be "
				    "tested first",
					"tujuan ini sudah punya indikator utama; hanya satu yang "
					"dapat diuji lebih dahulu"));
	}
}

/* A row's indicators, one or, of type multiple, several; all of them are compiled. */
static void add_row(
	struct indicator_list *into, const struct table *table, size_t row, struct names *seen)
{
	size_t first = into->count, i;
	struct indicator one;

	words_check_name(table, row, COLUMN_INDICATOR, seen);
	read_row(&one, table, row);
	if (one.type == INDICATOR_MULTIPLE) {
		multiple_expand(into, &one, cell(table, row, COLUMN_CALCULATION), seen);
	} else {
		into->list = grow(into->list, &into->capacity, first + 1, sizeof(one));
		into->list[into->count++] = one;
	}
	for (i = first; i < into->count; i++)
		read_expressions(&into->list[i]);
}

const struct indicators *indicators_load(void)
{
	static struct indicators indicators;
	static bool loaded;
	struct indicator_list all = { NULL, 0, 0 };
	struct names *seen;
	const struct table *table;
	size_t row, i = 0;

	if (loaded)
		return &indicators;
	loaded = true;
	seen = names_new();
	table = table_load("indicators.csv", indicator_columns, TABLE_STRICT);
	if (table == NULL)
		return &indicators;
	for (row = 0; row < table->rows; row++)
		add_row(&all, table, row, seen);
	indicators = (struct indicators){ all.count, all.list };
	for (row = 0; row < table->rows; row++) {
		if (all.list[i].type == INDICATOR_INDEX)
			index_members(all.list, all.count, i, cell(table, row, COLUMN_CALCULATION));
		for (i++; i < all.count && all.list[i].option; i++)
			;
	}
	check_primaries(&indicators);
	return &indicators;
}
