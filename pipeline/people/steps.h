/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flow.csv read back: how many come to a step and go on. */
#ifndef PEOPLE_STEPS_H
#define PEOPLE_STEPS_H

#include "kit/kit.h"
#include "study/study.h"

/* A row of flow.csv; rounds and indicator are indices, NO_NAME where blank. */
struct step {
	const char *file, *arm, *step;
	size_t from, to, indicator;
	int64_t in, out; /* 0 where withheld */
	bool withheld;   /* too few people or villages */
};

/* For row() of a stage whose needs are flow_columns. */
void steps_add(const struct value *needed);
const struct step *steps(size_t *count);

/* The step of such people (rows without file), or NULL. */
const struct step *step_find(
	const char *step, size_t from, size_t to, const char *arm, size_t indicator);

/* The same in numbers: 0 where there is no such step. */
int64_t step_in(const char *step, size_t from, size_t to, const char *arm);
int64_t step_out(const char *step, size_t from, size_t to, const char *arm);
int64_t step_left(const char *step, size_t from, size_t to, const char *arm);

/* Rows that left at this step, of the files of a round, or with NO_NAME of all files together; "":
 * that were there to begin with. */
int64_t rows_left(const char *step, size_t round);

/* How many files are of a round; NO_NAME: all. */
size_t files_of(size_t round);

#endif
