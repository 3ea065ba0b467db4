/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The steps of a study: the default chain, changed by its pipeline.csv.
 *
 * Every step is one process whose table is a file. It gets the first table it reads on stdin and the
 * others as `--with NAME=FILE`. All functions work in the study's folder (the present one).
 */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "arguments.h"
#include "catalogue.h"

enum step_kind {
	STEP_STAGE,   /* a built-in stage */
	STEP_PROGRAM, /* a program in the study's folder */
	STEP_CHART,   /* a gnuplot template */
	STEP_DOCUMENT, /* a page or workbook, which berdaya makes of tables and charts (document.h) */
};

/* Whether steps of a kind make tables: the others make what people open. */
static inline bool makes_tables(enum step_kind kind)
{
	return kind == STEP_STAGE || kind == STEP_PROGRAM;
}

/* The folder of the result that holds what steps of a kind publish, with its slash; "" for the
 * result's own. */
const char *published_folder(enum step_kind kind);

/* A file that a step makes. Its name is a table's name, and the file's name in the work area. */
struct product {
	const char *name; /* "tally"; a chart: "goals.id.svg" */
	const char *file; /* "tally.csv" */
	bool published;
};

/* A table that a step reads. */
struct input {
	const char *with;     /* NULL: on stdin */
	size_t step, product; /* who makes it */
};

enum { PRODUCT_LIMIT = 6 };

struct step {
	const char *name, *stage;
	enum step_kind kind;
	const char *program; /* file of the stage, program or template; absolute */
	const struct description *description; /* of a built-in stage, else NULL */
	struct arguments options;
	const char **files; /* of the study, that options name */
	size_t file_count;
	struct input *inputs;
	size_t input_count, input_capacity;
	struct product
		products[PRODUCT_LIMIT]; /* the table first; then what was set aside, if anything */
	size_t product_count;
	bool rejects;       /* the second product goes to --rejects */
	struct place place; /* its row in pipeline.csv; file is NULL in the default chain */
};

struct plan {
	struct step *steps; /* so ordered that each step comes after all that it reads */
	size_t count;
};

/* Reads pipeline.csv, if there is one, and checks the whole plan; every fault is said through
 * fault(). Without `allow_programs` programs of the study are faults too. NULL after a fault. */
struct plan *plan_load(bool allow_programs);

/* The number of a step, or NO_NAME. */
size_t plan_find(const struct plan *plan, const char *name);

/* Sets marked[] of the step and of all that read, directly or not, what it makes. */
void plan_mark_followers(const struct plan *plan, size_t step, bool *marked);

#endif
