/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A headline of everybody, and what it could be with the people who are missing. */
#ifndef PEOPLE_ANSWERS_H
#define PEOPLE_ANSWERS_H

#include "people/followed.h"
#include "result/status.h"

enum look_at_loss { LOOK_PAIRS, LOOK_ALL, LOOK_WEIGHTED, LOOK_LEE, LOOK_MANSKI };

/* One headline: the change of an arm, or of an arm less that of the comparison arm. */
struct headline {
	size_t indicator, from, to, arm;
	bool did;
	struct followed side[2]; /* the arm; the comparison arm of a did */
};

/* What one look makes of it; NaN where it says nothing. */
struct answer {
	enum look_at_loss look;
	double estimate, low, high, trimmed;
	size_t n_from[2], n_to[2]; /* of LOOK_ALL */
	enum result_status status;
	struct text refusal; /* in place of the status's own note */
	struct text note;
};

/* The change of those followed, or its difference between arms. */
double headline_change(const struct headline *headline);

/*
 * What each look makes of a headline; TOO_FEW where an arm has fewer than two people with both
 * values (LOOK_ALL: in a round; LOOK_WEIGHTED: fewer than FEWEST_FOLLOWED followed).
 *
 * LOOK_PAIRS: headline_change. LOOK_ALL: the difference of the means of everybody in each round.
 * LOOK_WEIGHTED: followed_of's weighted change. LOOK_LEE: lee_bounds of the changes of both arms of
 * a did. LOOK_MANSKI: those lost get `least` or `most`, the ends of the scale: with share q
 * followed, q mean_change + (1 - q) (value - their earlier mean); of a did the arm gets the one and
 * the comparison arm the other.
 */
struct answer answer_pairs(const struct headline *headline);
struct answer answer_all(const struct people *people, const struct headline *headline);
struct answer answer_weighted(const struct headline *headline);
struct answer answer_lee(const struct headline *headline);
struct answer answer_manski(const struct headline *headline, double least, double most);

#endif
