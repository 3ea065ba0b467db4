/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the true effects of villages differ: random-effects summary of estimates with variances. */
#ifndef STAT_HETEROGENEITY_H
#define STAT_HETEROGENEITY_H

#include <stddef.h>

#include "stat/contrast.h"

struct heterogeneity {
	struct contrast mean; /* of the distribution of effects; `clusters` is how many there are */
	double tau;           /* standard deviation of the true effects */
	double tau_low, tau_high;
	double i2; /* share of the spread of the estimates that is no chance, 0 to 1 */
	double q;  /* Cochran's Q against the same effect everywhere */
	double q_df, q_p;
	double prediction_low, prediction_high; /* where the effect of another village would lie */
};

/*
 * Effects y_k with sampling variances v_k > 0, k = 1 .. count, confidence in (0, 1).
 *
 * With w_k(t) = 1 / (v_k + t), m(t) = sum w_k y_k / sum w_k and Q(t) = sum w_k (y_k - m)^2:
 *   tau^2       root of Q(t) = count - 1, 0 where Q(0) is below (Paule and Mandel 1982): it takes no
 *               shape of the distribution for granted and exists whatever the data
 *   its limits  roots of Q(t) = chi2 quantiles at (1 +- confidence) / 2, count - 1 df (Q-profile,
 *               Viechtbauer 2007), 0 where there is none; both 0 is possible
 *   mean        m(tau^2), SE^2 = Q(tau^2) / ((count - 1) sum w_k), t with count - 1 df (Hartung and
 *               Knapp 2001)
 *   I2          tau^2 / (tau^2 + s^2), s^2 = (count - 1) sum w / ((sum w)^2 - sum w^2) at t = 0
 *   prediction  m +- t(count - 2) sqrt(tau^2 + SE^2) (Higgins, Thompson and Spiegelhalter 2009)
 * as R's metafor: rma(method = "PM", test = "knha") and confint(); its predict() takes the prediction
 * interval at count - 1 df.
 *
 * Status of `mean`: ONE_CLUSTER (count < 2), BAD_INPUT (a variance that is not positive and finite,
 * an effect that is not finite), ZERO_VAR (all effects alike: tau, its limits and Q stand). With
 * two effects there is no prediction (NaN). Each number is NaN unless it is known.
 */
struct heterogeneity heterogeneity_of(
	const double *effect, const double *variance, size_t count, double confidence);

/*
 * The same of the differences between the effects and what one other estimate, of others, says
 * (estimate, std_error and df of `compared`): mean and prediction move by it, its variance adds to
 * theirs, and df follow Welch and Satterthwaite; the spread stays. Not OK: nothing but the spread.
 */
void heterogeneity_against(
	struct heterogeneity *result, const struct contrast *compared, double confidence);

#endif
