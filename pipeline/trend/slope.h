/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of trends.csv in the making: whose trend, and what a method says of it. */
#ifndef TREND_SLOPE_H
#define TREND_SLOPE_H

#include "result/sample.h"
#include "stat/contrast.h"
#include "trend/complete.h"

/* Whose trend it is. */
struct frame {
	const struct people *people;
	size_t indicator;
	const struct course *course;
	const struct complete *complete;
	const struct samples *samples; /* of trend_block() */
	bool did;                      /* arm minus comparison arm; else the arm alone */
	bool bend;                     /* what the slope itself changes in a year; of everybody */
	bool panel;                    /* the complete panel; else everybody with a value */
	bool headline;                 /* the role of its main row */
	size_t arm;                    /* ALL_ARMS: all together */
	const struct division *division;
};

/* What a method makes of it. Texts are literals. */
struct slope {
	const char *method, *se_method; /* se_method NULL where there is no interval */
	struct contrast result;         /* a year */
	int64_t n;                      /* people of the panel; values of everybody */
	bool headline, weighted;
	double effect_size; /* NaN: none */
	const char *effect_size_type;
	enum result_status status;
	struct text note;
};

/*
 * The mean slope a year, or its difference between arms: of the panel the mean of people's slopes; of
 * everybody the same contrast of the rounds' means. CR2 with Satterthwaite df over villages
 * (stat/cluster.h), everybody counting the same; or the survey design (result/design.h), as R has it or,
 * as the headline of a weighted study, taken to few villages (stat/design_small.h). Effect size:
 * Glass's delta of slope x years over the standard deviation of everybody's first values (of a
 * difference, those of the comparison arm); shares count as 0 and 1.
 */
struct slope slope_cr2(const struct frame *frame);
struct slope slope_survey(const struct frame *frame);
struct slope slope_headline(const struct frame *frame);

/* How the course bends: what the change a year itself changes in a year, by the headline's method; 0 on
 * a straight line (trend_bend of the rounds' means). Of a frame with `bend`. */
struct slope check_bend(const struct frame *frame);

/* Checks that leave villages and weights out. Of the panel: Friedman with Kendall's W (of shares
 * Cochran's Q) and Page; of everybody in a study that follows nobody, of shares: Cochran-Armitage on
 * the dates. */
struct slope check_friedman(const struct frame *frame, const struct repeated_tests *tests);
struct slope check_page(const struct frame *frame, const struct repeated_tests *tests);
struct slope check_shares(const struct frame *frame);

/* Writes the row. */
void slope_put(const struct frame *frame, const struct slope *slope);

/* Writes a row without numbers: the course is refused, or the panel is too small to be shown. */
void slope_put_refused(const struct frame *frame, enum result_status status);

#endif
