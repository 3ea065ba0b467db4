/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists that grow in memory which lives until the program ends. */
#ifndef LIST_H
#define LIST_H

#include <stddef.h>

/* As grow() of the kit, for small lists that nobody frees: `list` itself, or a larger copy of it in
 * kept memory, with room for `need` items of `item_size` bytes, the new ones zeroed. */
void *list_extend(void *list, size_t *capacity, size_t need, size_t item_size);

#endif
