/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of one cell: its mean or share with its uncertainty, spread, median and design. */
#ifndef RESULT_ESTIMATE_H
#define RESULT_ESTIMATE_H

#include "result/sample.h"
#include "result/status.h"
#include "stat/contrast.h"

struct estimate {
	struct sample_sums sums;
	struct contrast mean;
	double std_dev, median;
	double deff; /* variance over that of a simple random sample of as many people */
	double icc;  /* unweighted; NaN without villages */
	double kish; /* NaN without weights */
	const char *se_method;
	enum result_status status;
	struct text note;
};

/*
 * Estimates the mean of a sample: by CR2 on villages; without villages a share has Wilson's limits;
 * by the survey design (design.h) where weights or populations are declared, mean, standard
 * deviation and median weighted. The median of values with weights is the smallest at or below
 * which half of the weight lies.
 */
struct estimate estimate_of(const struct samples *samples, const struct sample *sample);

#endif
