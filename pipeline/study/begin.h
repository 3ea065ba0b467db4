/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stages that read a study begin with: its tables, for `tables`, and loading them, for `begin`. */
#ifndef STUDY_BEGIN_H
#define STUDY_BEGIN_H

#include "study/study.h"

/* What defines the study's numbers; with frozen.csv besides. */
extern const char *const study_tables[], *const planned_tables[];

/* Loads study_tables, and stops at their faults. */
void study_begin(const struct reader *input);

/* Loads planned_tables, and stops at their faults. */
void planned_begin(const struct reader *input);

#endif
