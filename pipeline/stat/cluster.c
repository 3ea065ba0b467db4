/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CR2 variance and Satterthwaite degrees of freedom in one walk over the clusters. */
#include "stat/cluster.h"

#include <math.h>
#include <stdbool.h>

#include "stat/cells.h"
#include "stat/compensated.h"

enum { MAX = CLUSTER_MAX_CELLS };

/* People and exact sum of one cell, over all clusters or within one. */
struct cell {
	int64_t n;
	struct exact sum;
};

struct engine {
	const double *weight;
	size_t cells;
	double scale;
	struct cell total[MAX];
	struct cell_reach reach[MAX];
	size_t clusters;
	struct compensated variance;
	struct compensated trace;           /* sum_g q_gg */
	struct compensated diagonal;        /* sum_g q_gg^2 - (sum_k b_gk^2)^2 */
	struct compensated outer[MAX][MAX]; /* sum_g b_gk b_gl, l <= k */
};

static enum stat_status add_part(struct cell *cells, const struct cluster_cell *part)
{
	struct cell *cell = &cells[part->cell];

	if (cell->n > INT64_MAX - part->n)
		return STAT_OVERFLOW;
	cell->n += part->n;
	return exact_add(cell->sum, part->sum, &cell->sum);
}

/* Adds up the rows of one cluster from *at on and moves *at behind them. Of a cell without rows only n
 * is set. */
static enum stat_status gather(const struct engine *engine, const struct cluster_cell *parts,
	size_t count, size_t *at, struct cell *cells)
{
	size_t cluster = parts[*at].cluster;
	uint32_t met = 0; /* a bit for each cell */
	enum stat_status status = STAT_OK;

	for (size_t k = 0; k < engine->cells; k++)
		cells[k].n = 0;
	for (; *at < count && parts[*at].cluster == cluster && status == STAT_OK; ++*at) {
		const struct cluster_cell *part = &parts[*at];

		if (met >> part->cell & 1)
			status = add_part(cells, part);
		else
			cells[part->cell] = (struct cell){ part->n, part->sum };
		met |= UINT32_C(1) << part->cell;
	}
	return status;
}

static bool is_sound(
	const struct engine *engine, const struct cluster_cell *parts, size_t count, int64_t scale)
{
	bool weighted = false;

	if (engine->cells < 1 || engine->cells > MAX || scale < 1)
		return false;
	for (size_t k = 0; k < engine->cells; k++) {
		if (!isfinite(engine->weight[k]))
			return false;
		weighted = weighted || cell_takes_part(engine->weight[k]);
	}
	for (size_t i = 0; i < count; i++)
		if (parts[i].cell >= engine->cells || parts[i].n < 0)
			return false;
	return weighted;
}

static bool counts(const struct engine *engine, size_t k)
{
	return cell_takes_part(engine->weight[k]);
}

/* First walk: totals of the cells, and how many clusters each of them lies in. */
static enum stat_status add_totals(
	struct engine *engine, const struct cluster_cell *parts, size_t count)
{
	for (size_t at = 0; at < count;) {
		size_t cluster = parts[at].cluster;
		struct cell own[MAX];
		bool present = false;

		if (gather(engine, parts, count, &at, own) != STAT_OK)
			return STAT_OVERFLOW;
		for (size_t k = 0; k < engine->cells; k++) {
			struct cluster_cell sum = { cluster, k, own[k].n, own[k].sum };

			if (own[k].n == 0)
				continue;
			if (add_part(engine->total, &sum) != STAT_OK)
				return STAT_OVERFLOW;
			if (engine->reach[k].clusters++ == 0)
				engine->reach[k].first = cluster;
			engine->reach[k].n = engine->total[k].n;
			present = present || counts(engine, k);
		}
		engine->clusters += present;
	}
	return STAT_OK;
}

static double estimate_contrast(const struct engine *engine, int64_t scale)
{
	struct exact sum[MAX];
	struct exact size[MAX];

	for (size_t k = 0; k < engine->cells; k++) {
		sum[k] = engine->total[k].sum;
		size[k] = exact_from_int64(engine->total[k].n);
	}
	return cells_contrast(engine->weight, sum, size, engine->cells, scale);
}

/* c_k a_gk s_gk / N_k, where s_gk = (S_gk N_k - S_k n_gk) / N_k has an integer numerator. */
static enum stat_status influence(
	const struct engine *engine, const struct cell *own, size_t k, double *value)
{
	const struct cell *total = &engine->total[k];
	double n = (double)total->n;
	struct exact residual;

	if (exact_subtract_products(own->sum, exact_from_int64(total->n), total->sum,
		    exact_from_int64(own->n), &residual) != STAT_OK)
		return STAT_OVERFLOW;
	*value = engine->weight[k] * sqrt(n / (double)(total->n - own->n)) *
		(exact_to_double(residual) / (n * n * engine->scale));
	return STAT_OK;
}

/* b_gk = c_k a_gk n_gk / N_k^(3/2), so that q_gh = -sum_k b_gk b_hk for two clusters. */
static double leverage(const struct engine *engine, const struct cell *own, size_t k)
{
	double n = (double)engine->total[k].n;
	double others = (double)(engine->total[k].n - own->n);

	return engine->weight[k] * (double)own->n / (n * sqrt(others));
}

/* One cluster's part of V and of the sums from which df follows. */
static enum stat_status add_cluster(struct engine *engine, const struct cell *own)
{
	double b[MAX] = { 0 };
	double score = 0;
	double squared = 0;
	double q = 0;

	for (size_t k = 0; k < engine->cells; k++) {
		double mean_weight = engine->weight[k] / (double)engine->total[k].n;
		double part;

		if (!counts(engine, k) || own[k].n == 0)
			continue;
		if (influence(engine, &own[k], k, &part) != STAT_OK)
			return STAT_OVERFLOW;
		score += part;
		b[k] = leverage(engine, &own[k], k);
		squared += b[k] * b[k];
		q += mean_weight * mean_weight * (double)own[k].n;
	}
	compensated_add(&engine->variance, score * score);
	compensated_add(&engine->trace, q);
	compensated_add(&engine->diagonal, q * q - squared * squared);
	for (size_t k = 0; k < engine->cells; k++)
		for (size_t l = 0; l <= k; l++)
			compensated_add(&engine->outer[k][l], b[k] * b[l]);
	return STAT_OK;
}

/* sum_gh q_gh^2 = sum_g q_gg^2 + sum_kl (sum_g b_gk b_gl)^2 - sum_g (sum_k b_gk^2)^2, which takes
 * O(G K^2) steps where the double sum takes O(G^2 K). */
static double satterthwaite_df(const struct engine *engine)
{
	double trace = compensated_total(&engine->trace);
	struct compensated squares = engine->diagonal;

	for (size_t k = 0; k < engine->cells; k++) {
		for (size_t l = 0; l < engine->cells; l++) {
			double product = compensated_total(
				l <= k ? &engine->outer[k][l] : &engine->outer[l][k]);

			compensated_add(&squares, product * product);
		}
	}
	return trace * trace / compensated_total(&squares);
}

static enum stat_status add_variance(
	struct engine *engine, const struct cluster_cell *parts, size_t count)
{
	for (size_t at = 0; at < count;) {
		struct cell own[MAX];

		gather(engine, parts, count, &at, own);
		if (add_cluster(engine, own) != STAT_OK)
			return STAT_OVERFLOW;
	}
	return STAT_OK;
}

struct contrast cluster_contrast(const struct cluster_cell *parts, size_t part_count,
	const double *weight, size_t cell_count, int64_t scale, double confidence)
{
	struct engine engine = { .weight = weight, .cells = cell_count, .scale = (double)scale };
	struct contrast result = contrast_refuse((double)NAN, STAT_BAD_INPUT);
	double estimate;

	if (!is_sound(&engine, parts, part_count, scale))
		return result;
	result.status = add_totals(&engine, parts, part_count);
	if (result.status != STAT_OK)
		return result;
	estimate = estimate_contrast(&engine, scale);
	result = contrast_refuse(estimate, cells_judge(weight, engine.reach, cell_count));
	if (result.status == STAT_OK)
		result.status = add_variance(&engine, parts, part_count);
	if (result.status == STAT_OK)
		result = contrast_complete(estimate, sqrt(compensated_total(&engine.variance)),
			satterthwaite_df(&engine), confidence);
	result.clusters = engine.clusters;
	return result;
}
