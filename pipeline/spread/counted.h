/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures of multidimensional.csv: who is held back, by how much, and by what. */
#ifndef SPREAD_COUNTED_H
#define SPREAD_COUNTED_H

#include "spread/statistic.h"

/* One number about the people of a cell. */
struct counted {
	const char *measure;
	size_t member; /* which of the index's members; NO_NAME: all together */
	int64_t n;     /* people that it tells of */
	size_t villages;
	int64_t n_least; /* the fewest of whom it tells more with the rows beside it; NO_VALUE: n */
	struct statistic statistic;
};

/* Takes up an index built by alkire_foster: what each person of the store lacks of it. */
void counted_begin(const struct people *people, size_t index);

/* Takes up a round of it: how few stand behind what rows tell together (spread/counted_least.h). */
void counted_round(size_t round);

/*
 * All measures of the people in a cell of the index taken up, by stat/counting.h:
 *   headcount           H, the share of those held back
 *   intensity           A, the mean share of the weight that these lack: a ratio of totals, whose
 *                       influence is that of a mean over part of the people (Taylor linearisation)
 *   adjusted_headcount  M0 = H A, the mean over all
 *   dropped             of those who answered some member, the share who did not answer all
 * and of each member
 *   censored_headcount    the share of all people who are held back and lack it
 *   contribution          its part in M0; parts add up to 1
 *   uncensored_headcount  the share who lack it, held back or not
 *   dropped_headcount     the same as uncensored_headcount of the dropped who answered it; of
 *                         everybody alone, where some were dropped
 * Shares by statistic_share(), means by statistic_mean() with limits brought into 0..1. All but
 * `dropped` and dropped_headcount count those alone who answered all members. Where the index or a member is sensitive only
 * adjusted_headcount and dropped are there, since a share of few tells of persons.
 *
 * NO_EVENTS, where nobody is held back, in intensity and contributions; TOO_FEW below two people;
 * what statistic_mean() refuses; all but `dropped` NOT_ASKED where `asked` is false: nobody in the
 * round, of whatever arm, answered all members.
 *
 * `list` lives until the next call. Returns how many there are.
 */
size_t counted_measures(const struct cell *cell, bool asked, const struct counted **list);

#endif
