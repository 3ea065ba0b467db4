/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally.csv indicator by indicator: from stdin as rows come, or from a file. */
#include "tally/tally.h"

#include <string.h>

#include "kit/decimal.h"

enum { MOST_DECIMALS = 9, PAGE = 1024 };

/* Room for what some rows have and others do not; a page never moves. */
struct pages {
	void **list;
	size_t count, capacity;
	size_t used; /* items */
};

/* The rows of the indicator under way: whole numbers until a decimal turns up. */
struct taker {
	struct tally_block block;
	struct tally_row *rows;
	size_t capacity;
	struct pages products, weights, weight_products;
	int64_t scale; /* of the file's rows of values */
	bool *taken;   /* indicators met so far */
	bool begun;
};

static size_t indicator_of(const struct value *needed, struct place at)
{
	size_t indicator = indicator_find(indicators_load(), needed[TALLY_INDICATOR]);

	at.column = "indicator";
	at.offending = needed[TALLY_INDICATOR].text;
	if (indicator == NO_NAME)
		refuse(&at,
			SAY("this indicator does not stand in indicators.csv",
				"indikator ini tidak ada di indicators.csv"));
	return indicator;
}

static int64_t scale_of(const struct value *needed, struct place at)
{
	int64_t scale;

	at.column = "scale";
	at.offending = needed[TALLY_SCALE].text;
	if (!integer_read(needed[TALLY_SCALE], &scale) || scale < 1 || scale > LATTICE_LIMIT)
		refuse(&at,
			SAY("the scale must be a whole number from 1",
				"skala harus bilangan bulat mulai dari 1"));
	return scale;
}

static void start(struct taker *taker, const struct value *needed, struct place at)
{
	size_t indicator = indicator_of(needed, at);

	if (taker->taken == NULL)
		taker->taken = keep(indicators_load()->count * sizeof(*taker->taken));
	if (taker->taken[indicator])
		refuse(&at,
			SAY("the rows of indicator '%s' do not stand together; merge adds tallies "
			    "up",
				"baris indikator '%s' tidak berkumpul; merge menjumlahkan tally"),
			needed[TALLY_INDICATOR].text);
	taker->taken[indicator] = true;
	taker->begun = true;
	taker->products.used = taker->weights.used = taker->weight_products.used = 0;
	taker->scale = scale_of(needed, at);
	taker->block = (struct tally_block){ .indicator = indicator,
		.scale = taker->scale,
		.ratio = indicators_load()->list[indicator].type == INDICATOR_RATIO };
}

/* Room for the next item. */
static void *room_in(struct pages *pages, size_t size)
{
	size_t page = pages->used / PAGE;

	if (page == pages->count) {
		pages->list = grow(pages->list, &pages->capacity, page + 1, sizeof(*pages->list));
		pages->list[pages->count++] = keep(PAGE * size);
	}
	return (unsigned char *)pages->list[page] + pages->used % PAGE * size;
}

/* Reads a row with as many decimals as it takes; all rows of the indicator then have them. */
static void read_row(
	struct taker *taker, const struct value *needed, struct place at, struct tally_row *row)
{
	struct tally_room room = { room_in(&taker->products, sizeof(*room.products)),
		room_in(&taker->weights, sizeof(*room.weights)),
		room_in(&taker->weight_products, sizeof(*room.weight_products)) };
	int decimals = taker->block.decimals;

	while (!tally_read(needed, decimals, &at, &room, row))
		if (++decimals > MOST_DECIMALS || taker->scale != 1)
			refuse(&at,
				SAY("not a sum as tally writes it",
					"bukan jumlah seperti yang ditulis tally"));
	tally_give_decimals(&taker->block, taker->rows, decimals);
}

static bool values_only, counts_alone, sums_alone;

/* Adds a row; false if it belongs to the next indicator, so that the block is complete. */
static bool add(struct taker *taker, const struct value *needed, struct place at)
{
	struct tally_row *row;

	if (taker->begun &&
		!same_text(needed[TALLY_INDICATOR],
			indicators_load()->list[taker->block.indicator].name))
		return false;
	if (!taker->begun)
		start(taker, needed, at);
	taker->rows =
		grow(taker->rows, &taker->capacity, taker->block.count + 1, sizeof(*taker->rows));
	row = &taker->rows[taker->block.count];
	read_row(taker, needed, at, row);
	if (tally_has_values(row->measure) && scale_of(needed, at) != taker->scale)
		refuse(&at,
			SAY("the rows of indicator '%s' have different scales",
				"baris indikator '%s' skalanya berbeda-beda"),
			needed[TALLY_INDICATOR].text);
	taker->block.rounded_values |= row->rounded;
	if (counts_alone && row->kind == VALUE_ROW)
		row->weights = NULL;
	if (sums_alone && row->kind == VILLAGE_ROW)
		row->products = NULL;
	taker->products.used += row->products != NULL;
	taker->weights.used += row->weights != NULL;
	taker->weight_products.used += row->weight_products != NULL;
	taker->block.count++;
	taker->block.rows = taker->rows;
	return true;
}

/* ---- stdin ---- */

static struct taker from_stdin;
static void (*take_block)(const struct tally_block *block);

void tally_take(void (*take)(const struct tally_block *block))
{
	take_block = take;
}

void tally_take_values_only(void)
{
	values_only = true;
}

void tally_take_counts_alone(void)
{
	counts_alone = true;
}

void tally_take_sums_alone(void)
{
	sums_alone = true;
}

void tally_row(const struct value *needed)
{
	const struct reader *input = stage_input();
	struct place at = { .file = input->file, .line = input->line };

	if (values_only &&
		(same_text(needed[TALLY_MEASURE], measure_names[BETTER]) ||
			same_text(needed[TALLY_MEASURE], measure_names[WORSE])))
		return;
	if (add(&from_stdin, needed, at))
		return;
	tally_end();
	add(&from_stdin, needed, at);
}

void tally_end(void)
{
	if (from_stdin.begun)
		take_block(&from_stdin.block);
	from_stdin.begun = false;
}

/* ---- a file ---- */

struct tally_source {
	struct reader *reader;
	size_t bound[TALLY_COLUMN_COUNT];
	struct taker taker;
	bool waiting; /* the reader's present row is not yet taken */
};

static void bind(struct tally_source *source)
{
	size_t i;

	for (i = 0; i < TALLY_COLUMN_COUNT; i++) {
		source->bound[i] = reader_column(source->reader, tally_columns[i].name);
		if (source->bound[i] == NO_NAME)
			refuse(&(struct place){ source->reader->file, source->reader->line,
				       tally_columns[i].name, NULL },
				SAY("this column of a tally is missing",
					"kolom tally ini tidak ada"));
	}
}

struct tally_source *tally_open(const char *file)
{
	struct tally_source *source = keep(sizeof(*source));

	source->reader = reader_open(file, NULL);
	bind(source);
	source->waiting = reader_next(source->reader);
	return source;
}

static struct place place_of(const struct tally_source *source)
{
	return (struct place){ .file = source->reader->file, .line = source->reader->line };
}

size_t tally_peek(const struct tally_source *source)
{
	struct value needed[TALLY_COLUMN_COUNT] = { { 0 } };

	if (!source->waiting)
		return NO_NAME;
	needed[TALLY_INDICATOR] = source->reader->values[source->bound[TALLY_INDICATOR]];
	return indicator_of(needed, place_of(source));
}

const struct tally_block *tally_next(struct tally_source *source)
{
	struct value needed[TALLY_COLUMN_COUNT];
	size_t i;

	source->taker.begun = false;
	while (source->waiting) {
		for (i = 0; i < TALLY_COLUMN_COUNT; i++)
			needed[i] = source->reader->values[source->bound[i]];
		if (!add(&source->taker, needed, place_of(source)))
			break;
		source->waiting = reader_next(source->reader);
	}
	return &source->taker.block;
}
