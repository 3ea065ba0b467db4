/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tail areas and quantiles: GSL's distributions, guarded where they abort, fail or mislead. */
#ifndef STAT_DISTRIBUTION_H
#define STAT_DISTRIBUTION_H

#include <stdint.h>

/* Call once before anything else of this library: GSL's own error handler would end the process. */
void stat_begin(void);

/* Everywhere: a NaN argument, df <= 0 or a probability outside (0, 1) gives NaN, never a number. */

/* P(|T| >= |t|) for Student's t; df need not be whole. 0 below the smallest double. */
double t_p_value(double t, double df);

/* The point below which lies probability p of Student's t. */
double t_quantile(double p, double df);

/* P(|Z| >= |z|) for the standard normal, and its quantile. */
double normal_p_value(double z);
double normal_quantile(double p);

/* P(X >= x): chi-squared with df degrees of freedom, and F with df1, df2. */
double chi2_p_value(double x, double df);
double chi2_quantile(double p, double df); /* the point below which lies probability p */
double f_p_value(double x, double df1, double df2);

/* The point below which lies probability p of Beta(a, b), a, b > 0. GSL's answer is taken back
 * through the distribution function and replaced by bisection where it does not return to p; over a + b = 1e5, where GSL is not precise, by
 * bisection of the continued fraction of DLMF 8.17.22. */
double beta_quantile(double p, double a, double b);

/* P(X = k) and P(X <= k) for X binomial with n trials of probability 1/2 (0 <= n), which is all
 * that sign and McNemar tests need. k < 0 gives 0; k > n gives 0 and 1. */
double binomial_half_density(int64_t k, int64_t n);
double binomial_half_below(int64_t k, int64_t n);

/* P(X <= k) for X binomial with n trials of probability p in (0, 1), n below 2^32: what order
 * statistics need. k < 0 gives 0, k >= n gives 1. */
double binomial_below(int64_t k, int64_t n, double p);

#endif
