/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests for few clusters: dealing arms out anew, and flipping signs of clusters, one test at a time or
 * a family of them at once. */
#ifndef STAT_RESAMPLE_H
#define STAT_RESAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stat/cluster.h"
#include "stat/flips.h"
#include "stat/random.h"
#include "stat/status.h"

/* All possibilities are gone through where there are at most so many; else `draws` are drawn. */
enum { FLIP_CLUSTERS = 12, ASSIGNMENT_LIMIT = 200000 };

struct resampled {
	double p_value;    /* two-sided */
	double attainable; /* no p value can be smaller with these clusters and draws */
	int64_t draws;     /* possibilities gone through (all of them), or drawn */
	bool enumerated;
	size_t clusters;
	enum stat_status status; /* p_value is NaN unless ok */
};

/*
 * Everywhere: a possibility counts as at least as extreme from 1 - 1e-9 of the observed statistic
 * on, so that ties count. p is the share of all possibilities, the observed one among them, or
 * (1 + b) / (1 + B) of B drawn ones.
 */

/* People and the sum of their values in a cluster, at one end (a round, or a change) or two (the
 * earlier and the later round). Any unit. */
struct assigned_cluster {
	size_t stratum; /* those of a stratum stand together */
	bool treated;
	double n[2], sum[2];
};

/*
 * Randomisation inference: were it for chance alone, every way of giving as many clusters of each
 * stratum to the programme would be as likely. The statistic is the difference of the arms' means,
 * sum / n, or where there are two ends that of the change in them. `clusters` is changed: sums are
 * centred and arms dealt out.
 * A way that leaves an arm without people counts as extreme.
 * attainable: 1 / ways, or 2 / ways where each way's mirror image is one too. Status: TOO_FEW (an
 * arm without people), ONE_WAY (there is only one).
 */
struct resampled resample_assignment(struct assigned_cluster *clusters, size_t count, size_t ends,
	struct random_stream random, int64_t draws);

enum flip_statistic {
	FLIP_T,   /* the contrast over its standard error CR1 */
	FLIP_SIZE /* the contrast itself */
};

/*
 * Flips the signs of clusters about what the null hypothesis, contrast 0, makes of the cells (wild
 * cluster bootstrap with the null imposed, Rademacher weights; Cameron, Gelbach and Miller 2008).
 *
 * parts, weight, cell_count, scale: as cluster_contrast.
 * work: room for (2 + 2 cell_count) doubles a cluster.
 *
 * Restricted means are mu_k = m_k - (c_k / N_k) theta / sum_j (c_j^2 / N_j); a cluster's sums become
 * n_gk mu_k +- (S_gk - n_gk mu_k), all cells of it with one sign. With FLIP_SIZE and a single cell it
 * is the sign-flip test, exact where changes are as likely up as down.
 * All 2^G signs are gone through where G <= FLIP_CLUSTERS. attainable: 2^(1 - G), at least
 * 1 / (1 + draws). Status: those of cluster_contrast but DF<1.
 */
struct resampled resample_signs(const struct cluster_cell *parts, size_t part_count,
	const double *weight, size_t cell_count, int64_t scale, enum flip_statistic statistic,
	struct random_stream random, int64_t draws, double *work);

/* A test of a family: arguments as those of resample_signs, but that clusters are numbers below the
 * family's. */
struct family_test {
	const struct cluster_cell *parts;
	size_t part_count;
	const double *weight;
	size_t cell_count;
	int64_t scale;
	double *work; /* room for (1 + 2 cell_count) doubles a cluster of the family */

	double p_value;          /* of the test alone, by the same draws */
	double p_adjusted;       /* two-sided, not below p_value; NaN unless ok, as the others */
	double attainable;       /* as resampled.attainable */
	enum stat_status status; /* those of resample_signs, or TOO_FEW_WAYS */

	struct flips flips; /* the function's own, from here on */
	double observed;
	int64_t alone, together;
};

struct tested_family {
	size_t tested; /* m: tests that can be made, whether or not there are ways enough */
	int64_t draws;
	bool enumerated;
	enum stat_status status; /* OK or TOO_FEW_WAYS */
};

/*
 * Westfall and Young's step-down max-T (1993, algorithm 4.1) with the wild cluster bootstrap's t
 * (FLIP_T) of every test: a flip turns a cluster's sign for all tests at once, so that what indicators
 * have in common stays. With |t_(1)| >= |t_(2)| >= ... >= |t_(m)|, p_(i) is the share of flips in
 * which max over j >= i of |t*_(j)| >= |t_(i)|, and then the largest of p_(1) ... p_(i). It holds the
 * family-wise error and asks less than Holm where tests go together.
 *
 * clusters: of the family, those that any of its tests has; all 2^clusters signs are gone through up
 * to FLIP_CLUSTERS, else `draws` are drawn. streams: one a cluster (not used where all are gone
 * through), so that a cluster's signs hang on nothing else. signs: room for a double a cluster.
 * order: room for one a test.
 * Status TOO_FEW_WAYS where less than m / alpha ways (of all signs half: the other half are mirror images)
 * can be told apart.
 */
struct tested_family resample_family(struct family_test *tests, size_t count,
	struct random_stream *streams, size_t clusters, int64_t draws, double alpha, double *signs,
	size_t *order);

#endif
