/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups that lie within others, as poor women and poor men beside the poor. */
#ifndef PROTECT_NEST_H
#define PROTECT_NEST_H

#include "protect/layout.h"

/*
 * Adds to a sheet the lines in which values of one group add up to a value of another: then a withheld
 * one follows from those of both. Whether they do is seen from the people alone: `people` has, column
 * by column, how many stand in each of `places` (villages, or where there are none the rows of the
 * sheet); these, and in every row the sums and squares, must add up exactly. Of several ways in which
 * they might the first is taken; groups that do not add up in one sheet are looked at in no other. A
 * group whose values overlap others in part adds no line.
 */
void nest_find(
	const struct layout *layout, struct sheet *sheet, const int64_t *people, size_t places);

/* Adds such lines of another sheet about the same people, where sizes add up here as well. */
void nest_follow(const struct layout *layout, struct sheet *sheet, const struct layout *of,
	const struct sheet *found);

#endif
