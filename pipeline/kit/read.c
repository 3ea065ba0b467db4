/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads tables: libcsv wrapped once, against its traps.
 *
 * libcsv is fed physical line by physical line, because it knows no line numbers and drops blank
 * lines silently. Fields are copied out of its callbacks into a store that holds a line's rows; rows
 * are then handed out one by one. A line that is plainly one row, as most are, is split in place
 * without it: that halves what reading costs.
 */
#include "kit/kit.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "kit/bytes.h"
#include "kit/column.h"
#include "kit/plain.h"

enum { FIELD_LIMIT = 1 << 20, COLUMN_LIMIT = 16384 };

/* A field in the store; texts are found by offset because the store may move. */
struct slot {
	size_t offset, length;
};

struct row {
	size_t first, count; /* slots */
	size_t line;
};

struct reader_private {
	struct reader reader; /* what the caller sees */
	struct bytes *bytes;
	struct csv_parser parser;
	char *store;
	size_t store_used, store_capacity;
	struct slot *slots;
	size_t slot_count, slot_capacity;
	struct row *rows;
	size_t row_count, row_capacity, row_next;
	size_t row_first;      /* first slot of the row under way */
	size_t line, row_line; /* the line being fed; where the row under way began */
	size_t field_line;     /* where its latest field ended, and so the next begins */
	bool ragged;
	size_t value_capacity;
	bool ended;
};

static struct place at_line(const struct reader_private *inside, size_t line)
{
	return (struct place){ .file = inside->reader.file, .line = line };
}

/* Where the field under way begins. */
static struct place at_field(const struct reader_private *inside)
{
	bool first = inside->slot_count == inside->row_first;

	return at_line(inside,
		!first                          ? inside->field_line
			: inside->row_line == 0 ? inside->line
						: inside->row_line);
}

static void check_field(struct reader_private *inside, size_t length)
{
	struct place at = at_field(inside);

	if (length > FIELD_LIMIT)
		refuse(&at,
			SAY("a field longer than 1 MiB begins here; is its quotation mark never "
			    "closed?",
				"isian lebih dari 1 MiB dimulai di sini; apakah tanda kutipnya "
				"tidak pernah ditutup?"));
	if (inside->slot_count - inside->row_first >= COLUMN_LIMIT)
		refuse(&at, SAY("more than %d columns", "lebih dari %d kolom"), COLUMN_LIMIT);
}

static void on_field(void *text, size_t length, void *context)
{
	struct reader_private *inside = context;

	if (inside->row_line == 0)
		inside->row_line = inside->line; /* another row on the same line */
	check_field(inside, length);
	inside->field_line = inside->line;
	inside->store =
		grow(inside->store, &inside->store_capacity, inside->store_used + length + 1, 1);
	inside->slots = grow(
		inside->slots, &inside->slot_capacity, inside->slot_count + 1, sizeof(struct slot));
	if (length > 0)
		memcpy(inside->store + inside->store_used, text, length);
	inside->store[inside->store_used + length] = '\0';
	inside->slots[inside->slot_count++] = (struct slot){ inside->store_used, length };
	inside->store_used += length + 1;
}

static void on_row(int terminator, void *context)
{
	struct reader_private *inside = context;

	(void)terminator;
	inside->rows = grow(
		inside->rows, &inside->row_capacity, inside->row_count + 1, sizeof(struct row));
	inside->rows[inside->row_count++] = (struct row){ inside->row_first,
		inside->slot_count - inside->row_first, inside->row_line };
	inside->row_first = inside->slot_count;
	inside->row_line = 0;
}

static int never_blank(unsigned char character)
{
	(void)character;
	return 0;
}

static _Noreturn void refuse_quoting(struct reader_private *inside)
{
	struct place at = at_field(inside);

	if (csv_error(&inside->parser) == CSV_EPARSE)
		refuse(&at,
			SAY("a quotation mark in the wrong place: a field with \" inside must be "
			    "quoted whole and "
			    "its \" doubled",
				"tanda kutip di tempat yang salah: isian yang memuat \" harus "
				"dikutip "
				"seluruhnya dan tanda \" di dalamnya digandakan"));
	broken(&at, SAY("cannot be parsed: %s", "tidak dapat diurai: %s"),
		csv_strerror(csv_error(&inside->parser)));
}

static bool blank_line(const char *text, size_t length)
{
	while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
		length--;
	return length == 0;
}

static void feed(struct reader_private *inside, const char *text, size_t length)
{
	if (inside->row_line == 0 && !blank_line(text, length))
		inside->row_line = inside->line;
	if (csv_parse(&inside->parser, text, length, on_field, on_row, inside) != length)
		refuse_quoting(inside);
	if (inside->parser.entry_pos > FIELD_LIMIT) /* before a whole file is swallowed */
		check_field(inside, inside->parser.entry_pos);
}

/* Moves the fields of the row under way to the front; all finished rows were handed out. */
static void make_room(struct reader_private *inside)
{
	size_t count = inside->slot_count - inside->row_first, i;
	size_t from = count == 0 ? inside->store_used : inside->slots[inside->row_first].offset;

	if (inside->store_used > from)
		memmove(inside->store, inside->store + from, inside->store_used - from);
	for (i = 0; i < count; i++) {
		inside->slots[i] = inside->slots[inside->row_first + i];
		inside->slots[i].offset -= from;
	}
	inside->store_used -= from;
	inside->slot_count = count;
	inside->row_first = 0;
	inside->row_count = 0;
	inside->row_next = 0;
}

static void finish(struct reader_private *inside)
{
	inside->ended = true;
	if (csv_fini(&inside->parser, on_field, on_row, inside) != 0) {
		struct place at = at_field(inside);

		if (csv_error(&inside->parser) != CSV_EPARSE)
			refuse_quoting(inside);
		refuse(&at,
			SAY("a quotation mark is opened here and never closed",
				"tanda kutip dibuka di sini dan tidak pernah ditutup"));
	}
}

/* Splits a line that is one row, or blank, and so needs no parser: one that is plain, begins outside
 * quotes and is too short to break a limit. False for others. */
static bool split(struct reader_private *inside, const struct line *line)
{
	struct reader *reader = &inside->reader;

	if (inside->parser.quoted || line->length > COLUMN_LIMIT || reader->delimiter == '\n' ||
		reader->delimiter == '\r' ||
		(!line->plain && !plain_line(line->text, line->length)))
		return false;
	reader->count = 0;
	if (line->content > 0) {
		reader->values = grow(reader->values, &inside->value_capacity, line->content + 1,
			sizeof(struct value));
		reader->count =
			plain_split(line->text, line->content, reader->delimiter, reader->values);
	}
	return true;
}

static void hand_out(struct reader_private *inside, const struct row *row)
{
	struct reader *reader = &inside->reader;
	size_t i;

	reader->values =
		grow(reader->values, &inside->value_capacity, row->count, sizeof(struct value));
	for (i = 0; i < row->count; i++) {
		const struct slot *slot = &inside->slots[row->first + i];

		reader->values[i] = (struct value){ inside->store + slot->offset, slot->length };
	}
	reader->count = row->count;
}

/* The next row into reader->values; false at the end. */
static bool next_row(struct reader_private *inside, size_t *row_line)
{
	struct line line;

	while (inside->row_next == inside->row_count) {
		if (inside->row_count > 0)
			make_room(inside);
		if (bytes_line(inside->bytes, &line)) {
			*row_line = ++inside->line;
			if (!split(inside, &line))
				feed(inside, line.text, line.length);
			else if (inside->reader.count > 0)
				return true;
		} else if (!inside->ended) {
			finish(inside);
		} else {
			return false;
		}
	}
	*row_line = inside->rows[inside->row_next].line;
	hand_out(inside, &inside->rows[inside->row_next++]);
	return true;
}

static void read_header(struct reader_private *inside)
{
	struct reader *reader = &inside->reader;
	size_t i;

	if (!next_row(inside, &reader->line))
		refuse(&(struct place){ .file = reader->file },
			SAY("the table is empty: it has no header row",
				"tabel kosong: tidak ada baris judul"));
	reader->columns = reader->count;
	reader->header = keep(reader->columns * sizeof(struct value));
	for (i = 0; i < reader->columns; i++)
		reader->header[i] =
			(struct value){ keep_text(reader->values[i].text, reader->values[i].length),
				reader->values[i].length };
	columns_check(reader, !inside->ragged);
}

struct reader *reader_open(const char *path, const struct reader_options *options)
{
	static const struct reader_options plain;
	struct reader_private *inside = keep(sizeof(*inside));

	if (options == NULL)
		options = &plain;
	inside->reader.file = path == NULL ? "<stdin>" : path;
	inside->reader.inside = inside;
	inside->ragged = options->ragged;
	inside->bytes = bytes_open(path, options->encoding);
	inside->line = bytes_skip_lines(inside->bytes, options->skip_lines);
	if (csv_init(&inside->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		broken(NULL, SAY("libcsv cannot be started", "libcsv tidak dapat dijalankan"));
	csv_set_space_func(&inside->parser, never_blank); /* else blanks around fields vanish */
	csv_set_blk_size(&inside->parser, 4096);
	inside->reader.delimiter = ',';
	if (options->any_delimiter)
		inside->reader.delimiter = bytes_delimiter(inside->bytes, &inside->line);
	csv_set_delim(&inside->parser, (unsigned char)inside->reader.delimiter);
	read_header(inside);
	return &inside->reader;
}

bool reader_next(struct reader *reader)
{
	struct reader_private *inside = reader->inside;

	if (!next_row(inside, &reader->line))
		return false;
	reader->record++;
	if (reader->count != reader->columns && !inside->ragged) {
		struct place at = at_line(inside, reader->line);

		refuse(&at,
			SAY("the row has %zu fields where the header has %zu",
				"baris ini berisi %zu isian, padahal baris judul berisi %zu"),
			reader->count, reader->columns);
	}
	return true;
}

void reader_close(struct reader *reader)
{
	struct reader_private *inside = reader->inside;

	csv_free(&inside->parser);
	bytes_close(inside->bytes);
	free(inside->store);
	free(inside->slots);
	free(inside->rows);
	free(reader->values);
	reader->values = NULL;
}
