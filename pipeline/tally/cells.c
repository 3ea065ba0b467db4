/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts arrays in a new order. */
#include "tally/cells.h"

#include <stdlib.h>

#include "kit/kit.h"

void *cells_reordered(void *cells, size_t width, const uint32_t *order, size_t rows)
{
	size_t capacity = 0, i;
	void *ordered;

	if (cells == NULL)
		return NULL;
	ordered = grow(NULL, &capacity, rows, width);
	switch (width) {
	case 1:
		for (i = 0; i < rows; i++)
			((uint8_t *)ordered)[i] = ((const uint8_t *)cells)[order[i]];
		break;
	case 2:
		for (i = 0; i < rows; i++)
			((uint16_t *)ordered)[i] = ((const uint16_t *)cells)[order[i]];
		break;
	case 4:
		for (i = 0; i < rows; i++)
			((uint32_t *)ordered)[i] = ((const uint32_t *)cells)[order[i]];
		break;
	default:
		for (i = 0; i < rows; i++)
			((uint64_t *)ordered)[i] = ((const uint64_t *)cells)[order[i]];
	}
	free(cells);
	return ordered;
}
