/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a study, row by row. */
#ifndef RAW_INTAKE_H
#define RAW_INTAKE_H

#include "study/study.h"

/* Reads one file of a round after row_begin(): each row goes to the store of rows.h or to the
 * rejects. Says the faults of its header and then reads no rows. */
void intake_file(const struct round_file *file);

/* Says the faults of its header and reads no rows. */
void intake_look(const struct round_file *file);

#endif
