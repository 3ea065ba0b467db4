/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads norms.csv as the stage norms writes it, and nothing else. */
#include <math.h>

#include "study/norms.h"

/* norms.csv being read. */
struct reading {
	const char *file;
	struct reader *reader;
	size_t bound[NORMS_COLUMN_COUNT];
	struct norms *norms;
	bool *indicator_met; /* a row of the indicator was read */
};

static struct value field(const struct reading *reading, enum norms_column column)
{
	return reading->reader->values[reading->bound[column]];
}

static _Noreturn void refuse_field(const struct reading *reading, enum norms_column column)
{
	struct place at = reader_place(reading->reader, reading->bound[column]);

	refuse(&at,
		SAY("not as the stage norms writes it; make the table again",
			"bukan seperti yang ditulis tahap norms; buat ulang tabelnya"));
}

/* A number, NaN where blank. */
static double number_of(const struct reading *reading, enum norms_column column)
{
	struct value value = field(reading, column);
	double number = NAN;

	if (!missing(value) && !number_read(value, &number))
		refuse_field(reading, column);
	return number;
}

static void bind(struct reading *reading)
{
	size_t i;

	reading->reader = reader_open(reading->file, NULL);
	for (i = 0; i < NORMS_COLUMN_COUNT; i++) {
		reading->bound[i] = reader_column(reading->reader, norms_columns[i].name);
		if (reading->bound[i] == NO_NAME)
			refuse(&(struct place){ reading->file, reading->reader->line,
				       norms_columns[i].name, NULL },
				SAY("this column of norms.csv is missing",
					"kolom norms.csv ini tidak ada"));
	}
}

static void check_round(const struct reading *reading)
{
	const char *baseline = rounds_load()->list[0].name;
	struct place at = reader_place(reading->reader, reading->bound[NORMS_ROUND]);

	if (!same_text(field(reading, NORMS_ROUND), baseline))
		refuse(&at,
			SAY("frozen at another round than the baseline '%s'; make norms.csv again",
				"dibekukan pada putaran lain, bukan putaran awal '%s'; buat ulang "
				"norms.csv"),
			baseline);
}

/* Only all arms together are used for scales. */
static void take_indicator(struct reading *reading)
{
	size_t indicator = indicator_find(indicators_load(), field(reading, NORMS_NAME));

	if (indicator == NO_NAME || !missing(field(reading, NORMS_ARM)))
		return;
	reading->indicator_met[indicator] = true;
	reading->norms->list[indicator].p5 = number_of(reading, NORMS_P5);
	reading->norms->list[indicator].p95 = number_of(reading, NORMS_P95);
}

/* The index that a row standardises; NULL where the study has no such index. */
static struct standard *standard_of(const struct reading *reading, size_t *index)
{
	*index = indicator_find(indicators_load(), field(reading, NORMS_NAME));
	if (*index == NO_NAME || reading->norms->standards[*index].count == 0)
		return NULL;
	if (!same_text(field(reading, NORMS_ARM), norms_reference()))
		refuse_field(reading, NORMS_ARM);
	return &reading->norms->standards[*index];
}

/* A row of a member that the index has no more is passed over: its other rows are then missing. */
static void take_member(struct reading *reading)
{
	const struct indicators *indicators = indicators_load();
	size_t index, member = indicator_find(indicators, field(reading, NORMS_ARGUMENT)), i;
	struct standard *standard = standard_of(reading, &index);

	for (i = 0; standard != NULL && i < standard->count; i++) {
		if (indicators->list[index].members[i] != member)
			continue;
		standard->mean[i] = number_of(reading, NORMS_MEAN);
		standard->sd[i] = number_of(reading, NORMS_SD);
		standard->weight[i] = number_of(reading, NORMS_VALUE);
		if (isnan(standard->mean[i]) || !(standard->sd[i] > 0) ||
			isnan(standard->weight[i]))
			refuse_field(reading, NORMS_SD);
		standard->met++;
	}
}

static void take_index(const struct reading *reading)
{
	size_t index;
	struct standard *standard = standard_of(reading, &index);

	if (standard == NULL)
		return;
	standard->centre = number_of(reading, NORMS_MEAN);
	standard->spread = number_of(reading, NORMS_SD);
	if (isnan(standard->centre) || !(standard->spread > 0))
		refuse_field(reading, NORMS_SD);
	standard->met++;
}

/* A row without a value says that nobody answered. */
static void take_percentile(struct reading *reading)
{
	struct ranking *ranking = NULL;
	struct decimal value;
	bool answered = decimal_read(field(reading, NORMS_VALUE), &value);
	int64_t count;
	size_t i;

	for (i = 0; i < reading->norms->ranking_count && ranking == NULL; i++)
		if (same_text(field(reading, NORMS_NAME), reading->norms->rankings[i].owner) &&
			same_text(field(reading, NORMS_ARGUMENT),
				reading->norms->rankings[i].argument))
			ranking = &reading->norms->rankings[i];
	if (ranking == NULL)
		return;
	if (!integer_read(field(reading, NORMS_COUNT), &count) || count < 0 ||
		(count > 0) != answered)
		refuse_field(reading, NORMS_COUNT);
	ranking->met = true;
	if (!answered)
		return;
	ranking_add(ranking, value, count);
	if (ranking->count > 1 &&
		ranking->values[ranking->count - 1] <= ranking->values[ranking->count - 2])
		refuse_field(reading, NORMS_VALUE);
}

static _Noreturn void refuse_gap(const struct reading *reading, const struct place *where)
{
	refuse(&(struct place){ .file = reading->file },
		SAY("lacks what %s asks in line %zu; make norms.csv again with the stage norms",
			"tidak memuat yang diminta %s di baris %zu; buat ulang norms.csv dengan "
			"tahap norms"),
		where->file, where->line);
}

static void check_complete(const struct reading *reading)
{
	const struct indicators *indicators = indicators_load();
	const struct ranking_asked *asked;
	size_t count = rankings_asked(&asked), i;

	for (i = 0; i < indicators->count; i++) {
		const struct standard *standard = &reading->norms->standards[i];

		if (((indicators->list[i].min_frozen || indicators->list[i].max_frozen) &&
			    !reading->indicator_met[i]) ||
			(standard->count > 0 && standard->met != standard->count + 1))
			refuse_gap(reading, &indicators->list[i].place);
	}
	for (i = 0; i < count; i++)
		if (!reading->norms->rankings[i].met)
			refuse_gap(reading, &asked[i].place);
}

const struct norms *norms_read(const char *file)
{
	struct reading reading = { .file = file, .norms = norms_new() };
	reading.indicator_met = keep((reading.norms->count + 1) * sizeof(*reading.indicator_met));
	bind(&reading);
	while (reader_next(reading.reader)) {
		reading.norms->rows++;
		check_round(&reading);
		if (same_text(field(&reading, NORMS_KIND), norms_kind_indicator))
			take_indicator(&reading);
		else if (same_text(field(&reading, NORMS_KIND), norms_kind_percentile))
			take_percentile(&reading);
		else if (same_text(field(&reading, NORMS_KIND), norms_kind_member))
			take_member(&reading);
		else if (same_text(field(&reading, NORMS_KIND), norms_kind_index))
			take_index(&reading);
		else
			refuse_field(&reading, NORMS_KIND);
	}
	reader_close(reading.reader);
	if (reading.norms->rows > 0)
		check_complete(&reading);
	return reading.norms;
}
