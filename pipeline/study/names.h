/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that a study's expressions can name. */
#ifndef STUDY_NAMES_H
#define STUDY_NAMES_H

#include "study/study.h"

/* The key columns, then every question of every form of the study; how many there are. */
size_t study_header(const struct value **header);

/* The question of that name in the study's own form or else in a round's, or NULL. */
const struct question *study_question(const char *name);

#endif
