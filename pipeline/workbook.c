/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the workbook with libxlsxwriter. */
#include "workbook.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "declared.h"
#include "study/study.h"

enum { NAME_LIMIT = 31, ROW_LIMIT = 1048576, SMALL_WIDTH = 12, WIDE_WIDTH = 48 };

struct book {
	const struct rendering *rendering;
	const char *path;
	lxw_workbook *file;
	lxw_format *bold;
	lxw_worksheet *contents, *columns;
	lxw_row_t contents_row, columns_row;
};

static const struct input *inputs(const struct book *book)
{
	return book->rendering->step->inputs;
}

static _Noreturn void cannot(const struct book *book, const char *reason)
{
	broken(&(struct place){ .file = book->path },
		SAY("the workbook cannot be made: %s", "buku kerja tidak dapat dibuat: %s"),
		reason);
}

/* Where memory fails deep inside, the library goes on: at times it tells of it on stderr, which is a
   file of this process's own, at times the allocation that failed is seen in errno alone. */
static void must_have_memory(const struct book *book)
{
	struct stat said;

	if (errno == ENOMEM ||
		(fstat(STDERR_FILENO, &said) == 0 && S_ISREG(said.st_mode) && said.st_size > 0))
		cannot(book, lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
}

/* Holds the library to a call: a cell it could not take would be missing without a word. */
static void must(const struct book *book, lxw_error error)
{
	if (error == LXW_NO_ERROR && errno == ENOMEM)
		error = LXW_ERROR_MEMORY_MALLOC_FAILED;
	if (error != LXW_NO_ERROR)
		cannot(book, lxw_strerror(error));
}

static void write_line(const struct book *book, lxw_worksheet *sheet, lxw_row_t row,
	lxw_format *format, const char *const *texts, lxw_col_t count)
{
	lxw_col_t i;

	for (i = 0; i < count; i++)
		must(book, worksheet_write_string(sheet, row, i, texts[i], format));
}

static lxw_worksheet *begin_sheet(struct book *book, const char *name)
{
	lxw_worksheet *sheet =
		workbook_add_worksheet(book->file, keep_text(name, strnlen(name, NAME_LIMIT)));

	if (sheet == NULL)
		broken(&(struct place){ .offending = name },
			SAY("a sheet of the workbook cannot be made",
				"lembar buku kerja tidak dapat dibuat"));
	worksheet_freeze_panes(sheet, 1, 0);
	must_have_memory(book);
	return sheet;
}

/* A name for a sheet in front that no table has; sheets' names are told apart without regard to case. */
static const char *front_name(const struct book *book, const char *name)
{
	const struct step *step = book->rendering->step;
	size_t i;

	for (i = 0; i < step->input_count; i++)
		if (strcasecmp(step->inputs[i].with, name) == 0)
			return front_name(book, keep_format("_%s", name));
	return name;
}

static void begin_front(struct book *book)
{
	static const char *const contents[] = { "table", "rows", "purpose_id", "purpose_en" };
	static const char *const columns[] = { "table", "column", "type", "meaning_id",
		"meaning_en" };

	book->contents = begin_sheet(book, front_name(book, "contents"));
	book->columns = begin_sheet(book, front_name(book, "columns"));
	write_line(book, book->contents, 0, book->bold, contents, 4);
	write_line(book, book->columns, 0, book->bold, columns, 5);
	must(book, worksheet_set_column(book->contents, 0, 0, 24, NULL));
	must(book, worksheet_set_column(book->contents, 2, 3, 2 * WIDE_WIDTH, NULL));
	must(book, worksheet_set_column(book->columns, 0, 1, 24, NULL));
	must(book, worksheet_set_column(book->columns, 3, 4, 2 * WIDE_WIDTH, NULL));
	book->contents_row = book->columns_row = 1;
}

static void list_table(struct book *book, const char *table, size_t rows, struct text purpose)
{
	lxw_row_t row = book->contents_row++;

	must(book,
		worksheet_write_url(book->contents, row, 0,
			keep_format("internal:'%.*s'!A1", NAME_LIMIT, table), NULL));
	must(book, worksheet_write_string(book->contents, row, 0, table, NULL));
	must(book, worksheet_write_number(book->contents, row, 1, (double)rows, NULL));
	must(book, worksheet_write_string(book->contents, row, 2, purpose.id, NULL));
	must(book, worksheet_write_string(book->contents, row, 3, purpose.en, NULL));
}

static void list_column(
	struct book *book, const char *table, const char *column, const struct described *declared)
{
	const char *texts[] = { table, column, declared == NULL ? "" : declared->type,
		declared == NULL ? "" : declared->meaning.id,
		declared == NULL ? "" : declared->meaning.en };

	write_line(book, book->columns, book->columns_row++, NULL, texts, 5);
}

static void write_cell(const struct book *book, lxw_worksheet *sheet, lxw_row_t row,
	lxw_col_t column, struct value value, bool numeric)
{
	double number;

	if (missing(value))
		return;
	if (numeric && number_read(value, &number))
		must(book, worksheet_write_number(sheet, row, column, number, NULL));
	else
		must(book, worksheet_write_string(sheet, row, column, value.text, NULL));
}

/* Whether a column holds numbers: as declared; unknown columns are text. */
static bool *numeric_columns(struct book *book, lxw_worksheet *sheet, const struct input *input,
	const struct reader *reader)
{
	bool *numeric = keep((reader->columns + 1) * sizeof(*numeric));
	size_t i;

	for (i = 0; i < reader->columns; i++) {
		const char *name = reader->header[i].text;
		const struct described *declared =
			declared_column(book->rendering->plan, input->step, name);
		bool note = strncmp(name, "note", 4) == 0 || strncmp(name, "label", 5) == 0;

		numeric[i] = declared != NULL && strcmp(declared->type, "text") != 0;
		must(book, worksheet_write_string(sheet, 0, (lxw_col_t)i, name, book->bold));
		must(book,
			worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i,
				note ? WIDE_WIDTH : SMALL_WIDTH, NULL));
		list_column(book, input->with, name, declared);
	}
	return numeric;
}

static void put_table(struct book *book, const struct input *input)
{
	const struct step *maker = &book->rendering->plan->steps[input->step];
	struct reader *reader = reader_open(
		area_file(book->rendering->area, maker->products[input->product].file), NULL);
	lxw_worksheet *sheet = begin_sheet(book, input->with);
	bool *numeric = numeric_columns(book, sheet, input, reader);
	lxw_row_t row = 0;
	size_t i;

	while (reader_next(reader)) {
		if (++row == ROW_LIMIT)
			refuse(&(struct place){ .file = reader->file, .line = reader->line },
				SAY("a spreadsheet holds no more rows; leave the step 'tables' out",
					"lembar kerja tidak memuat baris lagi; buang langkah "
					"'tables'"));
		for (i = 0; i < reader->columns; i++)
			write_cell(book, sheet, row, (lxw_col_t)i, reader->values[i], numeric[i]);
	}
	if (row > 0)
		must(book,
			worksheet_autofilter(sheet, 0, 0, row, (lxw_col_t)(reader->columns - 1)));
	reader_close(reader);
	list_table(book, input->with, row, declared_purpose(book->rendering->plan, input->step));
}

const char *workbook_library(void)
{
	return LXW_VERSION;
}

void workbook_make(const struct rendering *rendering)
{
	lxw_workbook_options options = { .constant_memory = LXW_FALSE };
	lxw_doc_properties about = { .title = (char *)study_load()->title.id,
		.comments = (char *)study_load()->notice.id,
		.created = 1 }; /* the library's own would be today's */
	struct book book = { .rendering = rendering,
		.path = partial_file(rendering->area, &rendering->step->products[0]) };
	size_t i;

	errno = 0;
	book.file = workbook_new_opt(book.path, &options);
	if (book.file != NULL)
		book.bold = workbook_add_format(book.file);
	if (book.bold == NULL)
		cannot(&book, lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
	format_set_bold(book.bold);
	must(&book, workbook_set_properties(book.file, &about));
	begin_front(&book);
	for (i = 0; i < rendering->step->input_count; i++)
		put_table(&book, &inputs(&book)[i]);
	must_have_memory(&book);
	must(&book, workbook_close(book.file));
	must_have_memory(&book);
}
