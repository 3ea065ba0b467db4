/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up surveys of villages, drawn from a design, in the shape that libstat reads. */
#ifndef SIMULATE_SURVEY_H
#define SIMULATE_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <gsl/gsl_rng.h>

#include "stat/cluster.h"
#include "stat/counts.h"
#include "stat/design.h"
#include "stat/moments.h"
#include "stat/proportion.h"

enum { MOST_VILLAGES = 40, MOST_PEOPLE = 60, MOST_CELLS = 4, MOST_PARTS = 2 * MOST_VILLAGES };

enum outcome {
	MEASURE,
	SHARE
}; /* a number in thousandths of a standard deviation, or yes and no */
enum kind { CHANGE, DIFFERENCE, DID };
enum people { PANEL, CROSS_SECTION }; /* the same in both rounds, or others */

struct design {
	enum outcome outcome;
	enum kind kind;
	enum people people;
	size_t villages;      /* in all; half of them in the programme where arms are compared */
	int64_t fewest, most; /* people a village and round: evenly spread between these */
	double icc;           /* share of a round's variance that lies between villages */
	bool weighted;        /* villages were drawn with unequal chances */
};

/* Hidden normal scores of one drawn survey: variance 1 in each round, on average 0. */
struct draw {
	size_t villages;
	struct drawn_village {
		bool programme;
		int64_t n, weight;
		double score[2][MOST_PEOPLE]; /* by round */
	} village[MOST_VILLAGES];
};

/* The same survey as answered: cells as `compare` makes them. A cell is a mean of its own: of the
   changes of pairs, or of one round's values; comparison before programme, earlier before later. */
struct answered {
	size_t cells;
	double coefficient[MOST_CELLS];
	size_t part_count;
	int64_t scale;
	struct cluster_cell parts[MOST_PARTS];
	struct design_part weighted[MOST_PARTS];
	size_t arms; /* 2 where arms are compared */
	struct moments moments[MOST_CELLS];
	struct pair_table pairs; /* shares of pairs, all villages together */
	size_t change_count;     /* changes of pairs in one arm, each once, ascending */
	struct value_count changes[MOST_VILLAGES * MOST_PEOPLE];
};

/* Draws a survey. Half of the variance between villages, and half of that between people of a
   village, stays from round to round, so that a change has the same ICC as a level. Weights are
   like those of villages of 180 to 950 households; who has which is chance. */
void survey_draw(struct draw *draw, const struct design *design, gsl_rng *random);

/* What was put in: 0, or the effect by which coverage is judged. */
double survey_truth(const struct design *design, bool effect);

/* Has a drawn survey answer, without (false) or with (true) that effect: on later answers where
   only rounds are compared, on the programme's people where arms are. */
void survey_answer(struct answered *answered, const struct draw *draw, const struct design *design,
	bool effect);

#endif
