/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the printed n of comparisons.csv against the people counted from the scores. */
#include "people/printed.h"

enum { INDICATOR, CONTRAST, FROM, TO, ARM, GROUP, SAMPLE, N_FROM, N_TO, N_PAIRS, COLUMNS };
static const char *const names[COLUMNS] = { "indicator", "contrast", "round_from", "round_to",
	"arm", "group", "sample", "n_from", "n_to", "n_pairs" };

static const struct people *people;
static const struct counts *counts;
static struct reader *reader;
static size_t at[COLUMNS];

/* A row: its indicator, rounds, and the slots of its two sides. */
struct printed {
	size_t indicator, from, to, arm, comparison;
	bool change, pairs, did;
};

static struct value field(int column)
{
	return reader->values[at[column]];
}

static _Noreturn void refuse_field(int column, const char *reason)
{
	struct place place = reader_place(reader, at[column]);

	refuse(&place, "%s", reason);
}

static size_t slot_of(struct value arm)
{
	size_t i;

	for (i = 0; i < people->arm_count; i++)
		if (same_text(arm, people->arms[i]))
			return i + 1;
	if (!missing(arm))
		refuse_field(ARM,
			SAY("nobody in the scores is of this arm",
				"tidak ada orang dari kelompok ini dalam skor"));
	return 0;
}

static struct printed read_printed(void)
{
	struct printed row = {
		.indicator = indicator_find(indicators_load(), field(INDICATOR)),
		.from = round_find(rounds_load(), field(FROM)),
		.to = round_find(rounds_load(), field(TO)),
		.arm = slot_of(field(ARM)),
		.comparison = people->comparison == NO_NAME ? 0 : people->comparison + 1,
		.change = same_text(field(CONTRAST), "change"),
		.did = same_text(field(CONTRAST), "did"),
		.pairs = same_text(field(SAMPLE), "pairs"),
	};

	if (row.indicator == NO_NAME)
		refuse_field(INDICATOR, SAY("no such indicator", "indikator ini tidak ada"));
	if (row.to == NO_NAME || (row.from == NO_NAME && (row.change || row.did)))
		refuse_field(TO, SAY("no such round", "putaran ini tidak ada"));
	return row;
}

static int64_t value(const struct printed *row, size_t round, size_t slot)
{
	return counts->rounds[round].values[row->indicator][slot];
}

/* People with a value in both rounds. */
static int64_t both(const struct printed *row, size_t slot)
{
	size_t pair = counts_pair(counts, row->from, row->to);

	return pair == NO_NAME ? 0 : counts->of_pairs[pair].both[row->indicator][slot];
}

/* The same on one side of a row: all pairs, or all values of both rounds together. */
static int64_t side(const struct printed *row, size_t slot)
{
	return row->pairs ? both(row, slot)
			  : value(row, row->from, slot) + value(row, row->to, slot);
}

static void expect(int column, int64_t counted)
{
	struct place place = reader_place(reader, at[column]);
	int64_t printed;

	if (missing(field(column)) || (integer_read(field(column), &printed) && printed == counted))
		return;
	refuse(&place,
		SAY("%lld people are counted on the way to this n; some have vanished",
			"%lld orang terhitung sampai ke n ini; ada yang hilang"),
		(long long)counted);
}

static void check_row(void)
{
	struct printed row = read_printed();

	if (row.change && row.pairs) {
		expect(N_PAIRS, both(&row, row.arm));
		expect(N_FROM, both(&row, row.arm));
		expect(N_TO, both(&row, row.arm));
	} else if (row.change) {
		expect(N_FROM, value(&row, row.from, row.arm));
		expect(N_TO, value(&row, row.to, row.arm));
	} else if (row.did) {
		expect(N_FROM, side(&row, row.comparison));
		expect(N_TO, side(&row, row.arm));
		if (row.pairs)
			expect(N_PAIRS, side(&row, row.comparison) + side(&row, row.arm));
	} else {
		expect(N_FROM, value(&row, row.to, row.comparison));
		expect(N_TO, value(&row, row.to, row.arm));
	}
}

void printed_check(const char *comparisons, const struct people *all, const struct counts *of_all)
{
	size_t i;

	people = all;
	counts = of_all;
	reader = reader_open(comparisons, NULL);
	for (i = 0; i < COLUMNS; i++) {
		at[i] = reader_column(reader, names[i]);
		if (at[i] == NO_NAME)
			refuse(&(struct place){ reader->file, reader->line, names[i], NULL },
				SAY("this column is missing", "kolom ini tidak ada"));
	}
	while (reader_next(reader))
		if (missing(field(GROUP)))
			check_row();
	reader_close(reader);
}
