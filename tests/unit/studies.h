/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small studies in the scratch folder, each read by a child that stands in it. */
#ifndef TESTS_STUDIES_H
#define TESTS_STUDIES_H

#include "child.h"

/* The tables of a study: their contents; NULL is that of a plain study, "" is no such file. */
struct tables {
	const char *study, *rounds, *survey, *choices, *goals, *indicators, *groups, *clusters,
		*targets, *charts;
};

/* Lays the tables out and runs `work` in a child, which gives its context to enter() first. */
struct child stand_in(const struct tables *tables, void (*work)(const void *context));

/* Goes into the folder of the tables. */
void enter(const void *folder);

#endif
