/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge: tallies of shards (whole respondents) add up to the tally of the whole, bit for bit. */
#include <stdlib.h>
#include <string.h>

#include "kit/kit.h"
#include "study/begin.h"
#include "tally/tally.h"

static const struct with_field with[] = {
	{ "tally", true,
		{ "another shard's tally; may be given many times",
			"tally pecahan lain; boleh diberikan berkali-kali" } },
	{ NULL, true, { NULL, NULL } },
};

static struct tally_source **sources;
static size_t source_count;

/* The indicator under way: its rows from every shard, then in order and added up. */
static size_t present;
static struct tally_block all;
static struct tally_row *rows;
static size_t capacity;

static void append(const struct tally_block *block)
{
	struct tally_block copy = *block;

	if (all.count > 0)
		tally_give_decimals(&all, rows, block->decimals);
	rows = grow(rows, &capacity, all.count + block->count, sizeof(*rows));
	memcpy(rows + all.count, block->rows, block->count * sizeof(*rows));
	if (all.count == 0) {
		all = copy;
	} else {
		tally_give_decimals(&copy, rows + all.count, all.decimals);
		if (copy.scale != all.scale)
			refuse(&(struct place){ .column = "scale",
				       .offending =
					       indicators_load()->list[block->indicator].name },
				SAY("the shards were tallied with different calculations of this "
				    "indicator",
					"pecahan-pecahan dihitung dengan rumus indikator ini yang "
					"berbeda"));
		all.count += block->count;
		all.rounded_values |= copy.rounded_values;
	}
}

static int by_key(const void *left, const void *right)
{
	return tally_compare(left, right);
}

static void add(struct exact *sum, struct exact term)
{
	if (exact_add(*sum, term, sum) != STAT_OK)
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
}

/* A value row counted at 4 digits in one shard only: the other's sum is then needed as well. */
static struct exact sum_of(const struct tally_row *row, bool rounded)
{
	struct exact sum = row->sum_y;

	if (rounded && !row->rounded &&
		exact_multiply_int64(exact_from_int64(row->value), row->n, &sum) != STAT_OK)
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
	return sum;
}

static void add_products(struct tally_products *into, const struct tally_products *more)
{
	add(&into->sum_y2, more->sum_y2);
	add(&into->sum_x, more->sum_x);
	add(&into->sum_x2, more->sum_x2);
	add(&into->sum_xy, more->sum_xy);
}

static void add_up(struct tally_row *into, const struct tally_row *row)
{
	bool rounded = into->rounded || row->rounded;

	into->sum_y = sum_of(into, rounded);
	into->rounded = rounded;
	into->n += row->n;
	into->n_missing += row->n_missing;
	add(&into->sum_y, sum_of(row, rounded));
	if (into->products != NULL && row->products != NULL)
		add_products(into->products, row->products);
	if ((into->weights == NULL) != (row->weights == NULL))
		refuse(&(struct place){ .column = "sum_w",
			       .offending = indicators_load()->list[all.indicator].name },
			SAY("some shards were tallied with weights, others without",
				"sebagian pecahan dihitung dengan bobot, sebagian tanpa bobot"));
	if (!tally_add_weights(into->weights, row->weights) ||
		!tally_add_weight_products(into->weight_products, row->weight_products))
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
	if (into->fpc != row->fpc)
		refuse(&(struct place){ .column = "fpc", .offending = row->stratum },
			SAY("the shards disagree on the population of this stratum",
				"pecahan-pecahan tidak sepakat tentang populasi strata ini"));
}

/* Adds rows of equal keys up; the new count. */
static size_t fold(struct tally_row *list, size_t count)
{
	size_t kept = 0, i;

	for (i = 0; i < count; i++) {
		if (kept > 0 && tally_compare(&list[kept - 1], &list[i]) == 0)
			add_up(&list[kept - 1], &list[i]);
		else
			list[kept++] = list[i];
	}
	return kept;
}

static bool same_measure(const struct tally_row *a, const struct tally_row *b)
{
	return a->measure == b->measure && a->round_from == b->round_from && a->round == b->round;
}

/* Rounds the value rows of a measure that has too many distinct values over all shards. */
static void write_measure(struct tally_row *list, size_t count)
{
	size_t start = 0, end, i;
	bool round = false;

	for (i = 0; i < count; i++)
		round |= list[i].rounded;
	for (start = 0; start < count; start = end) {
		for (end = start + 1; end < count && list[end].kind == list[start].kind &&
			list[end].group == list[start].group &&
			list[end].group_value == list[start].group_value;
			end++)
			;
		if (list[start].kind == VALUE_ROW && *list[start].group == '\0')
			round |= tally_distinct(list + start, end - start) > DISTINCT_LIMIT;
		i = end - start;
		if (list[start].kind == VALUE_ROW && round)
			i = tally_round_values(list + start, i);
		for (; i > 0; i--, start++)
			tally_put(&list[start], &indicators_load()->list[all.indicator],
				all.as_written ? 1 : all.scale, all.decimals);
	}
}

static void write_indicator(void)
{
	size_t start, end;

	qsort(rows, all.count, sizeof(*rows), by_key);
	all.count = fold(rows, all.count);
	for (start = 0; start < all.count; start = end) {
		for (end = start; end < all.count && same_measure(&rows[start], &rows[end]); end++)
			;
		write_measure(rows + start, end - start);
	}
	all.count = 0;
}

/* Merges every indicator up to and with `last`; stdin's block is that of `last`, or absent. */
static void merge_up_to(size_t last, const struct tally_block *block)
{
	size_t i;

	for (; present <= last && present < indicators_load()->count; present++) {
		all = (struct tally_block){ .indicator = present };
		if (block != NULL && block->indicator == present)
			append(block);
		for (i = 0; i < source_count; i++)
			if (tally_peek(sources[i]) == present)
				append(tally_next(sources[i]));
		if (all.count > 0)
			write_indicator();
	}
}

static void take(const struct tally_block *block)
{
	if (block->indicator < present)
		refuse(&(struct place){ .column = "indicator",
			       .offending = indicators_load()->list[block->indicator].name },
			SAY("the tallies are not in the order of indicators.csv",
				"urutan tally tidak menurut indicators.csv"));
	merge_up_to(block->indicator, block);
}

static void begin(const struct reader *input)
{
	const char *file;
	size_t room = 0;

	tally_take(take);
	study_begin(input);
	for (source_count = 0; (file = with_files("tally", source_count)) != NULL; source_count++) {
		sources = grow(sources, &room, source_count + 1, sizeof(*sources));
		sources[source_count] = tally_open(file);
	}
}

static void end(void)
{
	size_t i;

	tally_end();
	merge_up_to(NO_NAME, NULL);
	for (i = 0; i < source_count; i++)
		if (tally_peek(sources[i]) != NO_NAME)
			refuse(&(struct place){ .file = with_files("tally", i) },
				SAY("not in the order of indicators.csv",
					"urutannya tidak menurut indicators.csv"));
}

static const struct stage stage = {
	.name = "merge",
	.purpose = { "Add up the tallies of shards of whole respondents.",
		"Menjumlahkan tally dari pecahan data berisi responden utuh." },
	.with = with,
	.tables = study_tables,
	.needs = tally_columns,
	.makes = tally_columns,
	.begin = begin,
	.row = tally_row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
