/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the files of a study to clean rows. */
#ifndef RAW_INTAKE_H
#define RAW_INTAKE_H

#include "study/study.h"

/* Prepares for the study's questions; says faults. */
void intake_begin(void);

/* Reads one file of a round: each row goes to the store of rows.h or to the rejects. Says the
 * faults of its header and then reads no rows. */
void intake_file(const struct round_file *file);

/* The header of the clean table: key columns and questions; how many there are. */
size_t intake_header(const struct value **header);

#endif
