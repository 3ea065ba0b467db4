/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contrasts of cell means under a survey design: weights, strata, clusters, finite populations. */
#ifndef STAT_DESIGN_H
#define STAT_DESIGN_H

#include <stddef.h>
#include <stdint.h>

#include "stat/contrast.h"
#include "stat/exact.h"

enum { DESIGN_MAX_CELLS = 32 };

/* What one cluster contributes to one cell: people with a value, the exact sum of their weights
 * and of weight times value. Values are in units of 1/scale; weights in any one unit, which both
 * sums share and which cancels. Without weights sum_w is n. */
struct design_part {
	size_t stratum; /* 0 .. strata - 1 */
	size_t cluster; /* numbered within the stratum */
	size_t cell;    /* 0 .. cell_count - 1 */
	int64_t n;
	struct exact sum_w;
	struct exact sum_wy;
};

/* What is done where a stratum has a single cluster, so that nothing shows how clusters vary. */
enum lonely_psu {
	LONELY_REFUSE, /* status LONELY_PSU */
	LONELY_ADJUST  /* its total is compared with the mean over all strata, as R's "adjust" */
};

struct survey_design {
	size_t strata;
	const double *population; /* clusters in each stratum's population; NaN, or NULL for all:
				     taken as endless */
	enum lonely_psu lonely;
};

struct design_result {
	struct contrast contrast; /* `clusters` counts those with members, as df does */
	size_t strata;            /* strata with members */
	size_t lonely;            /* of them with a single cluster, census strata left out */
	size_t lonely_stratum;    /* the first of those */
};

/*
 * The contrast sum_k coefficient[k] m_k of weighted cell means m_k = Swy_k / Sw_k, with clusters
 * drawn within strata (persons are their own clusters where there are none).
 *
 * parts        in ascending order of stratum, then cluster; rows of the same cluster and cell add
 *              up. A cluster without members of any cell must be there too, as a row with n = 0 in
 *              any cell: it counts with a total of 0, since a domain is never cut out first. Sums of
 *              a row with n = 0 do not count.
 * coefficient  of each of the 1 .. DESIGN_MAX_CELLS cells; cells with coefficient 0 are left out.
 * scale        values are integers in units of 1/scale.
 * confidence   of the interval, in (0, 1).
 *
 * Influence total of cluster g: u_g = sum_k c_k (Swy_gk - m_k Sw_gk) / Sw_k. With G_h clusters in
 * stratum h, ubar_h their mean total and N_h clusters in its population:
 *   V = sum_h (1 - G_h / N_h) G_h / (G_h - 1) sum_{g in h} (u_g - ubar_h)^2,   df = G - H,
 * where G and H count clusters and strata that have members of the cells compared. This is R's
 * survey (svymean, svycontrast, svyglm of a saturated model; degf of the subset). Influence totals
 * are integers until one rounding; time is O(rows); no workspace is needed.
 *
 * A stratum without members adds nothing and is never refused; nor is a stratum that was drawn
 * whole (N_h = G_h). Status, the first that applies: BAD_INPUT (order, cell or stratum out of
 * range, n < 0, a weight sum that is negative or is not positive where n > 0, N_h < G_h, scale < 1,
 * all coefficients 0); TOO_FEW (a cell with fewer than two people; estimate NaN if it is empty);
 * NOT_IDENTIFIED, ONE_CLUSTER as cluster_contrast; LONELY_PSU; ZERO_VAR, DF<1 as
 * contrast_complete; OVERFLOW if the sums leave 256 bits.
 */
struct design_result design_contrast(const struct design_part *parts, size_t part_count,
	const struct survey_design *design, const double *coefficient, size_t cell_count,
	int64_t scale, double confidence);

#endif
