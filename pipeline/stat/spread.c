/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spread from running sums; a cluster is left out by taking its own sums away. */
#include "stat/spread.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stat/compensated.h"

static bool is_sound(const struct spread_value *values, size_t n, size_t clusters)
{
	for (size_t i = 0; i < n; i++)
		if (isnan(values[i].value) || !(values[i].weight > 0) ||
			values[i].cluster >= clusters)
			return false;
	return true;
}

/* ---- Gini ---- */

static bool ascends_from_zero(const struct spread_value *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (values[i].value < (i > 0 ? values[i - 1].value : 0))
			return false;
	return true;
}

struct sums {
	double weight, total; /* over all */
	double pairs;         /* sum_ij w_i w_j |y_i - y_j| */
};

static struct sums totals(const struct spread_value *values, size_t n)
{
	struct compensated weight = { 0, 0 };
	struct compensated total = { 0, 0 };

	for (size_t i = 0; i < n; i++) {
		compensated_add(&weight, values[i].weight);
		compensated_add(&total, values[i].weight * values[i].value);
	}
	return (struct sums){ compensated_total(&weight), compensated_total(&total), 0 };
}

/* Differences to those before, y W - Y, and to those behind, Y - y W, with W and Y their sums. */
static void add_pairs(
	const struct spread_value *values, size_t n, struct spread_cluster *room, struct sums *sums)
{
	struct compensated weight = { 0, 0 };
	struct compensated total = { 0, 0 };
	struct compensated pairs = { 0, 0 };

	for (size_t i = 0; i < n; i++) {
		struct spread_cluster *own = &room[values[i].cluster];
		double w = values[i].weight;
		double y = values[i].value;
		double before = y * compensated_total(&weight) - compensated_total(&total);
		double behind = (sums->total - compensated_total(&total) - w * y) -
			y * (sums->weight - compensated_total(&weight) - w);

		compensated_add(&pairs, 2 * w * before);
		own->across += w * (before + behind);
		own->within += 2 * w * (y * own->weight - own->total);
		own->weight += w;
		own->total += w * y;
		compensated_add(&weight, w);
		compensated_add(&total, w * y);
	}
	sums->pairs = compensated_total(&pairs);
}

static double without(const struct sums *sums, const struct spread_cluster *cluster)
{
	double weight = sums->weight - cluster->weight;
	double total = sums->total - cluster->total;

	if (!(weight > sums->weight * 1e-12) || !(total > sums->total * 1e-12))
		return (double)NAN;
	return (sums->pairs - 2 * cluster->across + cluster->within) / (2 * weight * total);
}

struct spread gini_of(const struct spread_value *values, size_t n, struct spread_cluster *room,
	double *replicates, size_t clusters)
{
	struct spread gini = { (double)NAN, STAT_OK };
	struct sums sums;

	if (!is_sound(values, n, clusters) || !ascends_from_zero(values, n))
		gini.status = STAT_BAD_INPUT;
	else if (n < 2)
		gini.status = STAT_TOO_FEW;
	else if (!(values[n - 1].value > 0))
		gini.status = STAT_NO_EVENTS;
	if (gini.status != STAT_OK)
		return gini;
	memset(room, 0, clusters * sizeof(*room));
	sums = totals(values, n);
	add_pairs(values, n, room, &sums);
	gini.estimate = sums.pairs / (2 * sums.weight * sums.total);
	for (size_t g = 0; g < clusters; g++)
		replicates[g] = without(&sums, &room[g]);
	return gini;
}

/* ---- variance over mean ---- */

static double ratio_of(double people, double weight, double total, double squares)
{
	double mean = total / weight;

	if (people < 2 || !(mean > 0))
		return (double)NAN;
	return people / (people - 1) * (squares / weight - mean * mean) / mean;
}

static void add_value(struct spread_cluster *sums, const struct spread_value *value)
{
	sums->people += 1;
	sums->weight += value->weight;
	sums->total += value->weight * value->value;
	sums->squares += value->weight * value->value * value->value;
}

struct spread variance_ratio_of(const struct spread_value *values, size_t n,
	struct spread_cluster *room, double *replicates, size_t clusters)
{
	struct spread ratio = { (double)NAN, STAT_OK };
	struct spread_cluster all = { 0 };

	if (!is_sound(values, n, clusters))
		ratio.status = STAT_BAD_INPUT;
	else if (n < 2)
		ratio.status = STAT_TOO_FEW;
	if (ratio.status != STAT_OK)
		return ratio;
	memset(room, 0, clusters * sizeof(*room));
	for (size_t i = 0; i < n; i++) {
		add_value(&all, &values[i]);
		add_value(&room[values[i].cluster], &values[i]);
	}
	ratio.estimate = ratio_of(all.people, all.weight, all.total, all.squares);
	if (isnan(ratio.estimate))
		ratio.status = STAT_NO_EVENTS;
	for (size_t g = 0; g < clusters; g++)
		replicates[g] = ratio_of(all.people - room[g].people, all.weight - room[g].weight,
			all.total - room[g].total, all.squares - room[g].squares);
	return ratio;
}
