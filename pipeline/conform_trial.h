/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of conform share: tables to try a stage with, one run of it, and how a rule ends. */
#ifndef CONFORM_TRIAL_H
#define CONFORM_TRIAL_H

#include "catalogue.h"
#include "conform.h"

/* ---- tables ---- */

/* A table as texts. */
struct grid {
	size_t width, rows;
	const char **header;
	const char **cells; /* rows x width */
};

/* Bytes that end with NUL, which is not counted. */
struct bytes_read {
	const char *text;
	size_t length;
};

/* The table in a file, whose bytes must be a whole table. */
struct grid *grid_read(const char *path);

/* A copy with room for `more` columns; the columns are grid_insert()ed. */
struct grid *grid_copy(const struct grid *grid);

/* Puts a column before column `at`; `cells` has a text for each row. */
void grid_insert(struct grid *grid, size_t at, const char *name, const char *const *cells);

/* The number of a column, or NO_NAME. */
size_t grid_column(const struct grid *grid, const char *name);

const char *grid_cell(const struct grid *grid, size_t row, size_t column);

/* A file in memory with these bytes, or with the table: its path, good until the program ends. */
const char *bytes_file(struct bytes_read bytes);
const char *grid_file(const struct grid *grid);
struct bytes_read bytes_of(const char *path);

/* ---- one run ---- */

/* How the stage is called; all blank: with the sample, in the present folder. */
struct way {
	const char *input; /* path; NULL: the sample */
	const char *more;  /* one more option */
	const char *const *settings;
	const char *folder;
	bool full; /* stdout is a full disk */
	bool fed; /* the input comes through a pipe, and *unread says whether all of it was taken */
};

struct trial {
	const char *what; /* in words, for the reason */
	int status;       /* exit status, or minus the signal that killed it */
	struct bytes_read out, errors;
	bool unread;
};

struct conformity {
	const struct conform_request *request;
	const char *program;
	bool source;                           /* reads no table */
	const struct description *description; /* NULL: it gives none */
	const struct grid *sample;             /* NULL for a source */
	const char *sample_path;
	struct trial plain;      /* what came of the sample */
	const struct grid *made; /* the same as a table; NULL where it is none */
	struct trial odd;        /* the first that ended with no status of the contract */
	bool is_odd;
	const char *reason; /* of the present rule */
	size_t number, failed;
};

struct trial try_stage(struct conformity *conformity, const char *what, const struct way *way);

/* ---- how a rule ends ---- */

enum outcome { HELD, BROKEN_RULE, NOT_ASKED };

struct rule {
	const char *id;
	struct text text;
	enum outcome (*hold)(struct conformity *conformity);
};

/* Keeps the reason; BROKEN_RULE, so that a rule can return it. */
enum outcome breaks(struct conformity *conformity, const char *reason, ...) PRINTS(2, 3);

/* NOT_ASKED, with why. */
enum outcome not_asked(struct conformity *conformity, const char *reason);

/* That the stage ended otherwise than it should, with the first line it said. */
enum outcome ended(struct conformity *conformity, const struct trial *trial, const char *wanted);

/* HELD if the trial ended with 0 and gave these bytes. */
enum outcome gives(
	struct conformity *conformity, const struct trial *trial, struct bytes_read wanted);

/* The same of its table, however that is written. */
enum outcome gives_table(
	struct conformity *conformity, const struct trial *trial, struct bytes_read wanted);

/* Whether the bytes are a whole table; says why not. `as_written` becomes the table as the contract
 * wants it written, if not NULL. */
bool is_table(
	struct conformity *conformity, struct bytes_read bytes, struct bytes_read *as_written);

/* What a stage says of itself (--describe) is whole, and true to what it makes. */
enum outcome conform_described(struct conformity *conformity);

/* The rules; each list ends with a NULL id. */
extern const struct rule table_rules[], column_rules[], manner_rules[];

#endif
