/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grows small lists in kept memory, so that lists in local variables leave nothing behind. */
#include "list.h"

#include <string.h>

#include "kit/kit.h"

void *list_extend(void *list, size_t *capacity, size_t need, size_t item_size)
{
	size_t wanted = *capacity < 8 ? 8 : *capacity;
	void *larger;

	if (need <= *capacity)
		return list;
	while (wanted < need)
		wanted *= 2;
	larger = keep(wanted * item_size);
	if (*capacity > 0)
		memcpy(larger, list, *capacity * item_size);
	*capacity = wanted;
	return larger;
}
