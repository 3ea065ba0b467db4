/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linearised variance of a contrast: influence totals of clusters about the mean of their stratum. */
#include "stat/design.h"

#include <math.h>
#include <stdbool.h>

#include "stat/cells.h"
#include "stat/compensated.h"
#include "stat/design_walk.h"

/* Influence totals of so many clusters of a stratum are kept; those of others are computed again. */
enum { MAX = DESIGN_MAX_CELLS, KEPT = 2048 };

struct engine {
	struct design_walk walk;
	const struct survey_design *design;
	const double *coefficient;
	size_t cells;
	double scale;
	struct design_cell total[MAX];
	double total_w[MAX]; /* sum_w of total */
	struct cell_reach reach[MAX];
	struct compensated variance;
	struct design_result result;
};

/* Parts [first, end) of one stratum. */
struct range {
	size_t first;
	size_t end;
};

/* Clusters of a stratum, how many of them have members, and their influence totals. */
struct stratum {
	size_t clusters;
	size_t members;
	struct compensated sum;
	size_t rest; /* where the clusters begin that are not kept */
	double influence[KEPT];
};

static bool takes_part(const struct engine *engine, size_t k)
{
	return cell_takes_part(engine->coefficient[k]);
}

static bool is_sound(const struct engine *engine, int64_t scale)
{
	bool compares = false;

	if (engine->cells < 1 || engine->cells > MAX || scale < 1)
		return false;
	for (size_t k = 0; k < engine->cells; k++) {
		if (!isfinite(engine->coefficient[k]))
			return false;
		compares = compares || takes_part(engine, k);
	}
	return compares;
}

/* Adds what a cluster, which begins at `first`, has in each cell to the totals. */
static enum stat_status add_cluster(
	struct engine *engine, const struct design_cell *own, size_t first)
{
	enum stat_status status = STAT_OK;

	for (size_t k = 0; k < engine->cells && status == STAT_OK; k++) {
		if (own[k].n == 0)
			continue;
		status = design_add(&engine->total[k], own[k].n, own[k].sum_w, own[k].sum_wy);
		if (engine->reach[k].clusters++ == 0)
			engine->reach[k].first = first;
		engine->reach[k].n = engine->total[k].n;
	}
	return status;
}

/* First walk: totals of the cells, and how many clusters each of them lies in. Rows that are not sound
 * are found also behind an overflow. */
static enum stat_status add_totals(struct engine *engine)
{
	enum stat_status status = STAT_OK;

	for (size_t at = 0; at < engine->walk.count;) {
		struct design_cell own[MAX];
		size_t first = at;

		if (!design_is_sound(&engine->walk, at))
			return STAT_BAD_INPUT;
		if (design_gather(&engine->walk, &at, own) != STAT_OK ||
			add_cluster(engine, own, first) != STAT_OK)
			status = STAT_OVERFLOW;
	}
	for (size_t k = 0; k < engine->cells; k++)
		engine->total_w[k] = exact_to_double(engine->total[k].sum_w);
	return status;
}

static double estimate_contrast(const struct engine *engine, int64_t scale)
{
	struct exact sum[MAX];
	struct exact size[MAX];

	for (size_t k = 0; k < engine->cells; k++) {
		sum[k] = engine->total[k].sum_wy;
		size[k] = engine->total[k].sum_w;
	}
	return cells_contrast(engine->coefficient, sum, size, engine->cells, scale);
}

/* c_k (Swy_gk - m_k Sw_gk) / Sw_k = c_k (Swy_gk Sw_k - Swy_k Sw_gk) / Sw_k^2, whose numerator is an
 * integer. */
static enum stat_status cell_influence(
	const struct engine *engine, const struct design_cell *own, size_t k, double *value)
{
	const struct design_cell *total = &engine->total[k];
	double weight = engine->total_w[k];
	struct exact residual;

	if (exact_subtract_products(
		    own->sum_wy, total->sum_w, total->sum_wy, own->sum_w, &residual) != STAT_OK)
		return STAT_OVERFLOW;
	*value = engine->coefficient[k] *
		(exact_to_double(residual) / weight / weight / engine->scale);
	return STAT_OK;
}

/* Influence total u_g of the cluster that begins at *at; *member tells whether it has any. */
static enum stat_status cluster_influence(
	const struct engine *engine, size_t *at, double *influence, bool *member)
{
	struct design_cell own[MAX];
	enum stat_status status = design_gather(&engine->walk, at, own);

	*influence = 0;
	*member = false;
	for (size_t k = 0; k < engine->cells && status == STAT_OK; k++) {
		double part = 0;

		if (!takes_part(engine, k) || own[k].n == 0)
			continue;
		status = cell_influence(engine, &own[k], k, &part);
		*influence += part;
		*member = true;
	}
	return status;
}

/* First walk over a stratum, whose parts are [range.first, range.end). */
static enum stat_status walk_stratum(
	const struct engine *engine, struct range range, struct stratum *stratum)
{
	enum stat_status status = STAT_OK;
	size_t at = range.first;

	stratum->clusters = stratum->members = 0;
	stratum->sum = (struct compensated){ 0, 0 };
	while (at < range.end && status == STAT_OK) {
		double influence;
		bool member;

		status = cluster_influence(engine, &at, &influence, &member);
		if (stratum->clusters < KEPT) {
			stratum->influence[stratum->clusters] = influence;
			stratum->rest = at;
		}
		stratum->clusters++;
		stratum->members += member;
		compensated_add(&stratum->sum, influence);
	}
	return status;
}

/* Second walk: sum_g (u_g - centre)^2. What it computes again did not overflow the first time. */
static double squares_about(
	const struct engine *engine, const struct stratum *stratum, double centre)
{
	struct compensated squares = { 0, 0 };
	size_t at = stratum->rest;

	for (size_t g = 0; g < stratum->clusters; g++) {
		double influence;
		bool member;

		if (g < KEPT)
			influence = stratum->influence[g];
		else
			cluster_influence(engine, &at, &influence, &member);
		compensated_add(&squares, (influence - centre) * (influence - centre));
	}
	return compensated_total(&squares);
}

/* The share of the stratum's clusters that was not drawn; negative where more were drawn than there
 * are. */
static double share_left(const struct engine *engine, size_t number, size_t clusters)
{
	const double *population = engine->design->population;
	double left;

	if (!population || isnan(population[number]))
		return 1;
	left = 1 - (double)clusters / population[number];
	return fabs(left) < 1e-9 ? 0 : left;
}

/* Adds factor sum_g (u_g - ubar)^2. A single cluster has no mean to be compared with but that over
 * all strata, which is 0 since influence totals add up to 0. */
static enum stat_status add_stratum(struct engine *engine, struct range range)
{
	size_t number = engine->walk.parts[range.first].stratum;
	struct stratum stratum;
	enum stat_status status = walk_stratum(engine, range, &stratum);
	double clusters = (double)stratum.clusters, centre = 0;
	double left = share_left(engine, number, stratum.clusters);

	if (status != STAT_OK || left < 0)
		return left < 0 ? STAT_BAD_INPUT : status;
	if (stratum.members == 0)
		return STAT_OK;
	engine->result.strata++;
	engine->result.contrast.clusters += stratum.members;
	if (stratum.clusters == 1 && left > 0 && engine->result.lonely++ == 0)
		engine->result.lonely_stratum = number;
	if (stratum.clusters > 1) {
		centre = compensated_total(&stratum.sum) / clusters;
		left *= clusters / (clusters - 1);
	}
	compensated_add(&engine->variance, left * squares_about(engine, &stratum, centre));
	return STAT_OK;
}

static enum stat_status add_variance(struct engine *engine)
{
	enum stat_status status = STAT_OK;

	for (size_t at = 0; at < engine->walk.count && status == STAT_OK;) {
		struct range range = { at, at };

		while (range.end < engine->walk.count &&
			engine->walk.parts[range.end].stratum == engine->walk.parts[at].stratum)
			range.end++;
		status = add_stratum(engine, range);
		at = range.end;
	}
	if (status == STAT_OK && engine->result.lonely > 0 &&
		engine->design->lonely == LONELY_REFUSE)
		status = STAT_LONELY_PSU;
	return status;
}

/* Fills the contrast in, keeping the counts that were made on the way. */
static void settle(struct engine *engine, struct contrast contrast)
{
	contrast.clusters = engine->result.contrast.clusters;
	engine->result.contrast = contrast;
}

struct design_result design_contrast(const struct design_part *parts, size_t part_count,
	const struct survey_design *design, const double *coefficient, size_t cell_count,
	int64_t scale, double confidence)
{
	struct engine engine = { .walk = { parts, part_count, cell_count, design->strata },
		.design = design,
		.coefficient = coefficient,
		.cells = cell_count,
		.scale = (double)scale };
	enum stat_status status = STAT_BAD_INPUT;
	double estimate = (double)NAN;
	double df;

	if (is_sound(&engine, scale))
		status = add_totals(&engine);
	if (status == STAT_OK) {
		enum stat_status overflow = add_variance(&engine);

		estimate = estimate_contrast(&engine, scale);
		status = cells_judge(coefficient, engine.reach, cell_count);
		status = status == STAT_OK ? overflow : status;
	}
	settle(&engine, contrast_refuse(estimate, status));
	if (status != STAT_OK)
		return engine.result;
	df = (double)engine.result.contrast.clusters - (double)engine.result.strata;
	settle(&engine,
		contrast_complete(
			estimate, sqrt(compensated_total(&engine.variance)), df, confidence));
	return engine.result;
}
