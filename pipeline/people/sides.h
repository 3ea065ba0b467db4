/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One or two sides of people with a value each: counts, exact sums, and their difference. */
#ifndef PEOPLE_SIDES_H
#define PEOPLE_SIDES_H

#include "kit/kit.h"
#include "stat/cluster.h"
#include "stat/moments.h"

enum { COMPARED, OF_INTEREST, SIDE_COUNT }; /* the estimate is OF_INTEREST minus COMPARED */

struct side {
	int64_t n;         /* people with a value */
	int64_t n_missing; /* people without one */
	int128 sum, small_squares;
	struct exact large_squares; /* of values beyond 2^47 */
};

struct part {
	size_t cluster, side;
	int64_t n;
	int128 sum;
};

struct sides {
	struct side side[SIDE_COUNT];
	size_t part_count, part_capacity;
	struct part *parts;
	size_t cell_capacity;
	struct cluster_cell *cells;
};

/* Empties both sides; their room is used again. */
void sides_clear(struct sides *sides);

/* Adds a person. Villages come one after another (people->order). `value` is in units of 1/scale,
 * NO_VALUE where it is missing. */
void sides_add(struct sides *sides, size_t cluster, size_t side, int64_t value);

/* Mean, variance and standard deviation of a side, each rounded once (stat/moments.h). */
struct moments side_moments(const struct sides *sides, size_t side, int64_t scale);

/* The mean of a single side, OF_INTEREST, or the difference of both, with CR2 standard error and
 * Satterthwaite df over villages (stat/cluster.h). Unweighted. */
struct contrast sides_mean(struct sides *sides, int64_t scale, double confidence);
struct contrast sides_difference(struct sides *sides, int64_t scale, double confidence);

/* Villages with somebody on this side; the smaller number of both sides. */
size_t side_clusters(const struct sides *sides, size_t side);
size_t fewest_clusters(const struct sides *sides);

#endif
