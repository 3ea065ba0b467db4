/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footers: what the marks mean, how results were corrected, what they cannot show. */
#ifndef DRAWING_FOOT_H
#define DRAWING_FOOT_H

#include "drawing/axis.h"

/* Writes sentences as footers: each in the first line that has room behind what stands there, else in
 * a new one; the last, the source, stays behind all others. One that is too long for a line goes over
 * two. None is left out. */
void foot_put(const struct text *list, size_t count);

/* Where the data are from: the study's title. */
struct text foot_source(void);

void foot_goals(const struct scene *scene, const struct axis *axis,
	const struct headline *const *shown, size_t count, bool clipped);
void foot_effects(
	const struct scene *scene, const struct headline *const *shown, size_t count, bool clipped);

/* `links` of the results chain, of which so many `arrows` are drawn: all or none. */
void foot_chain(const struct scene *scene, const struct headline *const *shown, size_t count,
	size_t links, size_t arrows);

/* The correction that the shown rows have in common: "Holm", "BH", or "" where they differ. */
struct text common_method(const struct headline *const *shown, size_t count);

#endif
