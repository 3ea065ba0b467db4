/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suppressed.csv: the list of cells whose numbers must not be published, written once, asked often. */
#ifndef PROTECT_LIST_H
#define PROTECT_LIST_H

#include "kit/kit.h"

enum list_column {
	LIST_INDICATOR,
	LIST_ROUND_FROM,
	LIST_ROUND,
	LIST_ARM,
	LIST_GROUP,
	LIST_GROUP_VALUE,
	LIST_REASON,
	LIST_COLUMN_COUNT
};

/* The header, for `makes` of a stage; ends with a NULL name. */
extern const struct column list_columns[LIST_COLUMN_COUNT + 1];

/* Which people, and what of them: the level in a round (round_from ""), or the change between two.
 * Indicator "": that they were there at all. Arm, group and group_value "" are everybody. */
struct list_key {
	const char *indicator, *round_from, *round, *arm, *group, *group_value;
};

/* A list read from a file. */
struct list;
struct list *list_load(const char *file);

/* Whether a cell is listed; of a group with group_value "" whether that of any of its values is. */
bool list_has(const struct list *list, const struct list_key *key);

#endif
