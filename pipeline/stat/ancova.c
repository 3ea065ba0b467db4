/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ANCOVA from cross products by cluster: three orthonormal columns, and sums over clusters. */
#include "stat/ancova.h"

#include <math.h>

#include "stat/cells.h"
#include "stat/root.h"

enum { SIZE = ROOT_SIZE };

/* Both arms, and what follows from them. */
struct fit {
	struct pair_sums arms[2];
	struct cell_reach reach[2];
	size_t clusters;
	double scale;
	double length[SIZE]; /* of the columns: sqrt N_0, sqrt N_1, sqrt of the sum of squared x */
	double slope;        /* of the change */
	double estimate;
	double contrast[SIZE];
};

/* One cluster: S_g (symmetric) and r_g. */
struct share {
	double products[SIZE][SIZE];
	double residuals[SIZE];
};

/* ---- exact sums about the mean of an arm ---- */

struct sum {
	struct exact value;
	enum stat_status status;
};

static void add_product(struct sum *sum, struct exact a, struct exact b, struct exact factor)
{
	struct exact term;

	if (sum->status == STAT_OK)
		sum->status = exact_multiply(a, b, &term);
	if (sum->status == STAT_OK)
		sum->status = exact_multiply(term, factor, &term);
	if (sum->status == STAT_OK)
		sum->status = exact_add(sum->value, term, &sum->value);
}

/* sum (x - X/N) over the part, as N sum_x - n X over N. */
static enum stat_status centred(
	struct exact part, int64_t n, struct exact all, int64_t all_n, double *result)
{
	struct exact one = exact_from_int64(1), count = exact_from_int64(all_n);
	struct sum sum = { { { 0 } }, STAT_OK };

	add_product(&sum, count, part, one);
	add_product(&sum, exact_from_int64(-n), all, one);
	*result = exact_ratio(sum.value, count);
	return sum.status;
}

/* sum (x - X/N)(y - Y/N) over the part, as N^2 sum_xy - N (X sum_y + Y sum_x) + n X Y over N^2. */
static enum stat_status centred_product(struct exact xy, struct exact x, struct exact y, int64_t n,
	struct exact all_x, struct exact all_y, int64_t all_n, double *result)
{
	struct exact count = exact_from_int64(all_n), minus = exact_from_int64(-all_n), square;
	struct sum sum = { { { 0 } }, STAT_OK };

	add_product(&sum, count, count, xy);
	add_product(&sum, minus, all_x, y);
	add_product(&sum, minus, all_y, x);
	add_product(&sum, exact_from_int64(n), all_x, all_y);
	if (sum.status == STAT_OK)
		sum.status = exact_multiply(count, count, &square);
	if (sum.status == STAT_OK)
		*result = exact_ratio(sum.value, square);
	return sum.status;
}

/* Of a part about the means of its arm: x, y, x squared and x y. */
struct centred_sums {
	double x, y, xx, xy;
};

static enum stat_status centre(
	const struct pair_sums *part, const struct pair_sums *arm, struct centred_sums *sums)
{
	enum stat_status status = centred(part->sum_x, part->n, arm->sum_x, arm->n, &sums->x);

	if (status == STAT_OK)
		status = centred(part->sum_y, part->n, arm->sum_y, arm->n, &sums->y);
	if (status == STAT_OK)
		status = centred_product(part->sum_x2, part->sum_x, part->sum_x, part->n,
			arm->sum_x, arm->sum_x, arm->n, &sums->xx);
	if (status == STAT_OK)
		status = centred_product(part->sum_xy, part->sum_x, part->sum_y, part->n,
			arm->sum_x, arm->sum_y, arm->n, &sums->xy);
	return status;
}

/* ---- the model ---- */

static enum stat_status add_up(struct pair_sums *into, const struct pair_sums *more)
{
	into->n += more->n;
	if (exact_add(into->sum_x, more->sum_x, &into->sum_x) != STAT_OK ||
		exact_add(into->sum_x2, more->sum_x2, &into->sum_x2) != STAT_OK ||
		exact_add(into->sum_y, more->sum_y, &into->sum_y) != STAT_OK ||
		exact_add(into->sum_y2, more->sum_y2, &into->sum_y2) != STAT_OK)
		return STAT_OVERFLOW;
	return exact_add(into->sum_xy, more->sum_xy, &into->sum_xy);
}

static enum stat_status add_parts(struct fit *fit, const struct ancova_part *parts, size_t count)
{
	size_t last[2] = { SIZE_MAX, SIZE_MAX }, previous = SIZE_MAX, i;

	for (i = 0; i < count; i++) {
		size_t arm = parts[i].arm, cluster = parts[i].cluster;

		if (arm > 1 || parts[i].pairs.n < 0)
			return STAT_BAD_INPUT;
		if (parts[i].pairs.n == 0)
			continue;
		if (add_up(&fit->arms[arm], &parts[i].pairs) != STAT_OK)
			return STAT_OVERFLOW;
		fit->reach[arm].n += parts[i].pairs.n;
		if (fit->reach[arm].clusters == 0)
			fit->reach[arm].first = cluster;
		if (fit->reach[arm].clusters == 0 || last[arm] != cluster)
			fit->reach[arm].clusters++;
		last[arm] = cluster;
		fit->clusters += fit->clusters == 0 || cluster != previous;
		previous = cluster;
	}
	return STAT_OK;
}

static enum stat_status solve(struct fit *fit)
{
	static const double sides[] = { -1, 1 };
	enum stat_status status = cells_judge(sides, fit->reach, 2);
	struct comoments moments[2];
	double xx = 0, xy = 0, earlier;
	size_t k;

	if (status != STAT_OK)
		return status;
	for (k = 0; k < 2; k++) {
		double n = (double)fit->arms[k].n;

		moments[k] = comoments_from_sums(&fit->arms[k], (int64_t)fit->scale);
		if (moments[k].status != STAT_OK && moments[k].status != STAT_ZERO_VAR)
			return moments[k].status;
		xx += (n - 1) * moments[k].x.variance;
		xy += (n - 1) * moments[k].covariance;
		fit->length[k] = sqrt(n);
		fit->contrast[k] = sides[k] / fit->length[k];
	}
	if (xx <= 0)
		return STAT_ZERO_VAR;
	fit->slope = xy / xx;
	fit->length[2] = sqrt(xx);
	earlier = moments[1].x.mean - moments[0].x.mean;
	fit->contrast[2] = -earlier / fit->length[2];
	fit->estimate = moments[1].y.mean - moments[0].y.mean - fit->slope * earlier;
	return STAT_OK;
}

/* ---- clusters ---- */

static enum stat_status add_share(
	struct share *share, const struct fit *fit, const struct ancova_part *part)
{
	const struct pair_sums *arm = &fit->arms[part->arm];
	size_t k = part->arm;
	double scale = fit->scale, n = fit->length[k], x = fit->length[2];
	struct centred_sums sums;

	if (part->pairs.n == 0)
		return STAT_OK;
	if (centre(&part->pairs, arm, &sums) != STAT_OK)
		return STAT_OVERFLOW;
	share->products[k][k] += (double)part->pairs.n / (n * n);
	share->products[k][2] += sums.x / scale / (n * x);
	share->products[2][2] += sums.xx / scale / scale / (x * x);
	share->residuals[k] += (sums.y - fit->slope * sums.x) / scale / n;
	share->residuals[2] += (sums.xy - fit->slope * sums.xx) / scale / scale / x;
	share->products[2][k] = share->products[k][2];
	return STAT_OK;
}

/* Sums over clusters: V, the trace of P, and sum_gh P_gh^2 in two parts. */
struct spread {
	double variance, trace, own;
	double cross[SIZE][SIZE]; /* sum_g (S_g a_g)(S_g a_g)' */
};

static void add_cluster(struct spread *spread, const struct fit *fit, struct share *share)
{
	double a[SIZE], moved[SIZE] = { 0, 0, 0 }, total = 0, inner = 0, length = 0;
	size_t i, j;

	root_of_rest(share->products, fit->contrast, a);
	for (i = 0; i < SIZE; i++) {
		for (j = 0; j < SIZE; j++)
			moved[i] += share->products[i][j] * a[j];
		total += a[i] * share->residuals[i];
		inner += a[i] * moved[i];
		length += moved[i] * moved[i];
	}
	spread->variance += total * total;
	spread->trace += inner - length;
	spread->own += (inner - length) * (inner - length) - length * length;
	for (i = 0; i < SIZE; i++)
		for (j = 0; j < SIZE; j++)
			spread->cross[i][j] += moved[i] * moved[j];
}

static enum stat_status add_clusters(
	struct spread *spread, const struct fit *fit, const struct ancova_part *parts, size_t count)
{
	size_t i = 0;

	while (i < count) {
		struct share share = { { { 0 } }, { 0 } };
		size_t cluster = parts[i].cluster;

		for (; i < count && parts[i].cluster == cluster; i++)
			if (add_share(&share, fit, &parts[i]) != STAT_OK)
				return STAT_OVERFLOW;
		add_cluster(spread, fit, &share);
	}
	return STAT_OK;
}

static double degrees(const struct spread *spread)
{
	double squares = spread->own;
	size_t i, j;

	for (i = 0; i < SIZE; i++)
		for (j = 0; j < SIZE; j++)
			squares += spread->cross[i][j] * spread->cross[i][j];
	return spread->trace * spread->trace / squares;
}

struct ancova ancova_cr2(
	const struct ancova_part *parts, size_t part_count, int64_t scale, double confidence)
{
	struct fit fit = { .scale = (double)scale };
	struct spread spread = { .variance = 0 };
	enum stat_status status = scale < 1 ? STAT_BAD_INPUT : add_parts(&fit, parts, part_count);
	struct ancova result = { .slope = (double)NAN };

	if (status == STAT_OK)
		status = solve(&fit);
	if (status == STAT_OK)
		status = add_clusters(&spread, &fit, parts, part_count);
	if (status == STAT_OK) {
		result.contrast = contrast_complete(
			fit.estimate, sqrt(spread.variance), degrees(&spread), confidence);
		result.slope = 1 + fit.slope;
	} else {
		result.contrast = contrast_refuse((double)NAN, status);
	}
	result.contrast.clusters = fit.clusters;
	return result;
}
