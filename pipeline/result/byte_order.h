/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and their places in byte order, so that rows are sorted by numbers. */
#ifndef RESULT_BYTE_ORDER_H
#define RESULT_BYTE_ORDER_H

#include "kit/kit.h"

struct byte_order {
	struct names *texts;
	struct name_trail trail;
	uint32_t *place; /* of each */
	size_t placed;
};

void byte_order_add(struct byte_order *order, const char *text);

/* Finds places when all texts were added; more may be added later, and it is called again then. */
void byte_order_settle(struct byte_order *order);

/* The place of a text that was added. */
uint32_t byte_order_of(struct byte_order *order, const char *text);

/* The same, or NO_PLACE of a text that was not added. */
#define NO_PLACE UINT32_MAX
uint32_t byte_order_find(const struct byte_order *order, const char *text);

#endif
