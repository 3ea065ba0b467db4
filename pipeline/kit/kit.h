/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole contract of a stage: what it declares and what it may call.
 *
 * A stage is one table in on stdin, one table out on stdout. It declares itself in one
 * `const struct stage`; option parsing, --help, --describe, the manual and plan checking all come
 * from that declaration. Copy stages/template.c to begin a new one.
 */
#ifndef KIT_H
#define KIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kit/names.h"
#include "kit/value.h"

/* ---- languages ------------------------------------------------------------------------------ */

enum language { INDONESIAN, ENGLISH };

/* The language of messages: BERDAYA_LANG (id or en), Indonesian where it is not set. */
extern enum language language;

/* A sentence in both languages; an empty half is caught by `make check`. */
struct text {
	const char *en, *id;
};

/* One of two format literals. The compiler checks the arguments against both. */
#define SAY(english, indonesian) (language == ENGLISH ? english : indonesian)

/* The half of `text` in the language of messages. */
const char *text_of(struct text text);

/* ---- reporting: program: file:line: place: 'offending text': reason -------------------------- */

enum exit_status { DONE, REFUSED, MISUSED, BROKEN };

/* Where something stands. Unknown parts are NULL or 0. */
struct place {
	const char *file;      /* as the user wrote it */
	size_t line;           /* physical line, from 1 */
	const char *column;    /* column, option or key */
	const char *offending; /* the text complained of; control characters are shown escaped */
};

#define PRINTS(at, first) __attribute__((format(printf, at, first)))

/* End the program: the data are refused (1), it is misused (2), or it is broken (3). */
_Noreturn void refuse(const struct place *at, const char *reason, ...) PRINTS(2, 3);
_Noreturn void misuse(const struct place *at, const char *reason, ...) PRINTS(2, 3);
_Noreturn void broken(const struct place *at, const char *reason, ...) PRINTS(2, 3);

/* Say something and go on. */
void warn(const struct place *at, const char *reason, ...) PRINTS(2, 3);

/* A fault of a configuration table: said at once, counted, and fatal at stop_on_faults(), so that
 * a person sees every fault of a study in one go. */
void fault(const struct place *at, const char *reason, ...) PRINTS(2, 3);
size_t fault_count(void);
void stop_on_faults(void);

/* From here on (or no longer) warnings and faults are not said; faults are counted all the same. */
void report_quietly(bool quietly);

/* What an error number of the system means, in the language of messages where it is a common one. */
const char *error_text(int number);

/* The name that diagnostics begin with; set once by stage_main() or the driver. */
void report_begin(const char *program);

/* ---- memory: a stage hardly ever frees ------------------------------------------------------ */

/* Zeroed memory that lives until the program ends. Cannot fail: ends the program with 3. */
void *keep(size_t size);

/* Zeroed memory that the caller gives to free() one day. */
void *borrow(size_t size);

/* A copy of text that lives until the program ends, ended by NUL. */
char *keep_text(const char *text, size_t length);

/* A kept text made by a printf format. */
char *keep_format(const char *format, ...) PRINTS(1, 2);

/* An array with room for `need` items of `item_size` bytes: `array` itself, or a larger copy whose
 * new part is zeroed. `*capacity` counts items. */
void *grow_larger(void *array, size_t *capacity, size_t need, size_t item_size);

static inline void *grow(void *array, size_t *capacity, size_t need, size_t item_size)
{
	return need <= *capacity ? array : grow_larger(array, capacity, need, item_size);
}

/* ---- reading tables (libcsv, RFC 4180, strict quotes) --------------------------------------------- */

struct reader_options {
	bool any_delimiter; /* comma, semicolon or tab, told from the first line; else comma */
	bool ragged;        /* rows of another width than the header are handed out, not refused */
	const char *encoding; /* NULL for UTF-8; any name that iconv knows, as WINDOWS-1252 */
	unsigned skip_lines;  /* physical lines above the header */
};

/* A table being read. Members are for reading only. */
struct reader {
	const char *file;
	size_t line;          /* physical line where the present record begins */
	size_t record;        /* present record, from 1; the header is 0 */
	size_t columns;       /* of the header */
	struct value *header; /* live until the program ends */
	size_t count;         /* fields of the present record; == columns unless ragged */
	struct value *values;
	char delimiter;
	struct reader_private *inside;
};

/* Opens `path`, or stdin where it is NULL, and reads the header. A missing or unreadable file, a
 * table without a header, a repeated column and bytes that are not UTF-8 are refused; where rows may
 * be ragged a repeated column is a fault. */
struct reader *reader_open(const char *path, const struct reader_options *options);

/* The next record into reader->values; false at the end. Refuses (exit 1) broken quoting, NUL
 * bytes, fields above 1 MiB, rows above 16384 fields, with file and line. */
bool reader_next(struct reader *reader);
void reader_close(struct reader *reader);

/* The number of a column of the header, or NO_NAME. */
size_t reader_column(const struct reader *reader, const char *name);

/* Where a field of the present record stands, for diagnostics. */
struct place reader_place(const struct reader *reader, size_t column);

/* ---- writing tables ----------------------------------------------------------------------------------- */

struct writer;

/* The stage's output table. */
extern struct writer *output;

struct writer *writer_open(const char *path);
void writer_mark(struct writer *writer);  /* begins a file with a byte order mark */
void writer_close(struct writer *writer); /* checks every write; exit 3 if one failed */
void writer_leave(
	struct writer *writer); /* writes what it still holds, for a program that ends in failure */

void put_text(
	struct writer *writer, const char *text, size_t length); /* quoted only where needed */
void put_string(struct writer *writer, const char *text);        /* NULL is missing */
void put_value(struct writer *writer, struct value value);
/* What put_value() writes for one after the other, in less time. */
void put_many(struct writer *writer, const struct value *values, size_t count);
void put_integer(struct writer *writer, int64_t integer);
void put_number(
	struct writer *writer, double number); /* shortest text that reads back; NaN is missing */
void put_decimal(struct writer *writer, double number,
	int decimals); /* at most so many, no trailing zeros */
void put_missing(struct writer *writer);
void end_row(struct writer *writer);

/* Shortest decimal text that strtod reads back as `number`, never "-0"; returns its length. */
size_t number_text(double number, char text[32]);

/* ---- what a stage declares --------------------------------------------------------------------------------- */

enum value_type { TYPE_TEXT, TYPE_INTEGER, TYPE_NUMBER };

/* A column that a table needs or makes. An array of them ends with a NULL name. */
struct column {
	const char *name;
	enum value_type type;
	bool optional;
	struct text meaning;
};

/* An option: `--name=VALUE` or, for FLAG, `--name`. The array ends with a NULL name. */
enum option_type { OPTION_FLAG, OPTION_TEXT, OPTION_FILE, OPTION_INTEGER, OPTION_NUMBER };

struct option_field {
	const char *name;
	enum option_type type;
	void *into; /* bool *, const char **, const char **, int64_t *, double * */
	bool required;
	struct text meaning;
};

/* A second input, given as `--with NAME=FILE`. The array ends with a NULL name. */
struct with_field {
	const char *name;
	bool optional;
	struct text meaning;
};

struct stage {
	const char *name;
	struct text purpose; /* one sentence */
	const struct option_field *options;
	const struct with_field *with;
	const char *const *tables;  /* the study's tables it reads, as "goals.csv", ended by NULL */
	const struct column *needs; /* columns of stdin; row() gets them by this order */
	const struct column *makes; /* the header of stdout; NULL: begin() writes it */
	const char
		*makes_note; /* where makes is NULL: how the header comes about (for --describe) */
	bool rejects;        /* takes --rejects FILE */
	bool no_input;       /* takes no table on stdin (ingest reads the study's files) */
	void (*begin)(const struct reader *input); /* header read; input is NULL with no_input */
	void (*row)(const struct value *needed); /* a missing optional column is a missing value */
	void (*end)(void);
};

/* The main function of every stage. */
int stage_main(int argc, char **argv, const struct stage *stage);

/* The input of the running stage: all its columns, and where the present row stands. */
const struct reader *stage_input(void);

/* The present row's field `need` (an index into needs) for diagnostics. */
struct place stage_place(size_t need);

/* The file given by `--with NAME=FILE`, or NULL. */
const char *with_file(const char *name);

/* The file of its (which+1)-th mention, for tables that may be given several times, or NULL. */
const char *with_files(const char *name, size_t which);

/* A row or value set aside: file,line,record,respondent,round,column,value,action,reason.
 * Nothing is ever lost silently: what leaves the data comes through here. Without --rejects it is
 * only counted. */
struct reject {
	const char *file;
	size_t line, record;
	const char *respondent, *round, *column, *value;
	const char *action; /* row_rejected, row_not_kept, value_missing, value_recoded ... */
	struct text reason;
};
void reject(const struct reject *reject);

/* ---- tables held in memory (the study's tables, small results) ------------------------------------------------- */

struct table {
	const char *file;
	size_t rows;
	char delimiter;
	size_t width;
	size_t *lines; /* of each row */
	const struct value *header;
	size_t *bound; /* declared column -> column of the file, or NO_NAME */
	const struct column *columns;
	struct value *cells; /* rows x width */
};

enum table_rule {
	TABLE_STRICT, /* unknown columns are faults (a study's own tables) */
	TABLE_SHEET,  /* unknown columns are left alone (XLSForm sheets, clusters.csv) */
	TABLE_OPEN,   /* the same, and cells may hold anything (result tables, rejects) */
};

/* Reads a whole table; comma, semicolon or tab. Faults (missing file or column, unknown column,
 * traces of a spreadsheet: #NAME?, and in names, codes and keys 1,2E+15 and 1-Mar) are said with
 * file and line; NULL if there is nothing to work with. `columns` ends with a NULL name; cells are then asked for by its order. */
struct table *table_load(const char *file, const struct column *columns, enum table_rule rule);

/* Set by a program that checks a study for people: tables then also warn of what is odd but may be
 * meant so. Stages leave it, so that each such thing is said once. */
extern bool table_advice;

/* Whether there is such a file or folder; ends with 3 where the disk does not say. */
bool file_exists(const char *file);

/* The text of a declared column in a row ("" where the file lacks it). */
const char *cell(const struct table *table, size_t row, size_t column);
struct value cell_value(const struct table *table, size_t row, size_t column);
struct place cell_place(const struct table *table, size_t row, size_t column);

/* A number written for people in spreadsheets: decimal point, or comma where the table is separated
 * by semicolons. NaN if empty; anything else is a fault. */
double cell_number(const struct table *table, size_t row, size_t column);
int64_t cell_integer(const struct table *table, size_t row, size_t column, int64_t blank);

#endif
