/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completes a sheet by what readers know of larger ones. */
#include "protect/settle.h"

#include "protect/audit.h"
#include "protect/complete.h"

/* A size that readers see, or the largest that they must reckon with. */
static int64_t known_size(const struct cell *cell)
{
	return cell_hidden(cell) ? cell->high : cell->crowd.n;
}

/* Sizes are no larger than above, and withheld where those above are. */
static void limit(const struct layout *layout, struct sheet *sheet, const struct above *above)
{
	size_t i;

	for (i = 0; i < sheet->rows * sheet->columns; i++) {
		size_t at = same_people(above->layout, layout, i);
		struct cell *cell = &sheet->cells[i];

		if (at == NO_CELL)
			continue;
		if (known_size(&above->sheet->cells[at]) < cell->most)
			cell->most = known_size(&above->sheet->cells[at]);
		if (cell->printed && cell->reason == SHOWN)
			cell->reason = above->sheet->cells[at].reason;
	}
}

/* Withholds more above an unsafe cell, first where its size is bounded closest; false if nothing is
 * left there. */
static bool widen(
	const struct layout *layout, size_t unsafe, const struct above *above, size_t count)
{
	size_t cells[2], best = 0, i;

	for (i = 0; i < count; i++) {
		cells[i] = same_people(above[i].layout, layout, unsafe);
		if (cells[i] != NO_CELL && cells[best] != NO_CELL &&
			known_size(&above[i].sheet->cells[cells[i]]) <
				known_size(&above[best].sheet->cells[cells[best]]))
			best = i;
	}
	for (i = 0; i < count; i++) {
		size_t which = (best + i) % count;

		if (cells[which] != NO_CELL && sheet_widen(above[which].sheet, cells[which]))
			return true;
	}
	return false;
}

bool settle(const struct layout *layout, struct sheet *sheet, const struct rule *rule,
	const struct above *above, size_t count)
{
	size_t unsafe, i;

	for (i = 0; i < sheet->rows * sheet->columns; i++)
		sheet->cells[i].most = UNKNOWN_SIZE;
	for (i = 0; i < count; i++)
		limit(layout, sheet, &above[i]);
	unsafe = sheet_complete(sheet, rule);
	return unsafe != NO_CELL && widen(layout, unsafe, above, count);
}
