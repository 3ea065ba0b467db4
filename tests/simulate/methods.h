/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `compare` computes of a survey, method by method: headlines and checks. */
#ifndef SIMULATE_METHODS_H
#define SIMULATE_METHODS_H

#include "survey.h"

enum method {
	CR2_T,
	SURVEY_SMALL_T,
	SURVEY_T,
	VILLAGE_MEANS,
	PAIRED_T,
	WELCH_T,
	WILCOXON,
	SIGN,
	MCNEMAR_EXACT,
	MCNEMAR_MIDP,
	NEWCOMBE,
	METHODS
};

/* As in the column `method` of comparisons.csv; the forms of Wilcoxon's test are one here. */
const char *method_name(enum method method);

/* Whether `compare` has a row of this method for such a survey, or libstat offers it cheaply. */
bool method_applies(enum method method, const struct design *design);

/* Whether it is the headline. */
bool method_leads(enum method method, const struct design *design);

struct verdict {
	bool refused;
	double p_value;             /* NaN where the method has none */
	double conf_low, conf_high; /* 95 %; NaN where it has none */
};

struct verdict method_apply(enum method method, const struct answered *answered);

#endif
