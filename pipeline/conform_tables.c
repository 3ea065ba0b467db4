/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about tables as wholes: how they are written, and what is missing in them. */
#include <string.h>

#include "conform_trial.h"

enum { LONG_INPUT = 1 << 19, PIECE = 1 << 12 };

/* ---- the output ---- */

static enum outcome runs(struct conformity *conformity)
{
	if (conformity->plain.status != DONE)
		return ended(conformity, &conformity->plain, "0");
	return is_table(conformity, conformity->plain.out, NULL) ? HELD : BROKEN_RULE;
}

static enum outcome format(struct conformity *conformity)
{
	struct bytes_read written;

	if (!is_table(conformity, conformity->plain.out, &written))
		return BROKEN_RULE;
	return gives(conformity, &conformity->plain, written);
}

/* ---- its input, written otherwise ---- */

static enum outcome header_only(struct conformity *conformity)
{
	struct grid header = { conformity->sample->width, 0, conformity->sample->header, NULL };
	struct grid made = { conformity->made->width, 0, conformity->made->header, NULL };
	struct trial trial = try_stage(conformity, SAY("a header alone", "baris judul saja"),
		&(struct way){ .input = grid_file(&header) });

	return gives_table(conformity, &trial, bytes_of(grid_file(&made)));
}

/* As a spreadsheet saves it; line ends within quotes stay as they are. */
static struct bytes_read spreadsheet(struct bytes_read plain)
{
	char *text = keep(2 * plain.length + 4), *end = text;
	bool quoted = false;
	size_t i;

	memcpy(end, "\xef\xbb\xbf", 3);
	end += 3;
	for (i = 0; i < plain.length; i++) {
		quoted ^= plain.text[i] == '"';
		if (plain.text[i] == '\n' && !quoted)
			*end++ = '\r';
		*end++ = plain.text[i];
	}
	return (struct bytes_read){ text, (size_t)(end - text) };
}

static enum outcome bom_crlf(struct conformity *conformity)
{
	struct bytes_read saved = spreadsheet(bytes_of(grid_file(conformity->sample)));
	struct trial trial = try_stage(conformity,
		SAY("with a byte order mark and CRLF", "dengan tanda urutan bita dan CRLF"),
		&(struct way){ .input = bytes_file(saved) });

	return gives(conformity, &trial, conformity->plain.out);
}

/* ---- all of it, and what is missing ---- */

static enum outcome reads_all(struct conformity *conformity)
{
	struct grid *given = grid_copy(conformity->sample);
	size_t rows = given->rows, length, columns, i;
	const char **cells = keep((rows + 1) * sizeof(*cells));
	struct trial trial;
	char *text = keep(PIECE + 1);

	if (rows == 0)
		return not_asked(
			conformity, SAY("the sample has no rows", "tabel contoh tanpa baris"));
	memset(text, 'x', PIECE);
	length = LONG_INPUT / rows;
	for (i = 0; i < rows; i++)
		cells[i] = length < PIECE ? keep_text(text, length) : text;
	for (columns = 0; columns * PIECE < length && columns < 256; columns++)
		grid_insert(given, given->width, keep_format("conform_%zu", columns), cells);
	trial = try_stage(conformity, SAY("half a megabyte of input", "masukan setengah megabita"),
		&(struct way){ .input = grid_file(given), .fed = true });
	if (trial.unread)
		return breaks(conformity,
			SAY("it ended before it had read all of its input",
				"ia berakhir sebelum membaca seluruh masukannya"));
	return trial.status == DONE ? HELD : ended(conformity, &trial, "0");
}

/* What programs write for a value that is not there. */
static bool is_nothing(const char *text)
{
	static const char *const words[] = { "NA", "NaN", "nan", "-nan", "NULL", "null", "None",
		"Inf", "inf", "-Inf", "-inf", "#N/A", "(error)" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i], text) == 0)
			return true;
	return false;
}

static bool holds_cell(const struct grid *grid, const char *text)
{
	size_t i;

	for (i = 0; i < grid->rows * grid->width; i++)
		if (strcmp(grid->cells[i], text) == 0)
			return true;
	return false;
}

static enum outcome missing_values(struct conformity *conformity)
{
	const struct grid *sample = conformity->sample, *got;
	struct grid *given;
	struct trial trial;
	size_t column, i;

	for (column = 0; column < sample->width; column++) {
		given = grid_copy(sample);
		for (i = 0; i < given->rows; i++)
			given->cells[i * given->width + column] = "";
		trial = try_stage(conformity,
			keep_format(SAY("with column %s empty", "dengan kolom %s kosong"),
				sample->header[column]),
			&(struct way){ .input = grid_file(given) });
		if (trial.status != DONE)
			continue; /* it may refuse that */
		if (!is_table(conformity, trial.out, NULL))
			return BROKEN_RULE;
		got = grid_read(bytes_file(trial.out));
		for (i = 0; i < got->rows * got->width; i++)
			if (is_nothing(got->cells[i]) && !holds_cell(sample, got->cells[i]))
				return breaks(conformity,
					SAY("%s: it writes '%s', not an empty field",
						"%s: ia menulis '%s', bukan isian kosong"),
					trial.what, got->cells[i]);
	}
	return HELD;
}

const struct rule table_rules[] = {
	{ "runs",
		{ "a table in, a whole table out, status 0",
			"tabel masuk, tabel utuh keluar, status 0" },
		runs },
	{ "format",
		{ "UTF-8, LF, quotes only where needed, a line end at the end",
			"UTF-8, LF, tanda kutip hanya bila perlu, diakhiri ganti baris" },
		format },
	{ "header_only",
		{ "a header alone gives a header alone",
			"baris judul saja menghasilkan baris judul saja" },
		header_only },
	{ "bom_crlf",
		{ "a byte order mark and CRLF change nothing",
			"tanda urutan bita dan CRLF tidak mengubah apa pun" },
		bom_crlf },
	{ "missing_values",
		{ "missing is the empty field and nothing else",
			"nilai hilang adalah isian kosong, bukan yang lain" },
		missing_values },
	{ "reads_all", { "the input is read to its end", "masukan dibaca sampai akhir" },
		reads_all },
	{ NULL, { NULL, NULL }, NULL },
};
