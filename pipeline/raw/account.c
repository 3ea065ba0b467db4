/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps account of rows: what comes in goes out or stands in the rejects, and not too many there. */
#include "raw/account.h"

#include <string.h>

#include "raw/text.h"
#include "study/study.h"

enum { VILLAGES_SAID = 100 }; /* with more than that, the column is another one */

struct village {
	const char *file;
	size_t line, rows;
};

static size_t rows_read, rejected, counts[ROW_FAULTS];
static struct place first; /* rejected row: where, and what stands there */
static struct text first_reason;
static struct names *strangers;
static struct village *villages;
static size_t village_capacity;

void account_row(void)
{
	rows_read++;
}

void account_reject(enum row_fault why, const struct reject *row)
{
	struct reject complete = *row;

	complete.action = "row_rejected";
	reject(&complete);
	counts[why]++;
	if (rejected++ > 0)
		return;
	first = (struct place){ row->file, row->line, row->column, NULL };
	if (row->value != NULL && *row->value != '\0')
		first.offending = keep_text(row->value, strlen(row->value));
	first_reason = row->reason;
}

void account_duplicates(size_t count, const struct place *at)
{
	counts[ROW_TWICE] += count;
	rejected += count;
	if (first.file == NULL && count > 0)
		first = (struct place){ at->file, at->line, NULL, NULL };
}

void account_village(struct value village, const char *file, size_t line)
{
	size_t before, number;

	if (strangers == NULL)
		strangers = names_new();
	before = name_count(strangers);
	number = name_add(strangers, village.text, village.length);
	villages = grow(villages, &village_capacity, number + 1, sizeof(*villages));
	if (number == before)
		villages[number] = (struct village){ file, line, 0 };
	villages[number].rows++;
}

/* Names and labels of the villages that are listed. */
static const struct names *listed_villages(void)
{
	const struct clusters *clusters = clusters_load();
	struct names *known = names_new();
	size_t i;

	for (i = 0; i < clusters->count; i++) {
		const struct cluster *cluster = &clusters->list[i];

		name_add(known, cluster->name, strlen(cluster->name));
		name_add(known, cluster->label.id, strlen(cluster->label.id));
		name_add(known, cluster->label.en, strlen(cluster->label.en));
	}
	return known;
}

static void warn_village(size_t number, const struct names *known)
{
	const struct village *village = &villages[number];
	const char *name = name_text(strangers, number), *nearest = text_nearest(name, known);
	struct place at = { village->file, village->line, "cluster", name };

	if (nearest == NULL)
		warn(&at,
			SAY("clusters.csv does not list this village; rows: %zu",
				"desa ini tidak ada di clusters.csv; baris: %zu"),
			village->rows);
	else
		warn(&at,
			SAY("clusters.csv does not list this village; rows: %zu; nearest: '%s'",
				"desa ini tidak ada di clusters.csv; baris: %zu; terdekat: '%s'"),
			village->rows, nearest);
}

static _Noreturn void refuse_villages(void)
{
	const struct names *known = listed_villages();
	size_t i;

	for (i = 0; i < name_count(strangers) && i < VILLAGES_SAID; i++)
		warn_village(i, known);
	refuse(&(struct place){ .file = "clusters.csv" },
		SAY("villages not listed: %zu; list them, or say in recode.csv which they are",
			"desa yang tidak tercantum: %zu; cantumkan, atau nyatakan di recode.csv "
			"desa mana yang dimaksud"),
		name_count(strangers));
}

/* ---- files ---- */

static struct file_account {
	size_t line, rows, kept;
} * files;

static struct file_account *account_of(const struct round_file *file)
{
	if (files == NULL)
		files = keep((rounds_load()->file_count + 1) * sizeof(*files));
	return &files[file - rounds_load()->files];
}

void account_file(const struct round_file *file, const struct reader *reader)
{
	*account_of(file) = (struct file_account){ reader->line, reader->record, 0 };
}

void account_kept(const struct round_file *file)
{
	account_of(file)->kept++;
}

void account_files(void)
{
	static const struct text read = { "rows of this file; value: those that stay",
		"baris berkas ini; value: yang dipakai" };
	const struct rounds *rounds = rounds_load();
	bool one_round = study_load()->round.count == 0;
	size_t i;

	for (i = 0; i < rounds->file_count; i++) {
		const struct round_file *file = &rounds->files[i];

		reject(&(struct reject){ .file = file->file,
			.line = account_of(file)->line,
			.record = account_of(file)->rows,
			.round = one_round ? rounds->list[file->round].name : NULL,
			.value = keep_format("%zu", account_of(file)->kept),
			.action = "file_read",
			.reason = read });
	}
}

/* ---- what is too much ---- */

static const char *reasons(void)
{
	static const struct text names[ROW_FAULTS] = {
		[ROW_RAGGED] = { "with too few or too many fields", "jumlah isiannya tidak cocok" },
		[ROW_WITHOUT_ROUND] = { "of no known round", "putarannya tidak dikenal" },
		[ROW_WITHOUT_RESPONDENT] = { "without a usable respondent",
			"tanpa responden yang sah" },
		[ROW_WITHOUT_CLUSTER] = { "without cluster", "tanpa desa" },
		[ROW_WITHOUT_ARM] = { "without arm", "tanpa kelompok" },
		[ROW_WITHOUT_STRATUM] = { "without stratum", "tanpa strata" },
		[ROW_BAD_WEIGHT] = { "without a weight above 0 (BAD_WEIGHT)",
			"tanpa bobot di atas 0 (BAD_WEIGHT)" },
		[ROW_BAD_FPC] = { "without the number of clusters in the population (BAD_FPC)",
			"tanpa jumlah desa dalam populasi (BAD_FPC)" },
		[ROW_TWICE] = { "of respondents who stand twice in a round",
			"respondennya ada dua kali dalam satu putaran" },
	};
	const char *list = "";
	size_t i;

	for (i = 0; i < ROW_FAULTS; i++)
		if (counts[i] > 0)
			list = keep_format("%s%s%zu %s", list, *list == '\0' ? "" : ", ", counts[i],
				text_of(names[i]));
	return list;
}

/* What is wrong with the first rejected row. */
static const char *here(void)
{
	const char *reason = text_of(first_reason);

	return reason == NULL
		? SAY("the first one stands here", "yang pertama ada di sini")
		: keep_format(SAY("the first one, here: %s", "yang pertama, di sini: %s"), reason);
}

static void warn_rejected(void)
{
	if (rejected > 0)
		warn(&first,
			SAY("%zu of %zu rows cannot be used and are left out: %s; %s",
				"%zu dari %zu baris tidak dapat dipakai dan ditinggalkan: %s; %s"),
			rejected, rows_read, reasons(), here());
}

void account_settle(double max_rejected)
{
	char percent[32];

	if (strangers != NULL)
		refuse_villages();
	if ((double)rejected <= max_rejected * (double)rows_read) {
		warn_rejected();
		return;
	}
	percent[number_text(max_rejected * 100, percent)] = '\0';
	refuse(&first,
		SAY("%zu of %zu rows cannot be used, more than %s %% (max_rejected in study.csv): "
		    "%s; %s",
			"%zu dari %zu baris tidak dapat dipakai, lebih dari %s %% (max_rejected di "
			"study.csv): %s; %s"),
		rejected, rows_read, percent, reasons(), here());
}
