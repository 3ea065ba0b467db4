/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one file is read in one round: a field for each key column and each question needed. */
#ifndef RAW_PLAN_H
#define RAW_PLAN_H

#include "raw/field.h"
#include "study/study.h"

/* A key column of the data: none, one or two fields that are joined with a hyphen. */
struct key_plan {
	size_t count;
	struct field fields[2];
	const struct reading *readings[2]; /* of the row that key_read() read last */
	bool of_village; /* the file lacks it; clusters.csv says it of the village */
};

struct plan {
	const struct round_file *file;
	size_t round;
	struct key_plan keys[KEY_COUNT]; /* respondent, arm, cluster and stratum are filled */
	size_t count;
	struct field *questions; /* in the order of questions_needed() */
};

/* Makes a plan by the header of an open file. Faults: a key column or a question of the round's
 * form that the export lacks, labels that belong to two questions. */
struct plan *plan_make(const struct reader *reader, const struct round_file *file, size_t round);

/* The field that names the row's round, where study.csv declares one. */
void plan_round_field(
	const struct reader *reader, const struct round_file *file, struct key_plan *key);

/* A key's value in the present row, in the scratch; missing if a part of it is. `*reason` is set
 * where a part is there but is no choice of its list, else NULL texts. */
struct value key_read(struct key_plan *key, const struct reader *reader, struct scratch *scratch,
	struct text *reason);

#endif
