/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in stages and chart templates: where they lie, and what each says of itself. */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "kit/kit.h"

/* Where berdaya's own files lie, found from the running program. */
struct house {
	const char *program; /* berdaya itself */
	const char *stages;  /* libexec/berdaya */
	const char *plots;   /* share/berdaya/plots */
};

const struct house *house(void);

/* A row of --describe. */
struct described {
	const char *kind; /* stage, option, with, table, needs, makes ... */
	const char *name, *type;
	bool required;
	struct text meaning;
};

struct description {
	const char *program; /* the stage's file */
	struct described *rows;
	size_t count;
};

/* What the built-in stage `name` says of itself, asked once; NULL if there is no such stage. A stage
 * that cannot say it ends the program with 3. */
const struct description *describe(const char *name);

/* The description in the table at `path`, which `program` wrote; NULL, after faults, if it is none. */
const struct description *description_read(const char *program, const char *path);

/* The row of this kind and name (any name where NULL), or NULL. */
const struct described *described(
	const struct description *description, const char *kind, const char *name);

/* The names of all built-in stages in byte order. */
const struct names *stage_names(void);

/* The names of the files in `folder` that end in `ending`, without those that begin with a dot; as
 * tree_names() where it cannot be read. */
struct names *file_names(const char *folder, const char *ending);

/* What gnuplot says of its version ("5.4 patchlevel 4"), asked once; NULL where there is none. */
const char *gnuplot_version(void);

#endif
