/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally.csv, the waist of the hourglass: exact sums per indicator, measure, round or pair of rounds,
 * arm, group and village, and how often each value occurs.
 *
 * Three kinds of rows, told apart by what is filled: a village row (cluster), a total row (neither
 * cluster nor value), a value row (value). Arms are never mixed in a row: readers add rows up.
 * Group empty is everybody. Sums are in units of 1/scale, squares and products in 1/scale^2; scale 1
 * with decimals in the sums means that no lattice is known and values count as written.
 */
#ifndef TALLY_H
#define TALLY_H

#include "kit/kit.h"
#include "stat/exact.h"
#include "study/study.h"

/* LEVEL: y is the value in `round`. CHANGE: the same person's later value minus the earlier (y) and
 * the earlier (x); arm, stratum, village and groups are those of the earlier round. BETTER, WORSE:
 * 1 where that change is for or against the indicator's direction by at least `mid` (by anything at
 * all where none is set), else 0; none where the direction is none; their sums count people, so
 * that their scale is 1 whatever the values' is. */
enum measure { LEVEL, CHANGE, BETTER, WORSE, MEASURE_COUNT };
extern const char *const measure_names[MEASURE_COUNT];

enum row_kind { VILLAGE_ROW, TOTAL_ROW, VALUE_ROW };

enum tally_column {
	TALLY_MEASURE,
	TALLY_INDICATOR,
	TALLY_SCALE,
	TALLY_ROUND_FROM,
	TALLY_ROUND,
	TALLY_ARM,
	TALLY_GROUP,
	TALLY_GROUP_VALUE,
	TALLY_STRATUM,
	TALLY_CLUSTER,
	TALLY_VALUE,
	TALLY_N,
	TALLY_N_MISSING,
	TALLY_SUM_W,
	TALLY_SUM_WY,
	TALLY_SUM_Y,
	TALLY_SUM_W2,
	TALLY_SUM_WY2,
	TALLY_SUM_Y2,
	TALLY_SUM_X,
	TALLY_SUM_X2,
	TALLY_SUM_XY,
	TALLY_SUM_WX,
	TALLY_SUM_W2Y,
	TALLY_SUM_W2Y2,
	TALLY_FPC,
	TALLY_COLUMN_COUNT
};

/* The header of tally.csv with meanings, for `needs` and `makes` of stages. */
extern const struct column tally_columns[TALLY_COLUMN_COUNT + 1];

/* Sums with weights, which count in units of 10^-9. sum_wy is zero in value rows. */
struct tally_weights {
	struct exact sum_w, sum_wy;
};

/* Further ones, of total rows alone. sum_wx is zero but for CHANGE. */
struct tally_weight_products {
	struct exact sum_w2, sum_wy2, sum_wx, sum_w2y, sum_w2y2;
};

/* Sums that value rows have none of. sum_x, sum_x2 and sum_xy are zero but for CHANGE. */
struct tally_products {
	struct exact sum_y2, sum_x, sum_x2, sum_xy;
};

/* Weights and fpc have as many decimals. */
enum { WEIGHT_DECIMALS = 9 };

struct tally_row {
	enum row_kind kind;
	enum measure measure;
	size_t round_from, round; /* into rounds; round_from NO_NAME for LEVEL */
	const char *arm, *group, *group_value, *stratum,
		*cluster; /* interned: equal texts, equal pointers; "" is blank */
	int64_t value;    /* VALUE_ROW, in units of 1/block.scale */
	int64_t n;        /* people with a value (both values for a pair) */
	int64_t n_missing; /* LEVEL: people in the round without one; pairs: people with an earlier but no later value */
	struct exact sum_y;                            /* zero where the kind has none */
	struct tally_products *products;               /* NULL: all zero */
	struct tally_weights *weights;                 /* NULL: people count alike */
	struct tally_weight_products *weight_products; /* NULL: all zero */
	int64_t fpc; /* TOTAL_ROW: clusters in the stratum's population, in 10^-9; 0: not known */
	bool rounded; /* VALUE_ROW: values counted together at 4 significant digits; sum_y is theirs */
};

/* All rows of one indicator, in file order. */
struct tally_block {
	size_t indicator; /* into indicators */
	int64_t scale; /* units of values and sums of LEVEL and CHANGE: scale of the file, or 10^decimals */
	int decimals;        /* the most that values have, at most 9 */
	bool as_written;     /* there are some, which shows that no lattice is known */
	bool rounded_values; /* some value rows are rounded */
	bool ratio;          /* of totals: weights are denominators */
	size_t count;
	const struct tally_row *rows;
};

/*
 * How a stage reads a tally: its `needs` are tally_columns, its `begin` calls tally_take() with what is
 * to be done with each complete indicator, its `row` is tally_row and its `end` tally_end; one that
 * has more to do then calls tally_end() first. The block lives until the next call. Unknown
 * indicators or rounds are refused.
 */
void tally_take(void (*take)(const struct tally_block *block));
void tally_row(const struct value *needed);
void tally_end(void);

/* Has tally_row() pass over rows of BETTER and WORSE, two in five of a panel's. */
void tally_take_values_only(void);

/* Has tally_row() leave value rows without weights: for stages that only count people by value. */
void tally_take_counts_alone(void);

/* Has tally_row() leave village rows without products: for stages that look at sums of villages. */
void tally_take_sums_alone(void);

/* A tally read from a file beside stdin. */
struct tally_source;
struct tally_source *tally_open(const char *file);

/* The next indicator of the source, or NO_NAME at its end; and its block. */
size_t tally_peek(const struct tally_source *source);
const struct tally_block *tally_next(struct tally_source *source);

/* Whether rows of a measure are sums of values, which have a scale and decimals; else they count. */
static inline bool tally_has_values(enum measure measure)
{
	return measure == LEVEL || measure == CHANGE;
}

/* Where sums go that some rows have and others have not. */
struct tally_room {
	struct tally_products *products;
	struct tally_weights *weights;
	struct tally_weight_products *weight_products;
};

/* Reads a row of tally.csv into `row`, whose sums of values have `decimals` implied decimals (0 to
 * 9; squares twice as many), and what else it has into the room. False if a number does not fit, so
 * that more are needed. `at`: file and line. */
bool tally_read(const struct value *needed, int decimals, const struct place *at,
	const struct tally_room *room, struct tally_row *row);

/* The products of a row. */
static inline struct tally_products tally_products(const struct tally_row *row)
{
	static const struct tally_products none;

	return row->products == NULL ? none : *row->products;
}

/* Adds sums with weights up; both or neither are NULL. False if one leaves 256 bits. */
bool tally_add_weights(struct tally_weights *into, const struct tally_weights *more);
bool tally_add_weight_products(
	struct tally_weight_products *into, const struct tally_weight_products *more);

/* Gives the rows of a block that many implied decimals, if it has fewer. */
void tally_give_decimals(struct tally_block *block, struct tally_row *rows, int decimals);

/* Writes a row whose values and sums of values have `decimals` implied decimals (squares twice as
 * many). */
void tally_put(const struct tally_row *row, const struct indicator *indicator, int64_t scale,
	int decimals);

/* The order of rows within an indicator: measure, round_from, round, group, group_value, kind,
 * cluster, stratum, arm, value; texts by their bytes, rounds and groups by their tables. */
int tally_compare(const struct tally_row *left, const struct tally_row *right);

/* More distinct values than this in a measure and round are counted at 4 significant digits. */
enum { DISTINCT_LIMIT = 65536 };

/* `value` at 4 significant digits, half away from zero; keeps order, sign and zero. */
int64_t four_digits(int64_t value);

/* How many distinct values there are in value rows sorted by arm and value, over all arms. */
size_t tally_distinct(const struct tally_row *rows, size_t count);

/* Counts value rows, sorted by arm and value, together at 4 significant digits; the new count. */
size_t tally_round_values(struct tally_row *rows, size_t count);

#endif
