/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panels of the chart of trends: which goals, on which axes, and what may be said of them. */
#ifndef DRAWING_TREND_PANEL_H
#define DRAWING_TREND_PANEL_H

#include "drawing/panel_axis.h"
#include "drawing/round_times.h"
#include "drawing/trend_level.h"
#include "drawing/trend_told.h"

/* A goal in an arm that has the programme. */
struct trend_panel {
	const struct trend_told *told;
	const char *arm;
	struct headline headline; /* the same, for titles and words */
};

struct trend_panels {
	size_t count;
	const struct trend_panel *list; /* arm by arm, in the order of the goals */
	size_t arms;                    /* that have the programme */
	size_t a_line;                  /* side by side: 1 to 4 */
	bool left;                      /* there are more than have room */
	bool compared;                  /* there is a comparison arm */
	struct round_times times;
	struct panel_axis axis;
};

/* A trend to be shown. */
void trend_panels_add(const struct trend_told *told);

/* At most 12 panels, each goal by its main indicator: all goals; where these are too many goals
 * proper; of these as many as have room, the same for each arm. */
struct trend_panels trend_panels_choose(void);

/* A level in a round, of the panel's own arm or of the comparison; the last one that there is, whose
 * estimate is NaN without one. */
struct trend_level trend_panel_level(const struct trend_panel *panel, bool compared, size_t round);
struct trend_level trend_panel_last(const struct trend_panel *panel, bool compared);

/* Where a mean or limit stands on the axis; what a limit goes beyond the scale is cut: no mean can lie
 * there. */
double trend_panel_place(
	const struct trend_panels *panels, const struct trend_panel *panel, double value);

/* How levels of the panel are printed. */
struct amount trend_panel_amount(const struct trend_panel *panel, bool compared);

/* Why there is no trend, as a key of texts.csv. */
const char *trend_panel_refusal(const struct trend_panel *panel);

/* The feet of the chart, and its words for those who cannot see it. `dashes`: in some round nobody
 * answered. */
void trend_panels_feet(const struct trend_panels *panels, const struct scene *scene, bool dashes);
struct text trend_panels_alternative(const struct trend_panels *panels, const struct scene *scene);

#endif
