/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one file is read in one round: a field for each key column and each question needed. */
#ifndef RAW_PLAN_H
#define RAW_PLAN_H

#include "raw/field.h"
#include "raw/keys.h"
#include "study/study.h"

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

#endif
