/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a study, row by row. */
#include "raw/intake.h"

#include "raw/account.h"
#include "raw/row.h"

/* A file while it is read. */
struct intake {
	const struct round_file *file;
	struct reader *reader;
	bool round_column; /* study.csv names a column for the round */
	struct key_plan round;
	struct plan **plans; /* by round, made when first needed */
};

/* Rows met so far, by round: they name respondents where the study does not. */
static size_t next_number(size_t round)
{
	static size_t *numbers;

	if (numbers == NULL)
		numbers = keep((rounds_load()->count + 1) * sizeof(*numbers));
	return ++numbers[round];
}

static bool all_fields(const struct reader *reader, bool (*holds)(struct value value))
{
	size_t i;

	for (i = 0; i < reader->count; i++)
		if (!holds(reader->values[i]))
			return false;
	return true;
}

static bool is_blank(struct value value)
{
	return missing(text_trimmed(value));
}

static bool is_tag(struct value value)
{
	return missing(value) || value.text[0] == '#';
}

static void read_row(struct intake *intake, struct raw_row *row)
{
	const struct reader *reader = intake->reader;
	size_t round = intake->file->round;

	if (!intake->round_column)
		row->number = next_number(round);
	account_row();
	if (reader->count != reader->columns) {
		row_reject_ragged(row, reader);
		return;
	}
	if (intake->round_column) {
		round = row_round(row, &intake->round, reader);
		if (round == NO_NAME)
			return;
		row->number = next_number(round);
	}
	if (intake->plans[round] == NULL)
		intake->plans[round] = plan_make(reader, intake->file, round);
	if (fault_count() == 0)
		row_take(row, intake->plans[round], reader);
}

/* A row below the header that holds no respondent: HXL tags, or the bare separators that
 * spreadsheets leave at the end. */
static bool no_respondent(const struct intake *intake, const struct raw_row *row)
{
	static const struct text tags = { "a row of HXL tags, no respondent",
		"baris tanda HXL, bukan responden" };
	static const struct text blank = { "an empty row", "baris kosong" };

	if (all_fields(intake->reader, is_blank)) {
		row_pass_over(row, "row_empty", blank);
		return true;
	}
	if (intake->reader->record == 1 && all_fields(intake->reader, is_tag)) {
		row_pass_over(row, "row_of_tags", tags);
		return true;
	}
	return false;
}

/* Opens a file and plans how it is read; says the faults of its header. */
static struct intake open_file(const struct round_file *file)
{
	struct reader_options options = { true, true, file->encoding, file->skip_lines };
	struct intake intake = { .file = file, .reader = reader_open(file->file, &options) };

	intake.round_column = study_load()->round.count > 0;
	intake.plans = keep((rounds_load()->count + 1) * sizeof(*intake.plans));
	if (intake.round_column)
		key_plan_round(&intake.round, intake.reader, file);
	else
		intake.plans[file->round] = plan_make(intake.reader, file, file->round);
	return intake;
}

void intake_look(const struct round_file *file)
{
	struct intake intake = open_file(file);

	if (intake.round_column)
		plan_make(intake.reader, file, file->round);
	reader_close(intake.reader);
}

static void warn_empty(const struct intake *intake)
{
	if (intake->reader->record == 0 && fault_count() == 0)
		warn(&(struct place){ .file = intake->file->file },
			SAY("there is no row below the header of this data file",
				"tidak ada baris di bawah judul berkas data ini"));
}

void intake_file(const struct round_file *file)
{
	struct intake intake = open_file(file);

	while (fault_count() == 0 && reader_next(intake.reader)) {
		struct raw_row row = { .origin = { file, intake.reader->line, intake.reader->record,
					       intake.round_column ? NO_NAME : file->round } };

		if (!no_respondent(&intake, &row))
			read_row(&intake, &row);
	}
	warn_empty(&intake);
	account_file(file, intake.reader);
	reader_close(intake.reader);
}
