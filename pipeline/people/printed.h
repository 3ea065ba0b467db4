/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the printed n of comparisons.csv against the people counted from the scores. */
#ifndef PEOPLE_PRINTED_H
#define PEOPLE_PRINTED_H

#include "people/counts.h"

/* Every row about everybody (no group): n_from, n_to and n_pairs are those of the counts, arm by arm;
 * blank cells are passed over. Refuses (exit 1) the first that differs, with its line. */
void printed_check(
	const char *comparisons, const struct people *people, const struct counts *counts);

#endif
