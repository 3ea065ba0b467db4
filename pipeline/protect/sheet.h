/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of one indicator in one round or pair of rounds, and the lines in which they add up. */
#ifndef PROTECT_SHEET_H
#define PROTECT_SHEET_H

#include "stat/exact.h"

/* Why a cell must not be published. */
enum reason {
	SHOWN,
	TOO_FEW_PEOPLE,
	TOO_FEW_CLUSTERS,
	SENSITIVE,  /* a sensitive indicator tells of everybody, or of one or two, in the cell */
	COMPLEMENT, /* with it another withheld cell could be computed */
	DIFFERENCE, /* with it people that no cell shows could be singled out: who belong to no
		     * value of a group, or stand in a level but not in a change */
	REASON_COUNT
};
extern const char *const reason_names[REASON_COUNT];

/* Some people of whom a number tells. Sums are in units of 1/scale. */
struct crowd {
	int64_t n;
	struct {
		struct exact sum, square;
	} values[2]; /* the present value, and of a change the earlier one (else zeros) */
	uint64_t *
		villages; /* a bit for each that somebody comes from; NULL: villages do not matter */
};

/* What makes people too few. */
struct rule {
	int64_t people;   /* least number of people with a value */
	int64_t possible; /* least number of possible sizes that a reader must be left with */
	size_t clusters;  /* least number of villages; 0: any number will do */
	bool sensitive;
	bool share;  /* values are 0 or 1 */
	bool change; /* both values count */
	int64_t scale;
};

struct cell {
	struct crowd crowd;
	bool printed; /* false: no table has this cell, as people without a value of a group */
	enum reason reason;
	int64_t most;      /* its size cannot be larger, as far as anybody can know */
	int64_t low, high; /* what a reader can work out of its size */
};

/* The first cell of a line is the sum of the others. */
struct line {
	size_t count;
	size_t *cells;
};

/* Rows are arms, columns groups; the first of both is everybody. */
struct sheet {
	size_t rows, columns;
	size_t words;       /* of a set of villages */
	struct cell *cells; /* row by row */
	size_t line_count, line_capacity;
	struct line *lines;
	size_t nested; /* of them, at the end: values of one group that make up one of another */
};

/* `most` of a size of which nothing is known. */
#define UNKNOWN_SIZE ((int64_t)1 << 50)

/* A sheet of empty cells, all printed, whose sets of villages have room for so many. variables[c]
 * is the number of the group that column c is a value of: 0 for column 0, values of a group side by
 * side. In every column the rows below the first add up to it; in every row the values of each
 * group add up to column 0. */
struct sheet sheet_new(size_t rows, size_t columns, const size_t *variables, size_t villages);

/* Adds a line; its cells are kept, not copied. */
void sheet_add_line(struct sheet *sheet, const struct line *line);

/* Adds people to others whom they do not overlap; `words` of the sheet. */
void crowd_add(struct crowd *crowd, const struct crowd *more, size_t words);

/* Whether two crowds are as many people with the same sums and squares. */
bool crowd_same(const struct crowd *a, const struct crowd *b);

/* Why nothing may be told of these people alone, or SHOWN. */
enum reason crowd_unfit(const struct crowd *crowd, const struct rule *rule, size_t words);

/* Whether a reader does not see the size of the cell. A cell that no table has is known where it is
 * empty. */
static inline bool cell_hidden(const struct cell *cell)
{
	return cell->reason != SHOWN || (!cell->printed && cell->crowd.n > 0);
}

/* Whether it matters that a hidden cell stays so: it is withheld, or nothing may be told of it. */
bool cell_guarded(const struct cell *cell, const struct rule *rule, size_t words);

#endif
