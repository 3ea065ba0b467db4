/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ingest: a study's exports in, one clean row a respondent and round out. */
#include <string.h>

#include "kit/kit.h"
#include "raw/account.h"
#include "raw/intake.h"
#include "raw/linking.h"
#include "raw/recoding.h"
#include "raw/row.h"
#include "raw/usage.h"
#include "study/study.h"

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"recode.csv", "clusters.csv", "goals.csv", "indicators.csv", "groups.csv", NULL };

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
	for (i = 0; i < rounds->file_count; i++) {
		const struct round_file *file = &rounds->files[i];

		form_load(file->form);
		if (file->source == SOURCE_SPSS || file->source == SOURCE_STATA)
			fault(&file->place,
				SAY("files of SPSS and Stata cannot be read yet; save the table as "
				    "CSV",
					"berkas SPSS dan Stata belum dapat dibaca; simpan tabelnya "
					"sebagai CSV"));
	}
	check_shared_files(rounds);
	stop_on_faults();
}

static void begin(const struct reader *input)
{
	const struct rounds *rounds = rounds_load();
	const struct value *header;
	size_t i, width;

	(void)input;
	load_tables();
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
	recode_warn_unused();
}

static const struct stage stage = {
	.name = "ingest",
	.purpose = { "Read the study's exports: clean, typed, one row a respondent and round.",
		"Membaca ekspor studi: bersih, sesuai jenisnya, satu baris per responden dan "
		"putaran." },
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
