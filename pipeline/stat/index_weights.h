/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights of the members of an index by how little the others tell about them. */
#ifndef STAT_INDEX_WEIGHTS_H
#define STAT_INDEX_WEIGHTS_H

#include <stddef.h>

#include "stat/status.h"

struct index_weights {
	double condition; /* |S|_1 |S^-1|_1; infinite where S is singular */
	size_t negative;  /* how many weights are below 0 */
	enum stat_status status;
};

/* Beyond this condition number the weights are noise. */
#define INDEX_WORST_CONDITION 1e8

/*
 * w = S^-1 1 / (1' S^-1 1): the weights of the generalised least squares mean (Anderson 2008), with
 * sum 1. `covariance` is the symmetric S of `count` members standardised in the reference group, row
 * by row, and holds its inverse afterwards. Status: TOO_FEW without members, BAD_INPUT if S is not
 * finite, ZERO_VAR if S is singular, not positive definite (as pairwise covariances may be) or its
 * condition above INDEX_WORST_CONDITION; the weights are then NaN.
 */
struct index_weights index_weights(double *covariance, size_t count, double *weights);

#endif
