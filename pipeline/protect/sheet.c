/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out a sheet's lines, and says of which people nothing may be told. */
#include "protect/sheet.h"

#include "kit/kit.h"

enum { BITS = 64, LEAST_SHARE = 3 };

const char *const reason_names[REASON_COUNT] = { "", "TOO_FEW_PEOPLE", "TOO_FEW_CLUSTERS",
	"SENSITIVE", "COMPLEMENT", "DIFFERENCE" };

/* ---- lines ---- */

void sheet_add_line(struct sheet *sheet, const struct line *line)
{
	sheet->lines = grow(
		sheet->lines, &sheet->line_capacity, sheet->line_count + 1, sizeof(*sheet->lines));
	sheet->lines[sheet->line_count++] = *line;
}

/* All arms of a column add up to its first row. */
static struct line down(const struct sheet *sheet, size_t column)
{
	struct line line = { sheet->rows, keep(sheet->rows * sizeof(*line.cells)) };
	size_t row;

	for (row = 0; row < sheet->rows; row++)
		line.cells[row] = row * sheet->columns + column;
	return line;
}

/* The values of a group, columns first to end, add up to everybody in the row. */
static struct line across(const struct sheet *sheet, size_t row, size_t first, size_t end)
{
	struct line line = { 1, keep((end - first + 1) * sizeof(*line.cells)) };
	size_t column;

	line.cells[0] = row * sheet->columns;
	for (column = first; column < end; column++)
		line.cells[line.count++] = row * sheet->columns + column;
	return line;
}

static void lay_lines(struct sheet *sheet, const size_t *variables)
{
	size_t row, column, end;
	struct line line;

	for (column = 0; column < sheet->columns && sheet->rows > 1; column++) {
		line = down(sheet, column);
		sheet_add_line(sheet, &line);
	}
	for (row = 0; row < sheet->rows; row++) {
		for (column = 1; column < sheet->columns; column = end) {
			for (end = column;
				end < sheet->columns && variables[end] == variables[column]; end++)
				;
			line = across(sheet, row, column, end);
			sheet_add_line(sheet, &line);
		}
	}
}

struct sheet sheet_new(size_t rows, size_t columns, const size_t *variables, size_t villages)
{
	struct sheet sheet = { .rows = rows,
		.columns = columns,
		.words = (villages + BITS - 1) / BITS,
		.cells = keep(rows * columns * sizeof(*sheet.cells)) };
	size_t i;

	for (i = 0; i < rows * columns; i++) {
		sheet.cells[i].printed = true;
		sheet.cells[i].most = UNKNOWN_SIZE;
		if (villages > 0)
			sheet.cells[i].crowd.villages = keep(sheet.words * sizeof(uint64_t));
	}
	lay_lines(&sheet, variables);
	return sheet;
}

/* ---- people ---- */

static void add_sum(struct exact *sum, struct exact term)
{
	if (exact_add(*sum, term, sum) != STAT_OK)
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
}

bool crowd_same(const struct crowd *a, const struct crowd *b)
{
	size_t i;

	for (i = 0; i < 2; i++)
		if (exact_compare(a->values[i].sum, b->values[i].sum) != 0 ||
			exact_compare(a->values[i].square, b->values[i].square) != 0)
			return false;
	return a->n == b->n;
}

void crowd_add(struct crowd *crowd, const struct crowd *more, size_t words)
{
	size_t i;

	crowd->n += more->n;
	for (i = 0; i < 2; i++) {
		add_sum(&crowd->values[i].sum, more->values[i].sum);
		add_sum(&crowd->values[i].square, more->values[i].square);
	}
	for (i = 0; i < words && crowd->villages != NULL && more->villages != NULL; i++)
		crowd->villages[i] |= more->villages[i];
}

static size_t village_count(const struct crowd *crowd, size_t words)
{
	size_t count = 0, i;
	uint64_t rest;

	for (i = 0; i < words; i++)
		for (rest = crowd->villages[i]; rest != 0; rest &= rest - 1)
			count++;
	return count;
}

/* n * sum of squares equals the square of the sum: everybody has the same value. */
static bool all_alike(const struct crowd *crowd, size_t which)
{
	struct exact left, right, sum = crowd->values[which].sum;

	return exact_multiply_int64(crowd->values[which].square, crowd->n, &left) == STAT_OK &&
		exact_multiply(sum, sum, &right) == STAT_OK && exact_compare(left, right) == 0;
}

/* Fewer than three have the attribute, or fewer than three lack it. */
static bool nearly_alike(const struct crowd *crowd, size_t which, int64_t scale)
{
	struct exact few, many, sum = crowd->values[which].sum;

	return exact_multiply_int64(exact_from_int64(LEAST_SHARE), scale, &few) != STAT_OK ||
		exact_multiply_int64(exact_from_int64(crowd->n - LEAST_SHARE), scale, &many) !=
		STAT_OK ||
		exact_compare(sum, few) < 0 || exact_compare(sum, many) > 0;
}

static bool tells_of_all(const struct crowd *crowd, const struct rule *rule)
{
	size_t which;

	for (which = 0; which < (rule->change ? 2 : 1); which++)
		if (all_alike(crowd, which) ||
			(rule->share && nearly_alike(crowd, which, rule->scale)))
			return true;
	return false;
}

enum reason crowd_unfit(const struct crowd *crowd, const struct rule *rule, size_t words)
{
	if (crowd->n < rule->people)
		return TOO_FEW_PEOPLE;
	if (crowd->villages != NULL && village_count(crowd, words) < rule->clusters)
		return TOO_FEW_CLUSTERS;
	if (rule->sensitive && tells_of_all(crowd, rule))
		return SENSITIVE;
	return SHOWN;
}

bool cell_guarded(const struct cell *cell, const struct rule *rule, size_t words)
{
	return cell->reason != SHOWN ||
		(!cell->printed && cell->crowd.n > 0 &&
			crowd_unfit(&cell->crowd, rule, words) != SHOWN);
}
