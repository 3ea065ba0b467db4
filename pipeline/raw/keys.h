/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key columns of an export: who, which round, arm, village, stratum, weight and fpc. */
#ifndef RAW_KEYS_H
#define RAW_KEYS_H

#include "raw/field.h"
#include "raw/headers.h"
#include "study/study.h"

/* A key column of the data: none, one or two fields that are joined with a hyphen. */
struct key_plan {
	size_t count;
	struct field fields[2];
	const struct reading *readings[2]; /* of the row that key_read() read last */
	bool of_village; /* the file lacks it; clusters.csv says it of the village */
};

/* The names of the data's columns that study.csv gives to keys, ended by NULL. */
const char *const *key_data_names(void);

/* Plans key number `key` (enum key) for a file whose header is matched. Codes and labels: those of
 * its question's list, else of the list named like the key; for villages those of clusters.csv.
 * Weight and fpc are numbers. A column that the export lacks is a fault, unless clusters.csv knows
 * the arm, stratum or fpc. */
void key_plan_make(struct key_plan *plan, size_t key, const struct headers *headers,
	const struct round_file *file, const char *round);

/* What clusters.csv says of a village's arm, stratum or fpc; "" for another key and for NULL. */
const char *key_of_village(const struct cluster *cluster, size_t key);

/* Plans the column that names a row's round, where study.csv declares one: names of rounds.csv or
 * their labels. */
void key_plan_round(
	struct key_plan *plan, const struct reader *reader, const struct round_file *file);

/* A key's value in the present row, which it or the scratch holds; missing if a part of it is. `*reason` is set
 * where a part is there but is no choice of its list, else NULL texts. */
struct value key_read(struct key_plan *key, const struct reader *reader, struct scratch *scratch,
	struct text *reason);

#endif
