/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows whose respondent has one before them in the same round. */
#include "raw/again.h"

#include <stdlib.h>

#include "kit/kit.h"

struct again {
	uint32_t row, previous;
};

static struct again *agains; /* by row */
static size_t count, capacity;

void again_add(uint32_t row, uint32_t previous)
{
	agains = grow(agains, &capacity, count + 1, sizeof(*agains));
	agains[count++] = (struct again){ row, previous };
}

size_t again_count(void)
{
	return count;
}

uint32_t again_row(size_t which)
{
	return agains[which].row;
}

static int by_row(const void *left, const void *right)
{
	uint32_t a = ((const struct again *)left)->row, b = ((const struct again *)right)->row;

	return (a > b) - (a < b);
}

bool again_before(uint32_t row, uint32_t *previous)
{
	struct again wanted = { row, 0 }, *found;

	if (count == 0)
		return false;
	found = bsearch(&wanted, agains, count, sizeof(*agains), by_row);
	if (found != NULL)
		*previous = found->previous;
	return found != NULL;
}
