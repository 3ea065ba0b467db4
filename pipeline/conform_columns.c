/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about columns that a stage does not know: they are put in, and looked for in what comes out. */
#include <string.h>

#include "conform_trial.h"
#include "kit/digest.h"

/* ---- strange columns ---- */

/* Some of the texts for a column: row by row from `first` on, over and over. */
static const char *const *cells_of(
	size_t rows, const char *const *texts, size_t count, size_t first)
{
	const char **cells = keep((rows + 1) * sizeof(*cells));
	size_t row;

	for (row = 0; row < rows; row++)
		cells[row] = texts[(first + row) % count];
	return cells;
}

static const char MARK[] = "conform_mark";

/* Marks that tell rows apart and are in no order. */
static const char *const *marks(size_t rows)
{
	const char **cells = keep((rows + 1) * sizeof(*cells));
	size_t row;

	for (row = 0; row < rows; row++) {
		const char *text = keep_format("%zu", row);
		struct digest digest = digest_bytes(text, strlen(text));

		cells[row] = keep_format("m%.12s", digest.hex);
	}
	return cells;
}

/* The rows of the sample, last first. */
static struct grid *turned(const struct grid *grid)
{
	struct grid *copy = grid_copy(grid);
	size_t row;

	for (row = 0; row < grid->rows; row++)
		memcpy(copy->cells + row * grid->width,
			grid->cells + (grid->rows - 1 - row) * grid->width,
			grid->width * sizeof(*copy->cells));
	return copy;
}

static const char *stranger(size_t number)
{
	return keep_format("conform_column_%zu", number + 1);
}

/* So many columns that every text stands in one of them, two at least. */
static size_t stranger_count(const struct grid *sample, size_t count)
{
	size_t needed = sample->rows == 0 ? 0 : (count + sample->rows - 1) / sample->rows;

	return needed < 2 ? 2 : needed;
}

/* The sample with a strange column first, marks behind the next, and more strange columns last. */
static struct grid *with_strangers(
	const struct grid *sample, const char *const *texts, size_t count)
{
	struct grid *grid = grid_copy(sample);
	size_t i;

	grid_insert(grid, 0, stranger(0), cells_of(grid->rows, texts, count, 0));
	grid_insert(grid, 2, MARK, marks(grid->rows));
	for (i = 1; i < stranger_count(sample, count); i++)
		grid_insert(grid, grid->width, stranger(i),
			cells_of(grid->rows, texts, count, i * grid->rows));
	return grid;
}

/* The row of the input that a row of the output came from, or NO_NAME. */
static size_t origin(const struct grid *given, const struct grid *got, size_t row)
{
	size_t mark = grid_column(got, MARK), i;

	for (i = 0; mark != NO_NAME && i < given->rows; i++)
		if (strcmp(grid_cell(given, i, grid_column(given, MARK)),
			    grid_cell(got, row, mark)) == 0)
			return i;
	return NO_NAME;
}

static enum outcome dropped(struct conformity *conformity, const char *column)
{
	return breaks(conformity,
		SAY("the unknown column %s does not come out",
			"kolom tak dikenal %s tidak diteruskan"),
		column);
}

/* Columns of the input stand in the output in the order of the input. */
static enum outcome in_place(
	struct conformity *conformity, const struct grid *given, const struct grid *got)
{
	size_t last = 0, i, column;

	for (i = 0; i < got->width; i++) {
		column = grid_column(given, got->header[i]);
		if (column == NO_NAME)
			continue;
		if (column < last)
			return breaks(conformity,
				SAY("column %s does not stand in its place",
					"kolom %s tidak di tempatnya"),
				got->header[i]);
		last = column;
	}
	return HELD;
}

static enum outcome same_cells(struct conformity *conformity, const struct grid *given,
	const struct grid *got, const char *name)
{
	size_t row, from, column = grid_column(got, name);

	if (column == NO_NAME || grid_column(got, MARK) == NO_NAME)
		return dropped(conformity, column == NO_NAME ? name : MARK);
	for (row = 0; row < got->rows; row++) {
		from = origin(given, got, row);
		if (from == NO_NAME)
			return breaks(conformity,
				SAY("row %zu of its output is none of the input",
					"baris %zu keluarannya tidak berasal dari masukan"),
				row + 1);
		if (strcmp(grid_cell(given, from, grid_column(given, name)),
			    grid_cell(got, row, column)) != 0)
			return breaks(conformity,
				SAY("'%s' in an unknown column became '%s'",
					"'%s' di kolom tak dikenal menjadi '%s'"),
				grid_cell(given, from, grid_column(given, name)),
				grid_cell(got, row, column));
	}
	return HELD;
}

/* Runs the stage on a table with strange columns. A filter passes them on (the output becomes `*got`);
 * to any other stage they make no difference. */
static enum outcome try_strangers(struct conformity *conformity, const char *what,
	const struct grid *given, const struct grid **got)
{
	struct trial trial =
		try_stage(conformity, what, &(struct way){ .input = grid_file(given) });

	*got = NULL;
	if (!conformity->request->filter)
		return gives(conformity, &trial, conformity->plain.out);
	if (trial.status != DONE)
		return ended(conformity, &trial, "0");
	if (!is_table(conformity, trial.out, NULL))
		return BROKEN_RULE;
	*got = grid_read(bytes_file(trial.out));
	return HELD;
}

static enum outcome passes_texts(struct conformity *conformity, const char *what,
	const char *const *texts, size_t count, bool place)
{
	const struct grid *given = with_strangers(conformity->sample, texts, count), *got;
	enum outcome outcome = try_strangers(conformity, what, given, &got);
	size_t i;

	if (outcome != HELD || got == NULL)
		return outcome;
	for (i = 0; outcome == HELD && i < stranger_count(conformity->sample, count); i++)
		outcome = same_cells(conformity, given, got, stranger(i));
	return outcome == HELD && place ? in_place(conformity, given, got) : outcome;
}

static enum outcome quoted_newline(struct conformity *conformity)
{
	static const char *const texts[] = { "two\nlines", "a, b", "a \"word\"", "\n" };

	return passes_texts(conformity,
		SAY("with line ends, commas and quotes inside quotes",
			"dengan ganti baris, koma, dan tanda kutip di dalam kutipan"),
		texts, sizeof(texts) / sizeof(*texts), false);
}

static enum outcome unknown_columns(struct conformity *conformity)
{
	static const char *const texts[] = { "Désa Sumberjo", "NA", "TRUE", "", "null", "1e5",
		"x  y", "#N/A" };

	return passes_texts(conformity, SAY("with unknown columns", "dengan kolom tak dikenal"),
		texts, sizeof(texts) / sizeof(*texts), true);
}

static enum outcome row_order(struct conformity *conformity)
{
	static const char *const texts[] = { "x" };
	const struct grid *got;
	size_t turn, row, from, last;
	enum outcome outcome;

	if (!conformity->request->filter)
		return not_asked(conformity, SAY("no row-wise filter", "bukan filter per baris"));
	for (turn = 0; turn < 2; turn++) {
		const struct grid *given = with_strangers(
			turn == 0 ? conformity->sample : turned(conformity->sample), texts, 1);

		outcome = try_strangers(conformity,
			turn == 0 ? SAY("with marked rows", "dengan baris bertanda")
				  : SAY("with the last row first", "dengan baris terakhir di awal"),
			given, &got);
		if (outcome != HELD)
			return outcome;
		if (grid_column(got, MARK) == NO_NAME)
			return dropped(conformity, MARK);
		for (row = 0, last = 0; row < got->rows; row++, last = from) {
			from = origin(given, got, row);
			if (from == NO_NAME || from < last)
				return breaks(conformity,
					SAY("row %zu of its output is out of order",
						"baris %zu keluarannya tidak urut"),
					row + 1);
		}
	}
	return HELD;
}

/* ---- ids ---- */

/* Long ids instead of those in the columns of respondents and villages, in the same order. */
static struct grid *with_long_ids(const struct grid *grid, const char *column)
{
	struct grid *copy = grid_copy(grid);
	size_t number = grid_column(grid, column), row;

	for (row = 0; row < grid->rows; row++)
		if (*grid_cell(grid, row, number) != '\0')
			copy->cells[row * grid->width + number] =
				keep_format("0012345678901234%s", grid_cell(grid, row, number));
	return copy;
}

/* A summary by respondent or village names them as they are. */
static enum outcome summary_ids(struct conformity *conformity)
{
	static const char *const columns[] = { "respondent", "cluster" };
	const struct conform_request *request = conformity->request;
	struct trial trial;
	size_t i;

	for (i = 0; i < request->option_count; i++)
		if (strncmp(request->options[i], "--with", 6) == 0)
			return not_asked(conformity,
				SAY("other tables name them, too", "tabel lain juga menyebutnya"));
	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		if (grid_column(conformity->sample, columns[i]) == NO_NAME ||
			grid_column(conformity->made, columns[i]) == NO_NAME)
			continue;
		trial = try_stage(conformity, SAY("with long ids", "dengan nomor panjang"),
			&(struct way){ .input = grid_file(
					       with_long_ids(conformity->sample, columns[i])) });
		if (trial.status == REFUSED) /* they stand in no list of villages */
			continue;
		return gives_table(conformity, &trial,
			bytes_of(grid_file(with_long_ids(conformity->made, columns[i]))));
	}
	return not_asked(conformity,
		SAY("its output names no respondents or villages",
			"keluarannya tidak menyebut responden atau desa"));
}

static enum outcome ids(struct conformity *conformity)
{
	static const char *const texts[] = { "007", "12345678901234567890", "00000000000000000001",
		"1.10", "-0", "+62812", "9007199254740993" };

	if (!conformity->request->filter)
		return summary_ids(conformity);
	return passes_texts(conformity, SAY("with ids", "dengan nomor identitas"), texts,
		sizeof(texts) / sizeof(*texts), false);
}

const struct rule column_rules[] = {
	{ "quoted_newline",
		{ "line ends, commas and quotes inside quotes are text",
			"ganti baris, koma, dan kutip di dalam kutipan adalah teks" },
		quoted_newline },
	{ "unknown_columns",
		{ "unknown columns pass through a filter, in place, as text; others leave them "
		  "alone",
			"kolom tak dikenal diteruskan filter di tempatnya sebagai teks; tahap lain "
			"membiarkannya" },
		unknown_columns },
	{ "row_order", { "a filter keeps the order of rows", "filter menjaga urutan baris" },
		row_order },
	{ "ids", { "leading zeros and 20 digits survive", "nol di depan dan 20 angka tetap utuh" },
		ids },
	{ NULL, { NULL, NULL }, NULL },
};
