/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other looks at a comparison, each a row of its own with role `check`. */
#ifndef RESULT_CHECKS_H
#define RESULT_CHECKS_H

#include "result/comparison.h"
#include "stat/resample.h"

/*
 * t-test on village means: one-sample on each village's change, or two-sample with a common
 * variance on each arm's villages. For people who were not paired a village's change is the
 * difference of its two means, where it has both. Every village counts once, so this is another
 * estimand. value_from and value_to are empty for pairs of one arm (the tally has no earlier mean
 * by village). False, and nothing made, where a village lies in both arms.
 */
bool check_village_means(const struct frame *frame, struct comparison *comparison);

/* t-test of the changes of pairs, as if people were drawn one by one. */
struct comparison check_paired_t(const struct frame *frame);

/* Welch's t-test between the two cells of a frame, as if people were drawn one by one. */
struct comparison check_welch_t(const struct frame *frame);

/* Wilcoxon's signed rank test of the changes of pairs, exact (wilcoxon_exact) up to 60 changes that
 * are not zero, else by the normal approximation with continuity correction (wilcoxon_normal_cc,
 * R's wilcox.test). The statistic is V, the effect size the matched rank-biserial correlation.
 * False, and nothing made, where the tally does not count the changes (amounts by group). */
bool check_wilcoxon(const struct frame *frame, struct comparison *comparison);

/* Exact sign test of the changes of pairs; the statistic is how many rose, the effect size how many
 * more rose than fell, as a share of all pairs. False as above. */
bool check_sign(const struct frame *frame, struct comparison *comparison);

/* Brunner and Munzel's test between the two cells of a frame (rank.h), as if people were drawn one
 * by one. Estimate and values are those of the means; the statistic is t, and the effect size is
 * Cliff's delta, 2 theta - 1: positive where the later round or the arm has more. False, and nothing
 * made, where the tally does not count the values. */
bool check_brunner_munzel(const struct frame *frame, struct comparison *comparison);

/* Mann and Whitney's test of the same, exact (mann_whitney_exact) up to 60 people in both cells
 * together, else by the normal approximation without continuity correction (mann_whitney_normal).
 * The statistic is U, the effect size Cliff's delta. False as above. */
bool check_mann_whitney(const struct frame *frame, struct comparison *comparison);

/* McNemar's test of a share among pairs, exact or mid-p, with Bonett and Price's interval; the
 * statistic is how many came to have the attribute. */
struct comparison check_mcnemar(const struct frame *frame, bool mid_p);

/* Newcombe's interval for the difference of two independent shares; no test. */
struct comparison check_newcombe(const struct frame *frame);

/*
 * The ratio of two means above 0 (change: later over earlier; difference: arm over comparison), or
 * for a did the arm's ratio over the comparison's, of cells of levels. The log ratio
 * sum_k w_k log m_k has the standard error of the contrast with coefficients w_k / m_k (the delta
 * method): by CR2, or by the survey design of a study with weights, t on that contrast's df; the
 * interval is taken back from the logarithm. std_error and statistic are of the log ratio; value_*
 * are empty. Status ZERO_MEAN where a mean is not above 0.
 */
struct comparison check_rate_ratio(const struct frame *frame);

/* The same ratio of two cells as exact limits and test of Poisson counts (rate.h), everybody counting
 * the same and as if villages did not matter. No standard error; value_* are empty. False, and nothing
 * made, where the counts are no whole numbers from 0 on. Status ZERO_MEAN where either side has none. */
bool check_poisson(const struct frame *frame, struct comparison *comparison);

/* ---- few villages ---- */

/* The difference between arms given the earlier value (ancova.h), of a did of pairs. */
struct comparison check_ancova(const struct frame *frame);

/* Drawn where there are too many possibilities to go through. */
enum { RESAMPLE_DRAWS = 10000 };

/* Tests of the headline's estimate by going through what chance could have done to villages
 * (resample.h); `resampled` becomes what they went through. The stream of chance has a name of its
 * own for each row, so that it does not depend on what else is computed. */

/* Deals the arms of a did out anew among villages, within strata where they are declared. */
struct comparison check_assignment(const struct frame *frame, struct resampled *resampled);

/* Flips the signs of villages: wild cluster bootstrap (FLIP_T), or sign-flip test (FLIP_SIZE) of a
 * change of pairs. */
struct comparison check_signs(
	const struct frame *frame, enum flip_statistic statistic, struct resampled *resampled);

#endif
