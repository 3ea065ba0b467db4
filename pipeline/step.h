/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the chain as a step: its program and its tables, what it reads, its options. */
#ifndef STEP_H
#define STEP_H

#include "chain.h"
#include "plan.h"

/* Where a cell of the step's row stands, for faults. */
struct place step_place(const struct step *step, const char *column, const char *text);

/* Finds the step's program and lists what it makes. Faults: a stage, chart or program that is not
 * there, or lies outside the study; a confidential table that is to be published. */
void step_find(struct step *step, const struct link *link, bool allow_programs);

/* Binds what the step reads to its makers in the plan (whose steps are all found), and splits and
 * checks its options. */
void step_bind(const struct plan *plan, const struct chain *chain, struct step *step,
	const struct link *link);

#endif
