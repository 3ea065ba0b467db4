/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what the chart of the results chain shows: its title, and words for those who cannot see it. */
#ifndef DRAWING_CHAIN_WORDS_H
#define DRAWING_CHAIN_WORDS_H

#include "drawing/axis.h"

/* Writes the title: how many links moved as expected, and what got worse; without links as of the
 * goals. links_load() must have been called. */
void chain_title_put(const struct scene *scene, const struct headline *const *goals, size_t count);

/* The first six goals and the first six links. */
struct text chain_alternative(const struct scene *scene, const struct axis *axis,
	const struct headline *const *shown, size_t count);

#endif
