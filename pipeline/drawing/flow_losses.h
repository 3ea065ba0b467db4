/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What attrition.csv says of the last round: title and footers of the flow chart. */
#ifndef DRAWING_FLOW_LOSSES_H
#define DRAWING_FLOW_LOSSES_H

#include "drawing/headline.h"

enum { FLOW_DIFFERENCES = 2 };

/* People measured at the baseline and not in the last round, all arms together. */
struct flow_losses {
	int64_t from, lost;
	const char *level; /* low, discuss, high; "" where nobody is followed */
	bool unequal;      /* an arm clearly differs from the comparison arm */
	size_t count;
	struct text differences[FLOW_DIFFERENCES]; /* a sentence per arm, at most so many */
};

/* Reads attrition.csv (--with attrition=FILE). */
struct flow_losses flow_losses(const struct scene *scene);

/* The takeaway title: how many were surveyed again, or of how many rounds; `people` counts them all. */
struct text flow_title(const struct flow_losses *losses, int64_t people);

/* Footers: differences between arms, how much loss is, what the numbers mean, source. `goals`: how
 * many main indicators stand behind n; arms_joined, rounds_left_out: the chart does not show all. */
void flow_feet(
	const struct flow_losses *losses, size_t goals, bool arms_joined, bool rounds_left_out);

#endif
