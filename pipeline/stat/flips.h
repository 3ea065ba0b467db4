/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What resampling by signs shares: clusters' contributions to a contrast, and their signs flipped. */
#ifndef STAT_FLIPS_H
#define STAT_FLIPS_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/cluster.h"

/* A contrast whose clusters can be flipped. weight, cells, studentised and rows are the caller's; so is
 * clusters: 0 gives rows in the order of the parts, else the parts' clusters are numbers below it
 * and those without people count for nothing. */
struct flips {
	const double *weight;
	size_t cells;
	bool studentised;
	double *rows; /* room for (1 + 2 cells) doubles a cluster: its contribution D_g, then for each
			 cell its share n_gk / N_k and its deviation (S_gk - n_gk mu_k) / N_k */
	size_t clusters; /* rows */
	size_t present;  /* clusters with people */
};

/* Fills the rows (resample_signs tells what of, and the statuses). */
enum stat_status flips_prepare(
	struct flips *flips, const struct cluster_cell *parts, size_t count, int64_t scale);

/* The size of the contrast with its clusters' signs flipped, and where studentised the sum of squared
 * influence totals. */
struct flipped {
	double size, variance;
};
struct flipped flips_turn(const struct flips *flips, const double *sign);

/* Whether what was observed does not vary between clusters. */
bool flipped_constant(struct flipped flipped);

/* The share of all signs that nothing can be rarer than: those observed, and their mirror image. */
double flips_attainable(const struct flips *flips);

#endif
