/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How people answered, question by question: the shares of distributions.csv as bars of answers. */
#ifndef DRAWING_ANSWERS_H
#define DRAWING_ANSWERS_H

#include "drawing/headline.h"

/* More answers than these cannot be told apart in a bar. */
enum { ANSWERS_FEWEST = 2, ANSWERS_MOST = 7 };

/* An ordinal question, or a scale with few whole values: its answers from left to right, so that right is
 * better; from low to high where no direction is good. */
struct answer_item {
	const struct indicator *indicator;
	size_t count;
	int64_t value[ANSWERS_MOST];
	struct text words[ANSWERS_MOST]; /* what the form calls them, else the value */
	bool reversed;                   /* high values stand on the left: lower is better */
};

/* Everybody of an arm in a round. */
struct answer_bar {
	bool whole;                 /* all shares are known; else: */
	bool withheld;              /* they are withheld; else nobody answered */
	double share[ANSWERS_MOST]; /* from left to right, 0 to 1 */
	size_t row[ANSWERS_MOST];   /* of distributions.csv, as a spreadsheet counts */
	int64_t n;
	double margin; /* the larger half of the widest interval; NaN without any */
};

struct answers {
	size_t count;
	const struct answer_item
		*list; /* by goal and indicator, in the order of the study's tables */
	size_t arms;
	const char *const *arm; /* those that have the programme, then the comparison; "" alone */
	size_t rounds;
	const size_t *round; /* rounds shown: all, or the first and the last */
	size_t left;
	const struct text *names; /* of questions for which there is no room, or too many answers */
};

/* Adds a row of distributions.csv (needed by distribution_columns) if it is a share of everybody's
 * answers. An unknown indicator ends the program (1). */
void answers_add(const struct value *needed);

/* At most 12 questions and 48 bars: where all rounds of all of them are too many, the first and the last
 * round; of these as many questions as have room. */
struct answers answers_choose(void);

struct answer_bar answer_bar(const struct answer_item *item, const char *arm, size_t round);

/* The sums of shares left and right of the middle, and the middle answer: 0 where the number of answers is
 * even. */
double answer_side(const struct answer_item *item, const struct answer_bar *bar, bool right);
double answer_middle(const struct answer_item *item, const struct answer_bar *bar);

/* Takes in verdicts.csv, given as --with verdicts=FILE; then the headline of a question in an arm, NULL
 * without one. */
void answers_verdicts_load(void);
const struct headline *answer_headline(const struct answer_item *item, const char *arm);

#endif
