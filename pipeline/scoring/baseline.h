/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The baseline of a study: what its indicators and the arguments of percentile() were. */
#ifndef SCORING_BASELINE_H
#define SCORING_BASELINE_H

#include "scoring/frequency.h"
#include "study/norms.h"

/* Compiles what is to be frozen against the header of a table of answers. Ends the program after
 * faults. Its columns `round` and `arm` must be there. */
void baseline_begin(const struct reader *input);

/* Holds a row, if it belongs to the baseline. */
void baseline_add(const struct value *answers);

/* In the order of indicators_load() and rankings_asked(). */
struct baseline {
	struct frequency **all;        /* one an indicator: everybody */
	struct frequency **comparison; /* the comparison arm; NULL where there is none */
	struct frequency *
		*rankings; /* one an argument of percentile(): those that its owner is about */
	const struct standard *standards; /* one an indicator */
};

/* Goes through the rows held: first for the rankings, then for the indicators, whose p5 and p95
 * then scale the members of indices, then for how members are standardised, then for the indices. */
const struct baseline *baseline_freeze(void);

#endif
