/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares of people: intervals for one, two independent and two paired shares, and their tests. */
#ifndef STAT_PROPORTION_H
#define STAT_PROPORTION_H

#include <stdint.h>

#include "stat/status.h"

/*
 * Shares are 0 to 1. x of n people have the attribute, 0 <= x <= n; missing answers are in neither.
 * `confidence` in (0, 1). Everywhere: TOO_FEW if an n is 0, BAD_INPUT if x or the confidence is out
 * of range; all numbers are then NaN.
 */
struct interval {
	double estimate;
	double std_error; /* NaN where the method has none */
	double conf_low;
	double conf_high;
	enum stat_status status;
};

/* ---- one share ---- */

/* Wilson's score interval, no continuity correction. R: prop.test(x, n, correct = FALSE). */
struct interval proportion_wilson(int64_t x, int64_t n, double confidence);

/* Clopper and Pearson's exact interval from beta quantiles. R: binom.test(x, n). OVERFLOW if a
 * quantile cannot be evaluated (millions of people). */
struct interval proportion_clopper_pearson(int64_t x, int64_t n, double confidence);

/* ---- two independent shares: x1 of n1 (later, or programme) minus x0 of n0 ---- */

/* Newcombe 1998, method 10 for independent shares ("hybrid score"): with Wilson limits l, u,
 * d - sqrt((p1 - l1)^2 + (u0 - p0)^2) and d + sqrt((u1 - p1)^2 + (p0 - l0)^2). */
struct interval proportion_newcombe(
	int64_t x1, int64_t n1, int64_t x0, int64_t n0, double confidence);

/* d -+ z sqrt(p1 (1 - p1) / n1 + p0 (1 - p0) / n0), not cut at -1 and 1. ZERO_VAR (estimate kept)
 * if both shares are 0 or 1. */
struct interval proportion_wald(int64_t x1, int64_t n1, int64_t x0, int64_t n0, double confidence);

struct score_test {
	double chi2; /* Pearson's, one degree of freedom */
	double p_value;
	double chi2_yates; /* with Yates' correction, never more than the difference itself */
	double p_yates;
	double p_fisher;          /* two-sided: tables no likelier than the observed one */
	double smallest_expected; /* of the four cells; below 5 Fisher's p is to be preferred */
	enum stat_status status;
};

/* NO_EVENTS if nobody or everybody has the attribute on both sides: the statistics are NaN, since
 * there is nothing to test. R: prop.test(c(x1, x0), c(n1, n0)), fisher.test. */
struct score_test proportion_test(int64_t x1, int64_t n1, int64_t x0, int64_t n0);

/* Fisher's exact two-sided p alone: the sum of the hypergeometric probabilities that do not exceed
 * the observed one by more than 1e-7 of it (R's tolerance). NaN for a bad table. */
double proportion_fisher(int64_t x1, int64_t n1, int64_t x0, int64_t n0);

/* ---- two shares of the same people ---- */

struct pair_table {
	int64_t both;    /* yes in both rounds */
	int64_t gained;  /* no, then yes */
	int64_t lost;    /* yes, then no */
	int64_t neither; /* no in both rounds */
};

/* (gained - lost) / n with SE = sqrt(b + c - (b - c)^2 / n) / n and d -+ z SE. ZERO_VAR (estimate
 * kept) if all or none changed in the same direction. */
struct interval proportion_paired_wald(struct pair_table table, double confidence);

/* Bonett and Price 2012: with g = (b + 1)/(n + 2) and l = (c + 1)/(n + 2),
 * g - l -+ z sqrt((g + l - (g - l)^2) / (n + 2)), cut at -1 and 1. estimate is (b - c)/n. */
struct interval proportion_bonett_price(struct pair_table table, double confidence);

/* Newcombe 1998, method 10 for paired shares: Wilson limits squared and added with the correlation
 * phi = (ad - bc) / sqrt(product of the margins), where a positive ad - bc is replaced by
 * max(ad - bc - n/2, 0) and phi is 0 if a margin is empty. */
struct interval proportion_newcombe_paired(struct pair_table table, double confidence);

struct mcnemar {
	double chi2; /* (b - c)^2 / (b + c) */
	double p_value;
	double chi2_corrected; /* (|b - c| - 1)^2 / (b + c); no correction if b = c, as in R */
	double p_corrected;
	double p_exact; /* min(1, 2 P(X <= min(b, c))), X ~ Bin(b + c, 1/2) */
	double p_mid;   /* 2 P(X <= min) - P(X = min): 1 if b = c */
	enum stat_status status;
};

/* NO_CHANGE if b + c = 0: p_exact and p_mid are 1, the rest NaN. BAD_INPUT for a negative count. */
struct mcnemar proportion_mcnemar(struct pair_table table);

#endif
