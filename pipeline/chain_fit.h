/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The default chain made to fit a study. */
#ifndef CHAIN_FIT_H
#define CHAIN_FIT_H

#include "chain.h"

/* Before pipeline.csv is read: a study that asks nothing of its baseline has no step `norms`. */
void chain_fit_norms(struct chain *chain);

/* After it: steps of the default chain go that the study leaves nothing for, and charts that its
 * charts.csv does not list. Faults: a row of charts.csv that is no chart of this study. */
void chain_fit(struct chain *chain);

#endif
