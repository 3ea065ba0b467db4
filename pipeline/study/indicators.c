/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicators.csv: what is measured for each goal, and on which number lattice its values lie. */
#include "study/study.h"

#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "study/indicator_index.h"
#include "study/indicator_multiple.h"
#include "study/names.h"
#include "study/words.h"

enum { INDICATOR, GOAL, PRIMARY, LABEL_ID, LABEL_EN, PLAIN_ID, PLAIN_EN, TYPE, UNIT, CALCULATION, PER, AMONG,
	DIRECTION, SCALE_MIN, SCALE_MAX, MID, LAG_ROUNDS, SENSITIVE, BUILD, REFLECTIVE };

static const struct column columns[] = {
	[INDICATOR] = { "indicator", TYPE_TEXT, false, { "its name", "namanya" } },
	[GOAL] = { "goal", TYPE_TEXT, false, { "the goal it belongs to", "tujuan yang diukurnya" } },
	[PRIMARY] = { "primary", TYPE_INTEGER, true, { "1: the goal's one main indicator", "1: indikator utama tujuan itu" } },
	[LABEL_ID] = { "label_id", TYPE_TEXT, true, { "label in Indonesian", "label bahasa Indonesia" } },
	[LABEL_EN] = { "label_en", TYPE_TEXT, true, { "label in English", "label bahasa Inggris" } },
	[PLAIN_ID] = { "plain_id", TYPE_TEXT, true, { "plain words in Indonesian", "kata sederhana bahasa Indonesia" } },
	[PLAIN_EN] = { "plain_en", TYPE_TEXT, true, { "plain words in English", "kata sederhana bahasa Inggris" } },
	[TYPE] = { "type", TYPE_TEXT, false, { "binary, ordinal, scale, count, amount, index, ratio or multiple",
					       "binary, ordinal, scale, count, amount, index, ratio, atau multiple" } },
	[UNIT] = { "unit", TYPE_TEXT, true, { "its unit", "satuannya" } },
	[CALCULATION] = { "calculation", TYPE_TEXT, true, { "expression; of an index: its members, or `goal`",
							    "ekspresi; untuk index: anggotanya, atau `goal`" } },
	[PER] = { "per", TYPE_TEXT, true, { "expression: what a ratio is divided by", "ekspresi: penyebut ratio" } },
	[AMONG] = { "among", TYPE_TEXT, true, { "expression: whom it is about", "ekspresi: siapa yang dihitung" } },
	[DIRECTION] = { "direction", TYPE_TEXT, true, { "up, down or none: which way is good",
							"up, down, atau none: arah yang baik" } },
	[SCALE_MIN] = { "scale_min", TYPE_NUMBER, true, { "lowest possible value", "nilai terendah yang mungkin" } },
	[SCALE_MAX] = { "scale_max", TYPE_NUMBER, true, { "highest possible value", "nilai tertinggi yang mungkin" } },
	[MID] = { "mid", TYPE_NUMBER, true, { "smallest change that matters", "perubahan terkecil yang berarti" } },
	[LAG_ROUNDS] = { "lag_rounds", TYPE_INTEGER, true,
			 { "rounds until a change can show", "jumlah putaran sampai perubahan dapat terlihat" } },
	[SENSITIVE] = { "sensitive", TYPE_INTEGER, true,
			{ "1: as health, violence or debts; published for larger groups only",
			  "1: misalnya kesehatan, kekerasan, atau utang; hanya dipublikasikan untuk kelompok yang lebih besar" } },
	[BUILD] = { "build", TYPE_TEXT, true,
		    { "of an index: percent_of_maximum (also where blank), z_average or icw",
		      "untuk index: percent_of_maximum (juga bila kosong), z_average, atau icw" } },
	[REFLECTIVE] = { "reflective", TYPE_INTEGER, true,
			 { "of an index: 0 where it is a checklist, whose members need not say the same",
			   "untuk index: 0 bila berupa daftar periksa, yang anggotanya tidak harus sejalan" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static const char *const types[] = { "binary", "ordinal", "scale", "count", "amount", "index", "ratio", "multiple", NULL };
static const char *const builds[] = { "percent_of_maximum", "z_average", "icw", NULL };
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
	struct place at = cell_place(table, row, DIRECTION);

	if (missing(cell_value(table, row, DIRECTION)))	/* else one forgotten would be judged as neither */
		fault(&at, SAY("say which way is good: up, down or none", "sebutkan arah yang baik: up, down, atau none"));

	return meanings[words_choose(table, row, DIRECTION, directions, 0)];
}

/* An end of the scale: a number, or the percentile that stands for this end. */
static double scale_end(const struct table *table, size_t row, size_t column, bool *frozen)
{
	struct value value = cell_value(table, row, column);
	struct place at = cell_place(table, row, column);

	*frozen = same_text(value, column == SCALE_MIN ? "p5" : "p95");
	if (*frozen)
		return NAN;
	if (same_text(value, "p5") || same_text(value, "p95")) {
		fault(&at, SAY("scale_min is a number or p5, scale_max a number or p95",
			       "scale_min berupa angka atau p5, scale_max berupa angka atau p95"));
		return NAN;
	}
	return cell_number(table, row, column);
}

static enum indicator_type type_of(const struct table *table, size_t row)
{
	struct place at = cell_place(table, row, TYPE);

	if (missing(cell_value(table, row, TYPE)))
		fault(&at, SAY("the type is missing; use one of: %s", "jenisnya kosong; pakai salah satu: %s"), words_join(types));
	return (enum indicator_type)words_choose(table, row, TYPE, types, INDICATOR_SCALE);
}

static enum build build_of(const struct table *table, size_t row, enum indicator_type type)
{
	struct place at = cell_place(table, row, BUILD);

	if (type != INDICATOR_INDEX && !missing(cell_value(table, row, BUILD)))
		fault(&at, SAY("only an index is built of members; leave this blank",
			       "hanya index yang dibangun dari anggota; kosongkan kolom ini"));
	return (enum build)words_choose(table, row, BUILD, builds, BUILD_PERCENT_OF_MAXIMUM);
}

static const char *calculation_of(const struct table *table, size_t row, enum indicator_type type)
{
	const char *text = cell(table, row, CALCULATION);

	if (type == INDICATOR_INDEX)
		return "";
	return *text == '\0' ? keep_format("${%s}", cell(table, row, INDICATOR)) : text;
}

static const char *per_of(const struct table *table, size_t row, enum indicator_type type)
{
	const char *text = cell(table, row, PER);
	struct place at = cell_place(table, row, PER);

	if (type == INDICATOR_RATIO && *text == '\0')
		fault(&at, SAY("a ratio needs what its sum is divided by, as ${land}", "ratio memerlukan penyebutnya, misalnya ${lahan}"));
	if (type != INDICATOR_RATIO && *text != '\0')
		fault(&at, SAY("only a ratio is divided by something; leave this blank, or write ratio as its type",
			       "hanya ratio yang memakai penyebut; kosongkan kolom ini, atau tulis ratio sebagai jenisnya"));
	return type == INDICATOR_RATIO ? text : "";
}

/* `mid` with a decimal point: changes are compared with it exactly, as it is written. */
static struct value mid_text(const struct table *table, size_t row)
{
	struct value value = cell_value(table, row, MID);
	struct place at = cell_place(table, row, MID);
	char *text = keep_text(value.text, value.length), *comma = strchr(text, ',');
	struct decimal decimal;

	if (isnan(cell_number(table, row, MID)))
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
	struct place at = cell_place(table, row, SCALE_MAX);
	int64_t lag = goals_load()->count == 0 ? 0 : goals_load()->list[indicator->goal].lag_rounds;

	indicator->scale_min = scale_end(table, row, SCALE_MIN, &indicator->min_frozen);
	indicator->scale_max = scale_end(table, row, SCALE_MAX, &indicator->max_frozen);
	indicator->mid_text = mid_text(table, row);
	if (!number_read(indicator->mid_text, &indicator->mid))
		indicator->mid = NAN;
	indicator->lag_rounds = cell_integer(table, row, LAG_ROUNDS, lag);
	if (index_standardised(indicator) && !missing(cell_value(table, row, SCALE_MAX)))
		fault(&at, SAY("an index of z-scores has no ends; leave scale_min and scale_max blank",
			       "index dari skor z tidak punya ujung; kosongkan scale_min dan scale_max"));
	else if (indicator->type == INDICATOR_INDEX && (indicator->min_frozen || indicator->max_frozen))
		fault(&at, SAY("p5 and p95 are for members of an index; the index itself runs from 0 to 100",
			       "p5 dan p95 untuk anggota index; index itu sendiri berskala 0 sampai 100"));
	if (indicator->type == INDICATOR_RATIO && (indicator->min_frozen || indicator->max_frozen))
		fault(&at, SAY("p5 and p95 are of people; a ratio of totals has no value for each of them",
			       "p5 dan p95 menyangkut orang; rasio jumlah tidak punya nilai untuk tiap orang"));
	if (indicator->scale_min >= indicator->scale_max)
		fault(&at, SAY("scale_max must be above scale_min", "scale_max harus di atas scale_min"));
}

static void read_row(struct indicator *indicator, const struct table *table, size_t row)
{
	enum indicator_type type = type_of(table, row);
	struct place at = cell_place(table, row, GOAL);
	size_t goal = goal_find(goals_load(), cell(table, row, GOAL));
	const char *name = cell(table, row, INDICATOR);

	if (goal == NO_NAME)
		fault(&at, SAY("this goal does not stand in goals.csv", "tujuan ini tidak ada di goals.csv"));
	goal = goal == NO_NAME ? 0 : goal;
	*indicator = (struct indicator){
		.name = name,
		.row = name,
		.goal = goal,
		.primary = cell_integer(table, row, PRIMARY, 0) != 0,
		.sensitive = cell_integer(table, row, SENSITIVE, 0) != 0,
		.label = words_label(table, row, LABEL_ID, LABEL_EN, name),
		.plain = words_both((struct text){ cell(table, row, PLAIN_EN), cell(table, row, PLAIN_ID) }),
		.type = type,
		.unit = cell(table, row, UNIT),
		.calculation = calculation_of(table, row, type),
		.per = per_of(table, row, type),
		.among = cell(table, row, AMONG),
		.direction = direction_of(table, row),
		.build = build_of(table, row, type),
		.reflective = type == INDICATOR_INDEX && cell_integer(table, row, REFLECTIVE, 1) != 0,
		.place = cell_place(table, row, CALCULATION),
		.per_place = cell_place(table, row, PER),
		.among_place = cell_place(table, row, AMONG),
	};
	read_scale(indicator, table, row);
}

/* The lattice of what `calculation` gives, and whether both expressions can be compiled: one that
 * cannot is left blank, so that nobody says its fault again. */
static void read_expressions(struct indicator *indicator)
{
	const struct value *header;
	size_t count = study_header(&header);
	struct expression *expression;

	if (indicator->type != INDICATOR_INDEX) {
		expression = study_calculation(indicator->calculation, &indicator->place, indicator->name, NULL, header, count);
		if (expression == NULL)
			indicator->calculation = "";
		else
			indicator->denominator = indicator->type == INDICATOR_BINARY ? 1 : expression_denominator(expression);
	}
	if (*indicator->per != '\0' &&
	    study_calculation(indicator->per, &indicator->per_place, indicator->name, NULL, header, count) == NULL)
		indicator->per = "";
	if (*indicator->among != '\0' && study_expression(indicator->among, &indicator->among_place, header, count) == NULL)
		indicator->among = "";
}

static void check_primaries(const struct indicators *indicators)
{
	size_t *main = keep((goals_load()->count + 1) * sizeof(*main)), i;

	for (i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->list[i];

		if (indicator->primary && main[indicator->goal]++ > 0)
			fault(&(struct place){ indicator->place.file, indicator->place.line, "primary", indicator->name },
			      SAY("the goal already has a primary indicator; only one can be tested first",
				  "tujuan ini sudah punya indikator utama; hanya satu yang dapat diuji lebih dahulu"));
	}
}

/* A row's indicators, one or, of type multiple, several; all of them are compiled. */
static void add_row(struct indicator_list *into, const struct table *table, size_t row, struct names *seen)
{
	size_t first = into->count, i;
	struct indicator one;

	words_check_name(table, row, INDICATOR, seen);
	read_row(&one, table, row);
	if (one.type == INDICATOR_MULTIPLE) {
		multiple_expand(into, &one, cell(table, row, CALCULATION), seen);
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
	table = table_load("indicators.csv", columns, TABLE_STRICT);
	if (table == NULL)
		return &indicators;
	for (row = 0; row < table->rows; row++)
		add_row(&all, table, row, seen);
	indicators = (struct indicators){ all.count, all.list };
	for (row = 0; row < table->rows; row++) {
		if (all.list[i].type == INDICATOR_INDEX)
			index_members(all.list, all.count, i, cell(table, row, CALCULATION));
		for (i++; i < all.count && all.list[i].option; i++)
			;
	}
	check_primaries(&indicators);
	return &indicators;
}
