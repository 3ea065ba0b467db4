/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds by propagation along lines, and what is determined by elimination. */
#include "protect/audit.h"

#include <math.h>
#include <string.h>

#include "kit/kit.h"

enum { MOST_PASSES = 1000 };

/* ---- sizes ---- */

static void start(struct cell *cell)
{
	if (!cell_hidden(cell)) {
		cell->low = cell->high = cell->crowd.n;
		return;
	}
	cell->low = cell->crowd.n > 0;
	cell->high = cell->most;
}

/* Sizes are the most that any table counts, so a total may be smaller than its parts together: bounds
   that would cross meet instead, else they drive each other on for ever. */
static bool raise_low(struct cell *cell, int64_t bound)
{
	if (bound > cell->high)
		bound = cell->high;
	if (bound <= cell->low)
		return false;
	cell->low = bound;
	return true;
}

static bool lower_high(struct cell *cell, int64_t bound)
{
	if (bound < cell->low)
		bound = cell->low;
	if (bound >= cell->high)
		return false;
	cell->high = bound;
	return true;
}

static bool tighten(struct sheet *sheet, const struct line *line)
{
	struct cell *total = &sheet->cells[line->cells[0]];
	int64_t low = 0, high = 0;
	bool changed = false;
	size_t i;

	for (i = 1; i < line->count; i++) {
		low += sheet->cells[line->cells[i]].low;
		high += sheet->cells[line->cells[i]].high;
	}
	changed |= raise_low(total, low);
	changed |= lower_high(total, high);
	for (i = 1; i < line->count; i++) {
		struct cell *part = &sheet->cells[line->cells[i]], before = *part;

		changed |= raise_low(part, total->low - (high - part->high));
		changed |= lower_high(part, total->high - (low - before.low));
		low += part->low - before.low;
		high += part->high - before.high;
	}
	return changed;
}

void audit_sizes(struct sheet *sheet)
{
	bool changed = true;
	size_t pass, i;

	for (i = 0; i < sheet->rows * sheet->columns; i++)
		start(&sheet->cells[i]);
	for (pass = 0; changed && pass < MOST_PASSES; pass++) {
		changed = false;
		for (i = 0; i < sheet->line_count; i++)
			changed |= tighten(sheet, &sheet->lines[i]);
	}
}

/* ---- what the lines determine ---- */

/* One equation a line, one unknown a hidden cell. */
struct equations {
	size_t count, unknowns;
	double *matrix;
	size_t *cell_of; /* each unknown's */
};

static struct equations equations_of(const struct sheet *sheet)
{
	static double *matrix;
	static size_t *cell_of, *unknown_of;
	static size_t matrix_capacity, cell_capacity, unknown_capacity;
	size_t cells = sheet->rows * sheet->columns, i, j;
	struct equations all = { sheet->line_count, 0, NULL, NULL };

	cell_of = grow(cell_of, &cell_capacity, cells, sizeof(*cell_of));
	unknown_of = grow(unknown_of, &unknown_capacity, cells, sizeof(*unknown_of));
	for (i = 0; i < cells; i++) {
		unknown_of[i] = cell_hidden(&sheet->cells[i]) ? all.unknowns : NO_CELL;
		if (unknown_of[i] != NO_CELL)
			cell_of[all.unknowns++] = i;
	}
	matrix = grow(matrix, &matrix_capacity, all.count * all.unknowns + 1, sizeof(*matrix));
	memset(matrix, 0, all.count * all.unknowns * sizeof(*matrix));
	for (i = 0; i < sheet->line_count; i++)
		for (j = 0; j < sheet->lines[i].count; j++) {
			size_t unknown = unknown_of[sheet->lines[i].cells[j]];

			if (unknown != NO_CELL)
				matrix[i * all.unknowns + unknown] = j == 0 ? -1 : 1;
		}
	all.matrix = matrix;
	all.cell_of = cell_of;
	return all;
}

static void swap_rows(struct equations *all, size_t a, size_t b)
{
	size_t k;

	for (k = 0; k < all->unknowns; k++) {
		double held = all->matrix[a * all->unknowns + k];

		all->matrix[a * all->unknowns + k] = all->matrix[b * all->unknowns + k];
		all->matrix[b * all->unknowns + k] = held;
	}
}

/* Clears the column of the pivot (at `row`, `column`) in all other equations. */
static void clear_column(struct equations *all, size_t row, size_t column)
{
	double *pivot = &all->matrix[row * all->unknowns];
	double by = pivot[column];
	size_t i, k;

	for (k = 0; k < all->unknowns; k++)
		pivot[k] /= by;
	for (i = 0; i < all->count; i++) {
		double *other = &all->matrix[i * all->unknowns], times = other[column];

		if (i == row || fabs(times) < 1e-9)
			continue;
		for (k = 0; k < all->unknowns; k++)
			other[k] -= times * pivot[k];
	}
}

/* Gauss and Jordan; the number of equations that are left. */
static size_t eliminate(struct equations *all)
{
	size_t done = 0, column, i;

	for (column = 0; column < all->unknowns && done < all->count; column++) {
		size_t best = done;

		for (i = done; i < all->count; i++)
			if (fabs(all->matrix[i * all->unknowns + column]) >
				fabs(all->matrix[best * all->unknowns + column]))
				best = i;
		if (fabs(all->matrix[best * all->unknowns + column]) < 1e-9)
			continue;
		swap_rows(all, best, done);
		clear_column(all, done, column);
		done++;
	}
	return done;
}

/* The one unknown of an equation, or NO_CELL where it has several. */
static size_t alone(const struct equations *all, size_t equation)
{
	size_t found = NO_CELL, k;

	for (k = 0; k < all->unknowns; k++) {
		if (fabs(all->matrix[equation * all->unknowns + k]) < 1e-9)
			continue;
		if (found != NO_CELL)
			return NO_CELL;
		found = k;
	}
	return found == NO_CELL ? NO_CELL : all->cell_of[found];
}

static size_t determined(const struct sheet *sheet, const struct rule *rule)
{
	struct equations all = equations_of(sheet);
	size_t left = eliminate(&all), i;

	for (i = 0; i < left; i++) {
		size_t cell = alone(&all, i);

		if (cell != NO_CELL && cell_guarded(&sheet->cells[cell], rule, sheet->words))
			return cell;
	}
	return NO_CELL;
}

/* ---- both ---- */

size_t audit(struct sheet *sheet, const struct rule *rule)
{
	size_t i;

	audit_sizes(sheet);
	for (i = 0; i < sheet->rows * sheet->columns; i++) {
		const struct cell *cell = &sheet->cells[i];

		if (cell->reason != SHOWN &&
			(cell->high < rule->possible ||
				cell->high - cell->low + 1 < rule->possible))
			return i;
	}
	return determined(sheet, rule);
}
