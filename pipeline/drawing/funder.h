/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower half of the page for funders: targets, gaps and harm, a row each. */
#ifndef DRAWING_FUNDER_H
#define DRAWING_FUNDER_H

#include "drawing/headline.h"

/* Where more were found than are shown, a line that says how many. */
void funder_more(size_t found, size_t most);

/* Everybody's targets for the last round (--with progress=FILE): how many, and their rows, of which the
 * page has room for FUNDER_TARGETS and `more`; the rest is counted in a last line. */
enum { FUNDER_TARGETS = 6 };
size_t funder_targets_count(void);
void funder_targets(size_t more);

/* How the gaps of primary indices changed from the first round to the last in the programme's arms
 * (--with gaps=FILE): those that clearly changed, worse first; where none did, a line that says so. */
size_t funder_gaps_count(void);
void funder_gaps(void);

/* What the screens for harm flagged (--with harm=FILE), and how many looks there were. */
void funder_harm(void);

#endif
