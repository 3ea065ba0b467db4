/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rejects of ingest say about rows: how many each file has, and which were set aside. */
#include "people/rejects.h"

const char *const aside_names[ASIDE_COUNT] = { "row_empty", "row_of_tags", "row_rejected",
	"row_not_kept", "row_identical", "row_duplicate" };

enum { REJECT_FILE, RECORD, RESPONDENT, ROUND, COLUMN, VALUE, ACTION, COLUMNS };
static const char *const columns[COLUMNS] = { "file", "record", "respondent", "round", "column",
	"value", "action" };

static struct file_flows flows;

/* ---- reading ---- */

struct rejects {
	struct reader *reader;
	size_t at[COLUMNS];
};

static struct rejects rejects_open(const char *file)
{
	struct rejects rejects = { .reader = reader_open(file, NULL) };
	size_t i;

	for (i = 0; i < COLUMNS; i++) {
		rejects.at[i] = reader_column(rejects.reader, columns[i]);
		if (rejects.at[i] == NO_NAME)
			refuse(&(struct place){ rejects.reader->file, rejects.reader->line,
				       columns[i], NULL },
				SAY("this column is missing", "kolom ini tidak ada"));
	}
	return rejects;
}

static struct value field(const struct rejects *rejects, int column)
{
	return rejects->reader->values[rejects->at[column]];
}

static int64_t count_of(const struct rejects *rejects, int column)
{
	struct place at = reader_place(rejects->reader, rejects->at[column]);
	int64_t count;

	if (!integer_read(field(rejects, column), &count) || count < 0)
		refuse(&at, SAY("not a number of rows", "bukan banyaknya baris"));
	return count;
}

static void add_account(const struct rejects *rejects)
{
	struct value file = field(rejects, REJECT_FILE), round = field(rejects, ROUND);

	flows.list = grow(flows.list, &flows.capacity, flows.count + 1, sizeof(*flows.list));
	flows.list[flows.count++] = (struct file_flow){
		.file = keep_value(file),
		.round = keep_value(round),
		.rows = count_of(rejects, RECORD),
		.kept = count_of(rejects, VALUE),
	};
}

static struct file_flow *account_of(const struct rejects *rejects)
{
	size_t i;

	for (i = 0; i < flows.count; i++)
		if (same_text(field(rejects, REJECT_FILE), flows.list[i].file) &&
			(*flows.list[i].round == '\0' ||
				same_text(field(rejects, ROUND), flows.list[i].round)))
			return &flows.list[i];
	refuse(&(struct place){ rejects->reader->file, rejects->reader->line, "file",
		       field(rejects, REJECT_FILE).text },
		SAY("the rejects do not say how many rows this file has (file_read)",
			"daftar ini tidak menyebut banyaknya baris berkas tersebut (file_read)"));
}

static size_t key_of(struct value column)
{
	size_t key = 0;

	while (key < KEY_COUNT && !same_text(column, key_names[key]))
		key++;
	return key;
}

static void count_aside(const struct rejects *rejects, enum aside aside,
	void (*met)(const char *respondent, const char *round, enum aside aside))
{
	struct value respondent = field(rejects, RESPONDENT), round = field(rejects, ROUND);
	size_t key = aside == ASIDE_REJECTED ? key_of(field(rejects, COLUMN)) : ASIDE_NO_KEY;

	account_of(rejects)->aside[aside][key]++;
	if (!missing(respondent) && !missing(round))
		met(respondent.text, round.text, aside);
}

/* ---- checking ---- */

static void check_sum(const struct file_flow *flow)
{
	int64_t aside = 0;
	size_t i, key;

	for (i = 0; i < ASIDE_COUNT; i++)
		for (key = 0; key < ASIDE_KEYS; key++)
			aside += flow->aside[i][key];
	if (flow->rows != aside + flow->kept)
		refuse(&(struct place){ .file = flow->file },
			SAY("rows have vanished: %lld in the file, %lld set aside, %lld kept",
				"ada baris yang hilang: %lld di berkas, %lld disisihkan, %lld "
				"dipakai"),
			(long long)flow->rows, (long long)aside, (long long)flow->kept);
}

const struct file_flows *rejects_read(
	const char *file, void (*met)(const char *respondent, const char *round, enum aside aside))
{
	struct rejects rejects = rejects_open(file);
	size_t i;

	while (reader_next(rejects.reader))
		if (same_text(field(&rejects, ACTION), "file_read"))
			add_account(&rejects);
	reader_close(rejects.reader);
	rejects = rejects_open(file);
	while (reader_next(rejects.reader))
		for (i = 0; i < ASIDE_COUNT; i++)
			if (same_text(field(&rejects, ACTION), aside_names[i]))
				count_aside(&rejects, (enum aside)i, met);
	reader_close(rejects.reader);
	for (i = 0; i < flows.count; i++)
		check_sum(&flows.list[i]);
	return &flows;
}

struct text aside_reason(enum aside aside, size_t key)
{
	static const struct text reasons[ASIDE_COUNT] = {
		[ASIDE_EMPTY] = { "an empty row", "baris kosong" },
		[ASIDE_TAGS] = { "a row of HXL tags", "baris tanda HXL" },
		[ASIDE_REJECTED] = { "too few or too many fields", "jumlah isian tidak cocok" },
		[ASIDE_NOT_KEPT] = { "`keep` in study.csv is not true of the row",
			"`keep` di study.csv tidak terpenuhi" },
		[ASIDE_IDENTICAL] = { "the same row twice; one is kept",
			"baris yang sama dua kali; satu dipakai" },
		[ASIDE_DUPLICATE] = { "another row of the same respondent in this round",
			"baris lain dari responden yang sama pada putaran ini" },
	};
	static const struct text keys[KEY_COUNT] = {
		[KEY_RESPONDENT] = { "no usable respondent", "responden kosong atau tidak sah" },
		[KEY_ROUND] = { "no usable round", "putaran kosong atau tidak sah" },
		[KEY_ARM] = { "no usable arm", "kelompok program kosong atau tidak sah" },
		[KEY_CLUSTER] = { "no usable village", "desa kosong atau tidak sah" },
		[KEY_STRATUM] = { "no usable stratum", "strata kosong atau tidak sah" },
		[KEY_WEIGHT] = { "no usable weight", "bobot kosong atau tidak sah" },
		[KEY_FPC] = { "no usable population size",
			"jumlah populasi kosong atau tidak sah" },
	};

	return key < KEY_COUNT ? keys[key] : reasons[aside];
}
