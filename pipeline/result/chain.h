/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link of the results chain: what two goals that follow each other did, and how villages moved. */
#ifndef RESULT_CHAIN_H
#define RESULT_CHAIN_H

#include "kit/kit.h"
#include "result/phrase.h"
#include "stat/correlation.h"

enum chain_state {
	CHAIN_CONSISTENT,
	CHAIN_NOT_YET,
	CHAIN_REVERSED,
	CHAIN_NOT_MEASURED,
	CHAIN_STATE_COUNT
};
extern const char *const chain_state_names[CHAIN_STATE_COUNT];

/* A state and its words. */
struct chain_verdict {
	enum chain_state state;
	struct text words;
};

/*
 * What a link's goals did, by the classes of their primary indicators' verdicts:
 *
 *   parent \ child   up            down          unclear    too early
 *   up               consistent    reversed      not yet    not yet
 *   down             reversed      consistent    not yet    not yet
 *   unclear          reversed      reversed      not yet    not yet
 *   too early        not yet       not yet       not yet    not yet
 *
 * Refused on either side, or changed where no direction is good: not measured.
 */
struct chain_verdict chain_judge(enum verdict_class parent, enum verdict_class child);

/* One side of a link: the verdict that speaks for it. Texts as they stand in verdicts.csv. */
struct chain_side {
	const char *goal;
	struct text label;
	const char *indicator; /* "": the goal has no primary one */
	const char *round;     /* up to which it is judged */
	struct value estimate, conf_low, conf_high;
	enum verdict_class class;
	enum result_status status;
};

struct chain_link {
	struct chain_side parent, child;
	const char *round_from, *round_to; /* the child's verdict */
	const char *arm;
	struct chain_verdict verdict;
	int64_t lag; /* rounds from the parent's change to the child's, in the correlation; -1: none */
	struct correlation correlation;
	size_t clusters;           /* villages that it is made of */
	enum result_status status; /* ok, or why there is no correlation */
};

enum chain_column {
	CHAIN_PARENT,
	CHAIN_CHILD,
	CHAIN_PARENT_LABEL_ID,
	CHAIN_PARENT_LABEL_EN,
	CHAIN_CHILD_LABEL_ID,
	CHAIN_CHILD_LABEL_EN,
	CHAIN_PARENT_INDICATOR,
	CHAIN_CHILD_INDICATOR,
	CHAIN_ROUND_FROM,
	CHAIN_ROUND_TO,
	CHAIN_ARM,
	CHAIN_PARENT_ROUND,
	CHAIN_PARENT_CLASS,
	CHAIN_PARENT_ESTIMATE,
	CHAIN_PARENT_LOW,
	CHAIN_PARENT_HIGH,
	CHAIN_CHILD_CLASS,
	CHAIN_CHILD_ESTIMATE,
	CHAIN_CHILD_LOW,
	CHAIN_CHILD_HIGH,
	CHAIN_STATE,
	CHAIN_PHRASE_ID,
	CHAIN_PHRASE_EN,
	CHAIN_LAG,
	CHAIN_CORRELATION,
	CHAIN_CONF_LOW,
	CHAIN_CONF_HIGH,
	CHAIN_CLUSTERS,
	CHAIN_STATUS,
	CHAIN_NOTE_ID,
	CHAIN_NOTE_EN,
	CHAIN_COLUMN_COUNT
};

/* The columns of chain.csv, ended by a NULL name; and the row. */
extern const struct column chain_columns[CHAIN_COLUMN_COUNT + 1];
void chain_put(const struct chain_link *link);

#endif
