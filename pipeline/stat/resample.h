/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests for few clusters: dealing arms out anew, and flipping the signs of clusters. */
#ifndef STAT_RESAMPLE_H
#define STAT_RESAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stat/cluster.h"
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
 * work: room for (1 + 2 cell_count) doubles a cluster.
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

#endif
