/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of which complete panels no number may be published. */
#ifndef TREND_SMALL_H
#define TREND_SMALL_H

#include "trend/slope.h"

/*
 * The tally, from which `protect` decides what is published, does not know who was measured in every
 * round, so that this is decided here, by the same measures and more bluntly. A cell is an arm (or
 * all) and a value of a group (or none); small are fewer than min_people or min_clusters, of a
 * sensitive indicator twice as many people, everybody with the same value in a round, a share that
 * fewer than three have or lack, and fewer people than twice min_people between the panel and those
 * who answered in one of its rounds, or in two of them. One small cell of a group hides the panels of
 * the whole group, one small arm those of all arms: what is left adds up to nothing else. Where what
 * is left is of so few people that each hidden part must be small, all panels are hidden.
 */

/* Looks at an indicator; the answers of panel_is_small are about the one looked at last. */
void panel_look(const struct people *people, size_t indicator, const struct course *course,
	const struct complete *complete);

/* Is the panel of this frame hidden? Never where min_people is 0. */
bool panel_is_small(const struct frame *frame);

#endif
