/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * frozen.csv: the analysis plan as it stood before the follow-up, one hash for each row that defines it.
 *
 * Its rows are `table,name,hash`: each row of study, goals, indicators, groups and targets (those
 * that exist), and under `members` who belongs to each index. A hash is the SHA-256 of the row's
 * filled cells, in the byte order of their columns' names: `length name length value`, each ended by
 * a blank or line end. Order of columns, delimiter, quotes, byte order mark, line ends, decimal commas
 * of a table with semicolons and zeros behind a decimal point make no difference.
 */
#ifndef STUDY_FROZEN_H
#define STUDY_FROZEN_H

#include "study/study.h"

struct frozen_row {
	const char *table, *name, *hash;
};

struct frozen {
	size_t count;
	const struct frozen_row *rows;
};

/* frozen.csv of the present study, read once; NULL where there is none. */
const struct frozen *frozen_load(void);

/* What it would hold now. The study's tables must be free of faults. */
const struct frozen *frozen_now(void);

/* The row of that table and name, or NULL. */
const struct frozen_row *frozen_find(
	const struct frozen *frozen, const char *table, const char *name);

/* Whether results about an indicator (an index into indicators), for everybody ("") or by a group, were
 * planned: "" where nothing is frozen; "no" where the indicator, its goal or the group is not in
 * frozen.csv; "changed" where a row of theirs, the members of an index (the rows of each, too), or a
 * convention of study.csv is another since; else "yes". Titles, notice, programme, language and carry
 * are no conventions: no number depends on them. */
const char *frozen_planned(size_t indicator, const char *group);

/* The same for a target by its name (targets.h): its own row counts besides those of its indicator
 * and group. */
const char *frozen_planned_target(size_t indicator, const char *group, const char *target);

#endif
