/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a table's columns: declared by the stage that made it, or by those before it. */
#ifndef DECLARED_H
#define DECLARED_H

#include "plan.h"

/* The description row of a column of the table that a step makes. A stage that passes on its input's
 * columns declares none of them: then the maker of its input is asked. NULL where nobody tells. */
const struct described *declared_column(const struct plan *plan, size_t step, const char *column);

/* What the table is, in a sentence: the purpose of the stage that made its columns; halves are "" where
 * a program of the study made it. */
struct text declared_purpose(const struct plan *plan, size_t step);

#endif
