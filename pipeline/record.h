/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a manifest that says what a result was made from and by. */
#ifndef RECORD_H
#define RECORD_H

#include "turn.h"

/* Adds berdaya, the libraries, gnuplot (if a chart was drawn), each stage, each table of the study
 * and each data file that some step depends on. */
void record_origins(struct manifest *manifest, const struct run *run);

#endif
