/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of the drawn households was interviewed in which round. */
#ifndef DESA_BERDAYA_PANEL_H
#define DESA_BERDAYA_PANEL_H

#include "model.h"

enum presence { ABSENT, INTERVIEWED, REFUSED };

struct attendance {
	int since[PEOPLE_IN_HOUSEHOLD]; /* first round; ROUNDS: never met */
	enum presence state[PEOPLE_IN_HOUSEHOLD][ROUNDS];
};

/* Fills one struct attendance for every household of the population. */
void plan_panel(
	struct attendance *attendance, const struct population *population, gsl_rng *random);

/* The same where everybody of the sampled households answers in every round. */
void plan_complete_panel(struct attendance *attendance, const struct population *population);

#endif
