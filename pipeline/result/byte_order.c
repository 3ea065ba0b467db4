/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places of texts in byte order, found anew only when there are more of them. */
#include "result/byte_order.h"

#include <string.h>

void byte_order_add(struct byte_order *order, const char *text)
{
	if (order->texts == NULL)
		order->texts = names_new();
	name_follow(order->texts, &order->trail, text, strlen(text));
}

void byte_order_settle(struct byte_order *order)
{
	size_t *sorted, i;

	if (order->texts == NULL || name_count(order->texts) == order->placed)
		return;
	order->placed = name_count(order->texts);
	sorted = names_sorted(order->texts);
	order->place = keep(order->placed * sizeof(*order->place));
	for (i = 0; i < order->placed; i++)
		order->place[sorted[i]] = (uint32_t)i;
}

uint32_t byte_order_of(struct byte_order *order, const char *text)
{
	return order->place[name_follow(order->texts, &order->trail, text, strlen(text))];
}

uint32_t byte_order_find(const struct byte_order *order, const char *text)
{
	size_t number =
		order->texts == NULL ? NO_NAME : name_find(order->texts, text, strlen(text));

	return number == NO_NAME ? NO_PLACE : order->place[number];
}
