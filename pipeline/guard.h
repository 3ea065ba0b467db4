/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of people must not be published, by the stages that a table has come through. */
#ifndef GUARD_H
#define GUARD_H

#include "plan.h"

/* Stages whose tables are of people or single villages, and stay private. */
bool guard_confidential(const char *stage);

/* Stages whose tables show every cell, however few people are in it: `withhold` comes after them. */
bool guard_unprotected(const char *stage);

/* Faults of an ordered plan: a table, chart or document that is published although built-in stages make
 * it of such a table without `withhold`, or the list of `protect`, in between. What a program of the
 * study makes is the study's own care. Nothing where min_people is 0. */
void guard_check(const struct plan *plan);

#endif
