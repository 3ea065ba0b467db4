/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are compared by: indicators, and the shares of each value of a group. */
#ifndef PEOPLE_COVARIATES_H
#define PEOPLE_COVARIATES_H

#include "people/people.h"

/* Values of an indicator in the store are in units of one over this. */
int64_t indicator_scale(const struct people *people, size_t indicator);

struct covariate {
	const char *name, *value; /* value: of a group, else "" */
	struct text label;
	size_t indicator;                /* NO_NAME for a group */
	const struct division *division; /* of a group */
	int64_t scale;                   /* values are in units of 1/scale */
};

/* Indicators in the order of their table, then the values of each group (divisions()). */
size_t covariates(const struct people *people, const struct covariate **list);

/* The value in a row, NO_VALUE where it is missing; for a group 1 or 0, missing where the group is. */
int64_t covariate_value(
	const struct people *people, const struct covariate *covariate, uint32_t row);

#endif
