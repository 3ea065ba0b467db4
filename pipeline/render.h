/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work of a chart's step, in a process of its own. */
#ifndef RENDER_H
#define RENDER_H

#include "turn.h"

/* What the process of a chart or document needs to know. */
struct rendering {
	const struct plan *plan;
	const struct step *step;
	const struct area *area;
	const char *table; /* the chart's table of parts; NULL for a document */
};

/* Draws all images of the chart `context` (a struct rendering) into their partial files; the exit
 * status of the process. Its scratch folder in the work area, STEP.chart, is left for the caller. */
int render(const void *context);

/* The scratch folder of a chart's step. */
const char *render_folder(const struct area *area, const struct step *step);

#endif
