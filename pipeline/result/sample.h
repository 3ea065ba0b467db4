/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of one indicator's tally to sums, counts and cluster cells for the statistics. */
#ifndef RESULT_SAMPLE_H
#define RESULT_SAMPLE_H

#include "stat/cluster.h"
#include "stat/counts.h"
#include "stat/moments.h"
#include "stat/weighted.h"
#include "tally/tally.h"

/* Some of the people of an indicator. Measure is LEVEL or CHANGE. */
struct sample {
	enum measure measure;
	size_t round_from; /* NO_NAME for LEVEL */
	size_t round;
	const char *arm;                 /* NULL: all arms together */
	const char *group, *group_value; /* both "": everybody; value "": see sample_others */
};

/* The index of one block. */
struct samples;

/* Indexes a block, whatever the order of its rows. One index at a time: it lives, like all that is
 * handed out from it, until the next call. */
struct samples *samples_of(const struct tally_block *block);

/* The arms of the block that have a name, in byte order. */
size_t sample_arms(const struct samples *samples, const char *const **arms);

/* The groups of the block: everybody first, then those of groups.csv in its order, values in the
 * order of their list, others in byte order behind. */
struct sample_group {
	const char *group, *group_value;
};
size_t sample_groups(const struct samples *samples, const struct sample_group **groups);

/* From now on a sample of this group with the value "" is everybody who has another value of it than
 * the focal one. Once a block and group. */
void sample_others(struct samples *samples, const char *group, const char *focal);

/* Whether anybody at all has a value in the round. */
bool sample_asked(const struct samples *samples, size_t round);

/* The exact sums of a sample over arms and strata, from the total rows. For CHANGE x is the earlier
 * value and y later minus earlier; for LEVEL only y. Status OVERFLOW where 256 bits do not do. */
struct sample_sums {
	int64_t n, n_missing;
	struct pair_sums pairs;
	struct tally_weights weights; /* where people count alike each of them weighs 1 */
	struct tally_weight_products weight_products;
	enum stat_status status;
};
struct sample_sums sample_sums(const struct samples *samples, const struct sample *sample);

/* Weighted mean and standard deviation of y, and what weights cost. */
struct weighted_moments sample_weighted(const struct sample_sums *sums, int64_t scale);

/* How often each value occurs, in ascending order, in units of 1/block->scale. Nothing where the
 * tally does not count values. `*counts` lives until the next call of this function. */
size_t sample_counts(const struct samples *samples, const struct sample *sample,
	const struct value_count **counts);

/* The weight of each value, otherwise as sample_counts. */
size_t sample_weights(const struct samples *samples, const struct sample *sample,
	const struct value_weight **weights);

/* What each cluster contributes to each of the samples, which become cells 0, 1 ...; rows of a
 * cluster are adjacent and clusters in byte order of their names, so that results do not depend on
 * the order of rows. Of a ratio of totals by ratio_part(). `*parts` lives until the next call of this
 * function. */
size_t sample_parts(const struct samples *samples, const struct sample *cells, size_t cell_count,
	const struct cluster_cell **parts);

/* All that a village row tells, people counting alike: for CHANGE x is the earlier value and y later
 * minus earlier; for LEVEL only y. Name, stratum and arm as they stand in the tally. */
struct cluster_sums {
	size_t cluster;
	size_t cell;
	const char *name, *stratum, *arm;
	struct pair_sums pairs;
};

/* The sums of each cluster in each of the samples, in the order of sample_parts; rows of a cluster
 * and cell that differ in stratum or arm stand side by side. Not for stages that tally_take_sums_alone().
 * `*sums` lives until the next call of this function. */
size_t sample_clusters(const struct samples *samples, const struct sample *cells, size_t cell_count,
	const struct cluster_sums **sums);

#endif
