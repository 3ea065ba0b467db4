/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the table of a step depends on, gathered as a stamp. */
#ifndef FINGERPRINT_H
#define FINGERPRINT_H

#include "plan.h"
#include "stamp.h"

/* The fingerprint of a step in the present study: its program (a chart's: template, theme, texts,
 * berdaya and gnuplot), its options, the study's tables that a built-in stage declares (all of the
 * study's CSV tables for a program of the study), the forms of the rounds, the data files where the
 * step reads no table, and the tables it reads: `made[step]` are the stamps of the steps before it,
 * with their outputs. The language of messages is no part of it: messages never enter a table. */
struct stamp fingerprint(const struct plan *plan, size_t step, const struct stamp *made);

/* Adds the digests of what the step made, found in `folder`; `rows` gets the records of each. */
void fingerprint_outputs(
	struct stamp *stamp, const struct step *step, const char *folder, size_t *rows);

/* True if all that the step made is in `folder` as the stamp says. */
bool fingerprint_holds(
	const struct stamp *stamp, const struct step *step, const char *folder, size_t *rows);

/* `--texts=FILE` where a stage asks for the texts of charts and the study gives no other; else NULL. */
const char *texts_option(const struct step *step);

#endif
