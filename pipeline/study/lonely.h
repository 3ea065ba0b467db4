/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `lonely` of study.csv: what is done with a stratum that has a single cluster. */
#ifndef STUDY_LONELY_H
#define STUDY_LONELY_H

#include "study/study.h"

/* Reads `refuse`, `adjust` or joined strata as `A=B C=D` (A counts as B); a blank is `refuse`.
 * Anything else, a stratum joined twice and a circle of joins are faults. */
void lonely_read(struct study *study, const char *text, struct place at);

#endif
