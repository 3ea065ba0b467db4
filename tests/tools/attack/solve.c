/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds along equations, and elimination. */
#include <math.h>
#include <stdlib.h>

#include "puzzle.h"

/* ---- bounds ---- */

static bool narrow(struct fact *fact, enum quantity quantity, double least, double most)
{
	bool changed = false;

	if (least > fact->low[quantity] + 1e-7) {
		fact->low[quantity] = least;
		changed = true;
	}
	if (most < fact->high[quantity] - 1e-7) {
		fact->high[quantity] = most;
		changed = true;
	}
	return changed;
}

/* The bounds of one cell of an equation that follow from those of all others. */
static bool narrow_one(
	struct fact *of, const struct equation *equation, enum quantity quantity, size_t which)
{
	double least = equation->total, most = equation->total; /* of times * the cell */
	size_t i;

	for (i = 0; i < equation->count; i++) {
		const struct fact *other = &of[equation->facts[i]];

		if (i == which)
			continue;
		least -= equation->times[i] > 0 ? other->high[quantity] : -other->low[quantity];
		most -= equation->times[i] > 0 ? other->low[quantity] : -other->high[quantity];
	}
	return equation->times[which] > 0
		? narrow(&of[equation->facts[which]], quantity, least, most)
		: narrow(&of[equation->facts[which]], quantity, -most, -least);
}

static void bound(struct fact *of, enum quantity quantity)
{
	bool changed = true;
	size_t pass, i, j;

	for (pass = 0; changed && pass < 1000; pass++) {
		changed = false;
		for (i = 0; i < puzzle.equation_count; i++) {
			const struct equation *equation = &puzzle.equations[i];

			for (j = 0; j < equation->count; j++)
				if (quantity == SIZE || !equation->sizes_only)
					changed |= narrow_one(of, equation, quantity, j);
		}
	}
}

static void start(struct fact *fact)
{
	enum quantity quantity;

	for (quantity = SIZE; quantity < QUANTITIES; quantity++) {
		fact->low[quantity] = fact->known[quantity] ? fact->value[quantity] : 0;
		fact->high[quantity] = fact->known[quantity] ? fact->value[quantity] : 1e9;
	}
	if (fact->target && !fact->known[SIZE])
		fact->low[SIZE] = 1;
}

void bound_cells(size_t indicator)
{
	struct fact *of = puzzle.facts[indicator];
	size_t sheet_cells = puzzle.rows * puzzle.columns, all, i;

	for (i = 0; i < puzzle.cells; i++) {
		start(&of[i]);
		for (all = PRESENT; all < REAL && all < indicator; all++)
			if (!of[i].known[SIZE])
				narrow(&of[i], SIZE, 0, puzzle.facts[all][i].high[SIZE]);
	}
	bound(of, SIZE);
	for (i = 0; i < puzzle.cells; i++) {
		size_t level = earlier_sheet(i / sheet_cells) * sheet_cells + i % sheet_cells;

		if (!of[i].known[SIZE])
			narrow(&of[i], SIZE, 0, of[level].high[SIZE]);
	}
	bound(of, SIZE);
	bound(of, SUM);
	bound(of, LACKING);
}

/* ---- elimination ---- */

struct matrix {
	size_t rows, columns;
	double *cells;
	size_t *fact_of; /* each column's */
};

static bool is_zero(double number)
{
	return fabs(number) < 1e-9;
}

static double *row_of(const struct matrix *matrix, size_t row)
{
	return matrix->cells + row * matrix->columns;
}

/* Adds an equation about a member of a family; one without unknowns is none. */
static void add_row(struct matrix *matrix, const size_t *column_of,
	const struct equation *equation, size_t member)
{
	size_t j, column, unknown = 0;

	for (j = 0; j < equation->count; j++) {
		column = column_of[member * puzzle.cells + equation->facts[j]];
		if (column == NO_NAME)
			continue;
		row_of(matrix, matrix->rows)[column] = equation->times[j];
		unknown++;
	}
	matrix->rows += unknown > 0;
}

/* The first member of a family is the sum of the others, cell by cell. */
static void add_sums(struct matrix *matrix, const size_t *column_of, const struct family *family)
{
	struct equation sum = { family->count, keep(family->count * sizeof(size_t)),
		keep(family->count * sizeof(double)), 0, false };
	size_t i, j;

	for (i = 0; i < puzzle.cells; i++) {
		for (j = 0; j < family->count; j++) {
			sum.facts[j] = j * puzzle.cells + i;
			sum.times[j] = j == 0 ? -1 : 1;
		}
		add_row(matrix, column_of, &sum, 0);
	}
}

static struct matrix matrix_of(const struct family *family, enum quantity quantity)
{
	size_t cells = family->count * puzzle.cells, most, i, j;
	struct matrix matrix = { 0, 0, NULL, keep(cells * sizeof(size_t)) };
	size_t *column_of = keep(cells * sizeof(*column_of));

	for (i = 0; i < cells; i++) {
		const struct fact *of = puzzle.facts[family->members[i / puzzle.cells]];

		column_of[i] = of[i % puzzle.cells].known[quantity] ? NO_NAME : matrix.columns;
		if (column_of[i] != NO_NAME)
			matrix.fact_of[matrix.columns++] = i;
	}
	most = family->count * puzzle.equation_count + puzzle.cells + 1;
	matrix.cells = calloc(most * (matrix.columns + 1), sizeof(double));
	if (matrix.cells == NULL)
		broken(NULL, "%s", "no memory");
	for (j = 0; j < family->count; j++)
		for (i = 0; i < puzzle.equation_count; i++)
			if (quantity == SIZE || !puzzle.equations[i].sizes_only)
				add_row(&matrix, column_of, &puzzle.equations[i], j);
	if (family->count > 1)
		add_sums(&matrix, column_of, family);
	return matrix;
}


/* Brings the largest pivot of a column up to `row` and clears the column elsewhere; false where
 * there is none. */
static bool clear_column(struct matrix *matrix, size_t row, size_t column)
{
	double *pivot = row_of(matrix, row);
	size_t best = row, i, k;

	for (i = row; i < matrix->rows; i++)
		if (fabs(row_of(matrix, i)[column]) > fabs(row_of(matrix, best)[column]))
			best = i;
	if (is_zero(row_of(matrix, best)[column]))
		return false;
	for (k = 0; k < matrix->columns; k++) {
		double held = row_of(matrix, best)[k];

		row_of(matrix, best)[k] = pivot[k];
		pivot[k] = held;
	}
	for (i = 0; i < matrix->rows; i++) {
		double *other = row_of(matrix, i), times = other[column] / pivot[column];

		for (k = column; i != row && !is_zero(times) && k < matrix->columns; k++)
			other[k] -= times * pivot[k];
	}
	return true;
}

void determine(const struct family *family, enum quantity quantity, bool *determined)
{
	struct matrix matrix = matrix_of(family, quantity);
	size_t done = 0, i, k;

	for (k = 0; k < matrix.columns && done < matrix.rows; k++)
		done += clear_column(&matrix, done, k);
	for (i = 0; i < done; i++) {
		size_t found = 0, last = 0;

		for (k = 0; k < matrix.columns; k++)
			if (!is_zero(row_of(&matrix, i)[k])) {
				found++;
				last = k;
			}
		if (found == 1)
			determined[matrix.fact_of[last]] = true;
	}
	free(matrix.cells);
}
