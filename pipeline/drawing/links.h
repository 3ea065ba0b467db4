/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links of the results chain up to the last round, from chain.csv. */
#ifndef DRAWING_LINKS_H
#define DRAWING_LINKS_H

#include "drawing/texts.h"
#include "result/chain.h"

struct goal_link {
	size_t parent, child; /* indices into goals */
	const char *arm;
	enum chain_state state;
	struct text phrase;
	struct value correlation, conf_low, conf_high, clusters; /* blank where there is none */
	size_t row; /* of chain.csv, as a spreadsheet counts */
};

/* Adds a row (needed by chain_columns) if it goes from the baseline to the last round. Goals that are
 * not in goals.csv are refused; `at` are the places of parent and child. `row` is the spreadsheet's. */
void links_add(const struct value *needed, const struct place at[2], size_t row);

/* Adds all rows of the table given as --with chain=FILE. */
void links_load(void);

const struct goal_link *links(size_t *count);

/* The link of two goals in an arm, or NULL. */
const struct goal_link *link_between(size_t parent, size_t child, const char *arm);

/* A title by rule: how many links moved as the chain expects. */
struct text links_title(void);

/* "2 as expected, 3 not yet": the other states that there are. */
struct text links_counts(void);

#endif
