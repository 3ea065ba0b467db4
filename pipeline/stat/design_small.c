/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mean and spread of a linearised variance under equal and independent people. */
#include "stat/design_small.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stat/cells.h"

/* Vectors over clusters: p_k, then q_k = s_k - S_k p_k / 2, so that
 * C = D - sum_k a_k (p_k q_k' + q_k p_k'), a_k = (c_k / Sw_k)^2, D = diag(sum_k a_k s_gk). */
enum { MAX = DESIGN_MAX_CELLS, VECTORS = 2 * MAX };

/* Cells that take part, with their totals. */
struct working {
	const struct design_part *parts;
	size_t count;
	size_t place[MAX]; /* of a cell among those that take part; MAX for others */
	size_t cells;
	double squared[MAX]; /* a_k */
	double weight[MAX];  /* Sw_k */
	double square[MAX];  /* S_k */
};

/* Sums over the clusters of a stratum: of x, d x and x y for all pairs of vectors (x no later than y),
 * of d p_k q_k, of d, d^2. */
struct sums {
	double clusters;
	double d, dd;
	double x[VECTORS], dx[VECTORS], dpq[MAX];
	double xy[VECTORS][VECTORS];
};

/* x'By, p_k'BDBq_k, tr(BD) and tr(BDBD), added up over strata. */
struct forms {
	double diagonal, diagonal_squared;
	double pbdbq[MAX];
	double xby[VECTORS][VECTORS];
};

struct trace {
	double mean;   /* tr(BC) */
	double spread; /* tr(BCBC) */
};

/* Weights and squares s_gk of the cluster that begins at `at`, by cell; returns where the next one begins. */
static size_t read_cluster(
	const struct working *working, size_t at, double *weights, double *squares)
{
	const struct design_part *first = &working->parts[at];
	double people[MAX];

	for (size_t k = 0; k < working->cells; k++)
		weights[k] = people[k] = 0;
	for (; at < working->count; at++) {
		const struct design_part *part = &working->parts[at];
		size_t k = working->place[part->cell];

		if (part->stratum != first->stratum || part->cluster != first->cluster)
			break;
		if (k == MAX || part->n == 0)
			continue;
		weights[k] += exact_to_double(part->sum_w);
		people[k] += (double)part->n;
	}
	for (size_t k = 0; k < working->cells; k++)
		squares[k] = people[k] > 0 ? weights[k] * weights[k] / people[k] : 0;
	return at;
}

static void find_cells(struct working *working, const double *coefficient, size_t cell_count)
{
	for (size_t k = 0; k < cell_count; k++) {
		working->place[k] = cell_takes_part(coefficient[k]) ? working->cells++ : MAX;
		if (working->place[k] < MAX)
			working->squared[working->place[k]] = coefficient[k] * coefficient[k];
	}
	for (size_t at = 0; at < working->count;) {
		double weights[MAX], squares[MAX];

		at = read_cluster(working, at, weights, squares);
		for (size_t k = 0; k < working->cells; k++) {
			working->weight[k] += weights[k];
			working->square[k] += squares[k];
		}
	}
	for (size_t k = 0; k < working->cells; k++)
		working->squared[k] /= working->weight[k] * working->weight[k];
}

/* The cluster's places in the vectors, and its d. */
static size_t read_vectors(const struct working *working, size_t at, double *vectors, double *d)
{
	double *p = vectors, *q = vectors + working->cells, squares[MAX];

	at = read_cluster(working, at, p, squares);
	*d = 0;
	for (size_t k = 0; k < working->cells; k++) {
		p[k] /= working->weight[k];
		q[k] = squares[k] - working->square[k] * p[k] / 2;
		*d += working->squared[k] * squares[k];
	}
	return at;
}

static void clear(struct sums *sums, size_t count)
{
	sums->clusters = sums->d = sums->dd = 0;
	memset(sums->x, 0, count * sizeof(*sums->x));
	memset(sums->dx, 0, count * sizeof(*sums->dx));
	memset(sums->dpq, 0, count / 2 * sizeof(*sums->dpq));
	for (size_t i = 0; i < count; i++)
		memset(sums->xy[i], 0, count * sizeof(**sums->xy));
}

static void add_cluster(struct sums *sums, const double *vectors, size_t count, double d)
{
	sums->clusters++;
	sums->d += d;
	sums->dd += d * d;
	for (size_t k = 0; k < count / 2; k++)
		sums->dpq[k] += d * vectors[k] * vectors[count / 2 + k];
	for (size_t i = 0; i < count; i++) {
		if (vectors[i] == 0)
			continue;
		sums->x[i] += vectors[i];
		sums->dx[i] += d * vectors[i];
		for (size_t j = i; j < count; j++)
			sums->xy[i][j] += vectors[i] * vectors[j];
	}
}

/* Adds a stratum, whose B is factor (I - 11'/G); a single cluster has no mean to take off. */
static void add_stratum(struct forms *forms, const struct sums *sums, size_t count, double share)
{
	double clusters = sums->clusters, mean = clusters > 1 ? 1 / clusters : 0;
	double factor = clusters > 1 ? share * clusters / (clusters - 1) : share;

	forms->diagonal += factor * sums->d * (1 - mean);
	forms->diagonal_squared +=
		factor * factor * (sums->dd * (1 - 2 * mean) + sums->d * sums->d * mean * mean);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
			forms->xby[i][j] += factor *
				((i < j ? sums->xy[i][j] : sums->xy[j][i]) -
					sums->x[i] * (sums->x[j] * mean));
	for (size_t k = 0, q = count / 2; q < count; k++, q++) {
		double x = sums->x[k] * mean, y = sums->x[q] * mean;

		forms->pbdbq[k] += factor * factor *
			(sums->dpq[k] - x * sums->dx[q] - y * sums->dx[k] + x * y * sums->d);
	}
}

/* The share of a stratum's clusters that was not drawn. */
static double share_left(const struct survey_design *design, size_t stratum, double clusters)
{
	double population = design->population == NULL ? (double)NAN : design->population[stratum];
	double left = isnan(population) ? 1 : 1 - clusters / population;

	return left > 1e-9 ? left : 0;
}

/* The forms of the design, and those it would have if populations were endless. */
static void add_strata(const struct working *working, const struct survey_design *design,
	struct forms *forms, struct forms *endless)
{
	size_t at = 0, vectors = 2 * working->cells;

	memset(forms, 0, sizeof(*forms));
	memset(endless, 0, sizeof(*endless));
	while (at < working->count) {
		size_t stratum = working->parts[at].stratum;
		struct sums sums;

		clear(&sums, vectors);
		while (at < working->count && working->parts[at].stratum == stratum) {
			double values[VECTORS], d;

			at = read_vectors(working, at, values, &d);
			add_cluster(&sums, values, vectors, d);
		}
		add_stratum(forms, &sums, vectors, share_left(design, stratum, sums.clusters));
		add_stratum(endless, &sums, vectors, 1);
	}
}

static struct trace trace_of(const struct working *working, const struct forms *forms)
{
	struct trace trace = { forms->diagonal, forms->diagonal_squared };
	size_t n = working->cells;

	for (size_t k = 0; k < n; k++) {
		trace.mean -= 2 * working->squared[k] * forms->xby[k][n + k];
		trace.spread -= 4 * working->squared[k] * forms->pbdbq[k];
		for (size_t l = 0; l < n; l++)
			trace.spread += 2 * working->squared[k] * working->squared[l] *
				(forms->xby[n + k][l] * forms->xby[n + l][k] +
					forms->xby[n + k][n + l] * forms->xby[l][k]);
	}
	return trace;
}

struct contrast design_small(const struct design_part *parts, size_t part_count,
	const struct survey_design *design, const double *coefficient, size_t cell_count,
	const struct contrast *plain, double confidence)
{
	struct working working = { .parts = parts, .count = part_count };
	struct forms forms, endless;
	struct contrast result;
	struct trace trace;
	double target = 0, mean;

	if (plain->status != STAT_OK)
		return *plain;
	find_cells(&working, coefficient, cell_count);
	add_strata(&working, design, &forms, &endless);
	trace = trace_of(&working, &forms);
	mean = trace_of(&working, &endless).mean;
	for (size_t k = 0; k < working.cells; k++)
		target += working.squared[k] * working.square[k];
	result = contrast_complete(plain->estimate, plain->std_error * sqrt(target / mean),
		trace.mean * trace.mean / trace.spread, confidence);
	result.clusters = plain->clusters;
	return result;
}
