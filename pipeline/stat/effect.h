/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standardised effect sizes, each under its own name, since seven definitions of "d" are in use. */
#ifndef STAT_EFFECT_H
#define STAT_EFFECT_H

#include "stat/status.h"
#include "stat/ttest.h"

/*
 * Arguments are in the indicator's units; a denominator that is zero, negative or NaN gives NaN.
 */

/* Small-sample factor J = Gamma(df/2) / (sqrt(df/2) Gamma((df - 1)/2)) (Hedges 1981); NaN for
 * df <= 1. */
double effect_small_sample_factor(double df);

/* Mean change over the standard deviation of the changes; for power calculations only. */
double effect_d_z(double mean_change, double sd_change);

/* Mean change over sqrt((s0^2 + s1^2) / 2), the root mean square of the two rounds' standard
 * deviations: comparable between panels and cross-sections. */
double effect_d_av(double mean_change, double sd_earlier, double sd_later);

/* Difference over the standard deviation of the reference (baseline, or comparison group at the
 * baseline). */
double effect_glass(double difference, double sd_reference);

/* (m1 - m0) / sqrt((s1^2 + s0^2) / 2): balance of covariates (Imbens and Rubin 2015). */
double effect_normalised_difference(struct sample_summary a, struct sample_summary b);

struct effect {
	double estimate;
	double std_error;
	double conf_low;
	double conf_high;
	enum stat_status status;
};

/*
 * Hedges' g of a - b: J(df) d with d = (m_a - m_b) / s_pooled, df = n_a + n_b - 2, and the interval
 * g -+ z J sqrt((n_a + n_b) / (n_a n_b) + d^2 / (2 (n_a + n_b))). Status: TOO_FEW if a sample has
 * fewer than two values, ZERO_VAR if the pooled standard deviation is zero, BAD_INPUT if a summary
 * is not finite or the confidence is out of range; all numbers are then NaN.
 */
struct effect effect_hedges_g(struct sample_summary a, struct sample_summary b, double confidence);

/* Cohen's h = 2 asin sqrt p1 - 2 asin sqrt p0 of two shares; NaN outside [0, 1]. */
double effect_cohen_h(double p1, double p0);

#endif
