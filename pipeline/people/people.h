/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was surveyed in which round, read from the scores: what is lost, kept and compared. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "kit/kit.h"
#include "study/begin.h"
#include "tally/store.h"

#define ALL_ARMS SIZE_MAX

/*
 * Packed scores seen as people. A row of the scores is a person in a round; a person's arm, village
 * and groups in a comparison of two rounds are those of the earlier row.
 *
 * order     every row once, village by village in the byte order of their names; within a village as
 *           the rows came. Without villages each respondent is one.
 * cluster   of each unit (store->unit): the rank of its village.
 * arm       of each unit: an index into arms, or ALL_ARMS where it is blank.
 * measured  of each row: at least one indicator has a value.
 */
struct people {
	const struct store *store;
	size_t rounds;
	const uint32_t *order;
	const size_t *cluster;
	const size_t *arm;
	const bool *measured;
	size_t arm_count; /* arms that have a name, in byte order */
	const char *const *arms;
	size_t comparison; /* arm_comparison of the study among arms, or NO_NAME */
};

/* The key columns that a table of scores needs, for `needs` of stages. */
extern const struct column people_needs[];

/* For begin() and row() of a stage whose stdin is scores.csv. */
void people_begin(const struct reader *scores);
void people_add(const struct value *needed);

/* All that was added; call once. */
const struct people *people_finish(void);

/* The row of a person in a round, or NO_ROW; and of the person of a row in another round. */
uint32_t person_row(const struct people *people, size_t person, size_t round);
uint32_t row_in_round(const struct people *people, uint32_t row, size_t round);

/* Is the row of this arm? ALL_ARMS: any. */
bool row_of_arm(const struct people *people, uint32_t row, size_t arm);

/* The village rank of a row, ascending along `order`. */
size_t row_cluster(const struct people *people, uint32_t row);

/* The name of an arm, "" for ALL_ARMS. */
const char *arm_name(const struct people *people, size_t arm);

/* ---- groups ---- */

/* Everybody, or those with one value of a group. */
struct division {
	const struct group *group; /* NULL: everybody */
	size_t index;              /* of the group */
	uint16_t code;             /* of the value, as the store has it */
	const char *value;
	struct text label; /* of the value; its name where it has none */
};

/* Everybody first, then the values that were met: groups in the order of groups.csv, values in that
 * of their list, others in byte order behind. */
size_t divisions(const struct people *people, const struct division **list);

bool row_in_division(const struct people *people, uint32_t row, const struct division *division);

/* ---- what is looked for in a person's row ---- */

/* PRESENT: there is a row. MEASURED: an indicator has a value. VALUE: this indicator has one. */
enum sight { SIGHT_PRESENT, SIGHT_MEASURED, SIGHT_VALUE, SIGHT_COUNT };
extern const char *const sight_names[SIGHT_COUNT];

/* Does the row show it? False for NO_ROW. */
bool seen(const struct people *people, uint32_t row, enum sight sight, size_t indicator);

#endif
