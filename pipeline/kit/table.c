/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables held in memory, checked against the columns that their reader declares. */
#include "kit/kit.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "kit/spoilt.h"

bool table_advice;

bool file_exists(const char *file)
{
	if (access(file, F_OK) == 0)
		return true;
	if (errno == EIO || errno == ENOMEM) /* it may be there: nobody knows */
		broken(&(struct place){ .file = file }, "%s", error_text(errno));
	return false;
}

static bool declared(const struct column *columns, const char *name)
{
	for (; columns->name != NULL; columns++)
		if (strcmp(columns->name, name) == 0)
			return true;
	return false;
}

static void bind_columns(struct table *table, const struct reader *reader, enum table_rule rule)
{
	size_t count = 0, i;

	while (table->columns[count].name != NULL)
		count++;
	table->bound = keep((count + 1) * sizeof(*table->bound));
	for (i = 0; i < count; i++) {
		const struct column *column = &table->columns[i];

		table->bound[i] = reader_column(reader, column->name);
		if (table->bound[i] == NO_NAME && !column->optional)
			fault(&(struct place){ table->file, reader->line, column->name, NULL },
				SAY("this column is missing: %s", "kolom ini tidak ada: %s"),
				text_of(column->meaning));
	}
	for (i = 0; rule == TABLE_STRICT && i < table->width; i++)
		if (!missing(table->header[i]) && !declared(table->columns, table->header[i].text))
			fault(&(struct place){ table->file, reader->line, table->header[i].text,
				      NULL },
				SAY("unknown column; is the name mistyped?",
					"kolom tidak dikenal; salah ketikkah namanya?"));
}

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* Do texts that look like 1-Mar or 1,2E+15 matter here? Names, codes and keys do: CARE_FAULT. A
 * label may say so, if rarely. Free texts and raw values (recode.csv mends them) may. */
enum care { CARE_NOT, CARE_WARN, CARE_FAULT };

static enum care care_for(const struct table *table, size_t column, enum table_rule rule)
{
	static const char *const free_texts[] = { "value", "column", "reason", "date", "unit",
		NULL };
	const char *name = table->header[column].text;
	size_t i;

	if (begins(name, "label") || begins(name, "plain"))
		return CARE_WARN;
	for (i = 0; rule == TABLE_STRICT && free_texts[i] != NULL; i++)
		if (strcmp(name, free_texts[i]) == 0)
			return CARE_NOT;
	for (i = 0; table->columns[i].name != NULL; i++)
		if (table->bound[i] == column)
			return table->columns[i].type == TYPE_TEXT ? CARE_FAULT : CARE_NOT;
	return CARE_NOT;
}

static void check_cell(
	const struct table *table, const struct reader *reader, size_t column, enum table_rule rule)
{
	enum spoiling spoiling = spoilt(reader->values[column].text);
	struct place at = reader_place(reader, column);
	enum care care;

	if (spoiling == UNSPOILT)
		return;
	care = spoiling == SPOILT_ERROR ? CARE_FAULT : care_for(table, column, rule);
	if (care == CARE_FAULT)
		fault(&at, "%s", text_of(spoilt_reason(spoiling)));
	else if (care == CARE_WARN && table_advice)
		warn(&at,
			SAY("a label that looks like a cell spoilt by a spreadsheet; is it meant "
			    "so?",
				"label ini mirip sel yang dirusak lembar kerja; memang begitu "
				"maksudnya?"));
}

static bool empty_row(const struct reader *reader)
{
	size_t i;

	for (i = 0; i < reader->count; i++)
		if (!missing(reader->values[i]))
			return false;
	return true;
}

static void keep_row(struct table *table, const struct reader *reader, enum table_rule rule,
	size_t *capacity, size_t *line_capacity)
{
	size_t i, first = table->rows * table->width;

	table->cells = grow(table->cells, capacity, first + table->width, sizeof(struct value));
	table->lines = grow(table->lines, line_capacity, table->rows + 1, sizeof(size_t));
	table->lines[table->rows++] = reader->line;
	for (i = 0; i < table->width; i++) {
		struct value value =
			i < reader->count ? reader->values[i] : (struct value){ "", 0 };

		table->cells[first + i] =
			(struct value){ keep_text(value.text, value.length), value.length };
		if (i < reader->count && rule != TABLE_OPEN)
			check_cell(table, reader, i, rule);
	}
	for (i = table->width; i < reader->count; i++)
		if (!missing(reader->values[i]))
			fault(&(struct place){ reader->file, reader->line, NULL,
				      reader->values[i].text },
				SAY("more fields than the header has; quote a text that holds the "
				    "separator",
					"isian lebih banyak daripada baris judul; kutip teks yang "
					"memuat pemisah"));
}

struct table *table_load(const char *file, const struct column *columns, enum table_rule rule)
{
	static const struct reader_options options = { .any_delimiter = true, .ragged = true };
	size_t capacity = 0, line_capacity = 0;
	struct table *table = keep(sizeof(*table));
	struct reader *reader;

	table->file = file;
	table->columns = columns;
	if (!file_exists(file)) {
		fault(&(struct place){ .file = file },
			SAY("this table is missing", "tabel ini tidak ada"));
		return NULL;
	}
	reader = reader_open(file, &options);
	table->width = reader->columns;
	table->header = reader->header;
	table->delimiter = reader->delimiter;
	bind_columns(table, reader, rule);
	while (reader_next(reader))
		if (!empty_row(reader)) /* spreadsheets leave rows of bare separators below */
			keep_row(table, reader, rule, &capacity, &line_capacity);
	reader_close(reader);
	return table;
}

struct value cell_value(const struct table *table, size_t row, size_t column)
{
	if (table->bound[column] == NO_NAME)
		return (struct value){ "", 0 };
	return table->cells[row * table->width + table->bound[column]];
}

const char *cell(const struct table *table, size_t row, size_t column)
{
	return cell_value(table, row, column).text;
}

struct place cell_place(const struct table *table, size_t row, size_t column)
{
	const char *text = cell(table, row, column);

	return (struct place){ table->file, table->lines[row], table->columns[column].name,
		*text == '\0' ? NULL : text };
}

double cell_number(const struct table *table, size_t row, size_t column)
{
	struct value value = cell_value(table, row, column);
	struct place at = cell_place(table, row, column);
	char *comma, *text = keep_text(value.text, value.length);
	double number;

	if (missing(value))
		return NAN;
	comma = table->delimiter == ';' ? strchr(text, ',') : NULL;
	if (comma != NULL && strchr(text, '.') == NULL)
		*comma = '.';
	if (number_read((struct value){ text, value.length }, &number))
		return number;
	if (strchr(text, ',') != NULL)
		fault(&at,
			SAY("not a number; write it as 1234.5",
				"bukan angka; tulis sebagai 1234.5"));
	else
		fault(&at, SAY("not a number", "bukan angka"));
	return NAN;
}

int64_t cell_integer(const struct table *table, size_t row, size_t column, int64_t blank)
{
	struct value value = cell_value(table, row, column);
	struct place at = cell_place(table, row, column);
	int64_t integer;

	if (missing(value))
		return blank;
	if (integer_read(value, &integer))
		return integer;
	fault(&at, SAY("not a whole number", "bukan bilangan bulat"));
	return blank;
}
