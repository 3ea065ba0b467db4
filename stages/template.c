/* SPDX-License-Identifier: GPL-3.0-or-later */
/* template: copy me. Passes rows whose column is filled and counts the others in a last column. */
#include "kit/kit.h"

/* 1. Options: where each goes, and what it means in both languages. */
static const char *column = "respondent";

static const struct option_field options[] = {
	{ "column", OPTION_TEXT, &column, false,
		{ "the column that must be filled (respondent)",
			"kolom yang harus terisi (respondent)" } },
	{ NULL, OPTION_FLAG, NULL, false, { NULL, NULL } },
};

/* 2. State: file statics, since one process runs one stage. */
static size_t watched;
static int64_t empty_so_far;

/* 3. begin: the header is read. A stage whose output columns are fixed declares them in `makes`
 *    instead of writing the header here. */
static void begin(const struct reader *input)
{
	size_t i;

	watched = reader_column(input, column);
	if (watched == NO_NAME)
		refuse(&(struct place){ input->file, input->line, column, NULL },
			SAY("this column is missing", "kolom ini tidak ada"));
	for (i = 0; i < input->columns; i++)
		put_value(output, input->header[i]);
	put_string(output, "empty_so_far");
	end_row(output);
}

/* 4. row: called for every row. All columns pass through as text, in place. */
static void row(const struct value *needed)
{
	const struct reader *input = stage_input();
	size_t i;

	(void)needed; /* the columns declared in `needs`, which this stage has not */
	if (missing(input->values[watched])) {
		empty_so_far++;
		return;
	}
	for (i = 0; i < input->columns; i++)
		put_value(output, input->values[i]);
	put_integer(output, empty_so_far);
	end_row(output);
}

/* 5. The declaration: from it come --help, --describe and the checking of plans. A stage that must
 *    see all rows first collects them in row() and writes in end(). */
static const struct stage stage = {
	.name = "template",
	.purpose = { "Pass rows whose column is filled; the stage to copy when writing one.",
		"Meneruskan baris yang kolomnya terisi; tahap contoh untuk disalin." },
	.options = options,
	.makes_note = "COLUMNS OF THE INPUT,empty_so_far",
	.begin = begin,
	.row = row,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
