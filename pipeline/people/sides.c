/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds people up by side and village; sums are exact whatever the order. */
#include "people/sides.h"

#include "tally/store.h"

/* Squares of values below this fit 128 bits together with 2^32 of their like. */
static const int64_t SMALL = (int64_t)1 << 47;

void sides_clear(struct sides *sides)
{
	size_t i;

	for (i = 0; i < SIDE_COUNT; i++)
		sides->side[i] = (struct side){ .n = 0 };
	sides->part_count = 0;
}

/* The part of this village and side: one of the last two, or a new one. */
static struct part *part_of(struct sides *sides, size_t cluster, size_t side)
{
	size_t i;

	for (i = sides->part_count; i > 0 && sides->parts[i - 1].cluster == cluster; i--)
		if (sides->parts[i - 1].side == side)
			return &sides->parts[i - 1];
	sides->parts = grow(
		sides->parts, &sides->part_capacity, sides->part_count + 1, sizeof(*sides->parts));
	sides->parts[sides->part_count] = (struct part){ .cluster = cluster, .side = side };
	return &sides->parts[sides->part_count++];
}

/* Values are below 2^61 (tally/store.h), so that 2^32 of them stay within 256 bits. */
static void add_square(struct side *side, int64_t value)
{
	struct exact square;

	if (value < SMALL && value > -SMALL) {
		side->small_squares += (int128)value * value;
		return;
	}
	square = exact_from_int128((int128)value * value);
	exact_add(side->large_squares, square, &side->large_squares);
}

void sides_add(struct sides *sides, size_t cluster, size_t which, int64_t value)
{
	struct side *side = &sides->side[which];
	struct part *part;

	if (value == NO_VALUE) {
		side->n_missing++;
		return;
	}
	side->n++;
	side->sum += value;
	add_square(side, value);
	part = part_of(sides, cluster, which);
	part->n++;
	part->sum += value;
}

struct moments side_moments(const struct sides *sides, size_t which, int64_t scale)
{
	const struct side *side = &sides->side[which];
	struct exact squares = side->large_squares;

	exact_add(squares, exact_from_int128(side->small_squares), &squares);
	return moments_from_sums(side->n, exact_from_int128(side->sum), squares, scale);
}

static const struct cluster_cell *cells_of(struct sides *sides, size_t sides_used)
{
	size_t i;

	sides->cells = grow(
		sides->cells, &sides->cell_capacity, sides->part_count + 1, sizeof(*sides->cells));
	for (i = 0; i < sides->part_count; i++)
		sides->cells[i] = (struct cluster_cell){
			.cluster = sides->parts[i].cluster,
			.cell = sides_used == 1 ? 0 : sides->parts[i].side,
			.n = sides->parts[i].n,
			.sum = exact_from_int128(sides->parts[i].sum),
		};
	return sides->cells;
}

struct contrast sides_mean(struct sides *sides, int64_t scale, double confidence)
{
	static const double weight[] = { 1 };

	return cluster_contrast(
		cells_of(sides, 1), sides->part_count, weight, 1, scale, confidence);
}

struct contrast sides_difference(struct sides *sides, int64_t scale, double confidence)
{
	static const double weights[SIDE_COUNT] = { [COMPARED] = -1, [OF_INTEREST] = 1 };

	return cluster_contrast(
		cells_of(sides, 2), sides->part_count, weights, 2, scale, confidence);
}

size_t side_clusters(const struct sides *sides, size_t which)
{
	size_t count = 0, i;

	for (i = 0; i < sides->part_count; i++)
		count += sides->parts[i].side == which;
	return count;
}

size_t fewest_clusters(const struct sides *sides)
{
	size_t compared = side_clusters(sides, COMPARED);
	size_t of_interest = side_clusters(sides, OF_INTEREST);

	return compared < of_interest ? compared : of_interest;
}
