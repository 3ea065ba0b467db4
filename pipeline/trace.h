/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a number comes from, as the rows of a table. */
#ifndef TRACE_H
#define TRACE_H

#include "area.h"
#include "plan.h"

/* Writes kind,name,file,line,detail to stdout for an indicator of the present study in one round:
 * its definition with all that it refers to, the answers it uses and what was done to them, the
 * files they came in, what was set aside, how many were left, and the rows and charts of the last
 * result that show it. Misuse: no such indicator or round, no result yet. Warns where the study's
 * tables have changed since. The rows of the tally and the counts are as confidential as private/. */
void trace(
	const struct plan *plan, const struct area *area, const char *indicator, const char *round);

#endif
