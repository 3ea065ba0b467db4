/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ingest: a study's exports in, one clean row a respondent and round out. */
#include <stdlib.h>
#include <string.h>

#include "kit/kit.h"
#include "raw/account.h"
#include "raw/arms.h"
#include "raw/intake.h"
#include "raw/linking.h"
#include "raw/recoding.h"
#include "raw/row.h"
#include "raw/usage.h"
#include "study/study.h"

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"recode.csv", "clusters.csv", "goals.csv", "indicators.csv", "groups.csv", NULL };

static bool only_look;

static const struct option_field options[] = {
	{ "check", OPTION_FLAG, &only_look, false,
		{ "only look whether the data files have the columns that the study needs; faults "
		  "of the study's tables are told by `berdaya check`",
			"hanya memeriksa apakah berkas data punya kolom yang diperlukan studi; "
			"kesalahan tabel studi disebut oleh `berdaya check`" } },
	{ NULL, OPTION_FLAG, NULL, false, { NULL, NULL } },
};

/* Does recode.csv say which columns of a file belong to which round? */
static bool columns_by_round(void)
{
	const struct recodes *recodes = recodes_load();
	size_t i;

	for (i = 0; i < recodes->count; i++)
		if (*recodes->list[i].column != '\0' && *recodes->list[i].round != '\0')
			return true;
	return false;
}

/* A file of two rounds needs a column for the round, or columns of each round. */
static void check_shared_files(const struct rounds *rounds)
{
	size_t i, j;

	if (study_load()->round.count > 0 || columns_by_round())
		return;
	for (i = 0; i < rounds->file_count; i++)
		for (j = 0; j < i; j++)
			if (strcmp(rounds->files[i].file, rounds->files[j].file) == 0) {
				fault(&rounds->files[i].place,
					SAY("the file stands for two rounds; name the column of "
					    "the round in study.csv (`round`)",
						"berkas ini untuk dua putaran; sebutkan kolom "
						"putarannya di study.csv (`round`)"));
				break;
			}
}

/* Loads every table of the study, so that all its faults are said in one go. */
static void load_tables(void)
{
	const struct rounds *rounds = rounds_load();
	size_t i;

	study_load();
	recodes_load();
	clusters_load();
	form_load(".");
	for (i = 0; i < rounds->file_count; i++)
		form_load(rounds->files[i].form);
	questions_needed();
}

/* What rounds.csv says of the files, against the files. */
static void check_files(void)
{
	const struct rounds *rounds = rounds_load();
	size_t i;

	for (i = 0; i < rounds->file_count; i++) {
		const struct round_file *file = &rounds->files[i];

		if (file->source == SOURCE_SPSS || file->source == SOURCE_STATA)
			fault(&file->place,
				SAY("files of SPSS and Stata cannot be read yet; save the table as "
				    "CSV",
					"berkas SPSS dan Stata belum dapat dibaca; simpan tabelnya "
					"sebagai CSV"));
		else if (*file->file != '\0' && !file_exists(file->file))
			fault(&file->place,
				SAY("this data file is not there", "berkas data ini tidak ada"));
	}
	check_shared_files(rounds);
}

/* Looks at the headers of all files that are there, whatever is wrong elsewhere: `elsewhere` faults
 * are the tables'. */
static _Noreturn void look(size_t elsewhere)
{
	const struct rounds *rounds = rounds_load();
	size_t i;

	for (i = 0; i < rounds->file_count; i++) {
		const struct round_file *file = &rounds->files[i];

		if (file->source != SOURCE_SPSS && file->source != SOURCE_STATA &&
			file_exists(file->file))
			intake_look(file);
	}
	exit(fault_count() > elsewhere ? MISUSED : DONE);
}

static void begin(const struct reader *input)
{
	const struct rounds *rounds;
	const struct value *header;
	size_t elsewhere, i, width;

	(void)input;
	report_quietly(only_look);
	rounds = rounds_load();
	load_tables();
	report_quietly(false);
	elsewhere = fault_count();
	check_files();
	if (only_look)
		look(elsewhere);
	stop_on_faults();
	row_begin();
	stop_on_faults();
	for (i = 0; i < rounds->file_count; i++)
		intake_file(&rounds->files[i]);
	stop_on_faults();
	width = row_header(&header);
	for (i = 0; i < width; i++)
		put_value(output, header[i]);
	end_row(output);
}

static void end(void)
{
	const struct study *study = study_load();
	struct place first;
	size_t twice = rows_settle(study->duplicates, &first), lost;

	account_files();
	account_duplicates(twice, &first);
	lost = usage_say(study->max_rejected);
	account_settle(study->max_rejected);
	usage_settle(lost);
	linking_settle();
	rows_write(output, study->cluster.count > 0);
	arms_warn();
	recode_warn_unused();
}

static const struct stage stage = {
	.name = "ingest",
	.purpose = { "Read the study's exports: clean, typed, one row a respondent and round.",
		"Membaca ekspor studi: bersih, sesuai jenisnya, satu baris per responden dan "
		"putaran." },
	.options = options,
	.tables = tables,
	.makes_note = "respondent, round, arm, cluster, stratum, weight, fpc, then each question "
		      "that the study needs",
	.rejects = true,
	.no_input = true,
	.begin = begin,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
