/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The categories of an ordinal indicator, with the labels of its question's choices. */
#ifndef SPREAD_CATEGORIES_H
#define SPREAD_CATEGORIES_H

#include "people/people.h"

/* More categories than this are no categories. */
enum { MOST_CATEGORIES = 11 };

struct category {
	int64_t value;     /* in units of 1/1: whole numbers */
	struct text label; /* halves are "" where the form has none */
};

/*
 * The categories of an indicator whose values are whole numbers, ascending: all from scale_min to
 * scale_max where both are known, else those that anybody has. 0 where values are no whole numbers
 * or there are more than MOST_CATEGORIES. Labels are those of the choices whose score (name, where
 * the list has no scores) is the value, if the calculation is ${question} or score(${question}).
 */
size_t categories_of(
	const struct people *people, size_t indicator, struct category categories[MOST_CATEGORIES]);

#endif
