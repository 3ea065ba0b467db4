/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets above others: all people of a cell are among those of the cell above. */
#ifndef PROTECT_SETTLE_H
#define PROTECT_SETTLE_H

#include "protect/layout.h"

struct above {
	struct sheet *sheet;
	const struct layout *layout;
};

/*
 * Completes a sheet that lies below others (two at most): sizes are no larger than what readers know
 * of those above, and a cell is withheld where one above it is. True if that left too few sizes to a
 * cell and nothing beside it to withhold, so that more was withheld above, first where the size is
 * bounded closest: then the sheets above must be completed anew, and this one after them.
 */
bool settle(const struct layout *layout, struct sheet *sheet, const struct rule *rule,
	const struct above *above, size_t count);

#endif
