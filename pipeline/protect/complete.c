/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complementary suppression: the smallest neighbour goes, until the audit finds nothing. */
#include "protect/complete.h"

#include <string.h>

#include "kit/kit.h"
#include "protect/audit.h"

static bool can_go(const struct cell *cell)
{
	return cell->printed && cell->reason == SHOWN && cell->crowd.n > 0;
}

/* The smaller of two cells, the earlier one of equals; NO_CELL is none. */
static size_t smaller(const struct sheet *sheet, size_t a, size_t b)
{
	if (b == NO_CELL || !can_go(&sheet->cells[b]))
		return a;
	if (a == NO_CELL || sheet->cells[b].crowd.n < sheet->cells[a].crowd.n)
		return b;
	return sheet->cells[b].crowd.n == sheet->cells[a].crowd.n && b < a ? b : a;
}

static size_t smallest_of_line(const struct sheet *sheet, const struct line *line)
{
	size_t best = NO_CELL, i;

	for (i = 0; i < line->count; i++)
		best = smaller(sheet, best, line->cells[i]);
	return best;
}

static size_t smallest_beside(const struct sheet *sheet, size_t cell)
{
	size_t best = NO_CELL, i, j;

	for (i = 0; i < sheet->line_count; i++)
		for (j = 0; j < sheet->lines[i].count; j++)
			if (sheet->lines[i].cells[j] == cell)
				best = smaller(
					sheet, best, smallest_of_line(sheet, &sheet->lines[i]));
	for (i = 0; best == NO_CELL && i < sheet->rows * sheet->columns; i++)
		best = smaller(sheet, best, i);
	return best;
}

/* ---- lines ---- */

/* What is hidden in a line. */
struct hidden {
	size_t count, guarded, withheld;
	struct crowd crowd; /* all of them but the total */
};

static struct hidden hidden_in(
	const struct sheet *sheet, const struct rule *rule, const struct line *line)
{
	static uint64_t *villages;
	static size_t capacity;
	struct hidden hidden = { 0 };
	size_t i;

	if (sheet->words > 0) {
		villages = grow(villages, &capacity, sheet->words, sizeof(*villages));
		memset(villages, 0, sheet->words * sizeof(*villages));
		hidden.crowd.villages = villages;
	}
	for (i = 0; i < line->count; i++) {
		const struct cell *cell = &sheet->cells[line->cells[i]];

		if (!cell_hidden(cell))
			continue;
		hidden.count++;
		hidden.guarded += cell_guarded(cell, rule, sheet->words);
		hidden.withheld += cell->reason != SHOWN;
		if (i > 0)
			crowd_add(&hidden.crowd, &cell->crowd, sheet->words);
	}
	return hidden;
}

/* Withholds one more cell of a line that gives one away; false if it does not, or none is left. */
static bool complete_line(struct sheet *sheet, const struct rule *rule, const struct line *line)
{
	struct hidden hidden = hidden_in(sheet, rule, line);
	bool total_shown = !cell_hidden(&sheet->cells[line->cells[0]]);
	size_t next;

	if (hidden.guarded == 0)
		return false;
	if (hidden.count > 1 &&
		(!total_shown || crowd_unfit(&hidden.crowd, rule, sheet->words) == SHOWN))
		return false;
	next = smallest_of_line(sheet, line);
	if (next == NO_CELL)
		return false;
	sheet->cells[next].reason = hidden.withheld > 0 ? COMPLEMENT : DIFFERENCE;
	return true;
}

static void complete_lines(struct sheet *sheet, const struct rule *rule)
{
	bool changed = true;
	size_t i;

	while (changed) {
		changed = false;
		for (i = 0; i < sheet->line_count; i++)
			while (complete_line(sheet, rule, &sheet->lines[i]))
				changed = true;
	}
}

size_t sheet_complete(struct sheet *sheet, const struct rule *rule)
{
	size_t unsafe, next;

	for (;;) {
		complete_lines(sheet, rule);
		unsafe = audit(sheet, rule);
		next = unsafe == NO_CELL ? NO_CELL : smallest_beside(sheet, unsafe);
		if (next == NO_CELL)
			return unsafe;
		sheet->cells[next].reason =
			sheet->cells[unsafe].reason != SHOWN ? COMPLEMENT : DIFFERENCE;
	}
}

bool sheet_widen(struct sheet *sheet, size_t cell)
{
	size_t next = smallest_beside(sheet, cell);

	if (next == NO_CELL)
		return false;
	sheet->cells[next].reason = COMPLEMENT;
	return true;
}
