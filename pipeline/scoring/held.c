/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds each row as the texts of its used fields one behind the other, each ended by NUL. */
#include "scoring/held.h"

#include <string.h>

struct held {
	size_t columns, count, room;
	const bool *used;
	const char **rows;
	struct value *values; /* of the row last asked for */
};

struct held *held_new(const bool *used, size_t columns)
{
	struct held *held = keep(sizeof(*held));
	size_t i;

	held->used = used;
	held->columns = columns;
	held->values = keep((columns + 1) * sizeof(*held->values));
	for (i = 0; i < columns; i++)
		held->values[i] = (struct value){ "", 0 };
	return held;
}

void held_add(struct held *held, const struct value *values)
{
	size_t size = 0, i;
	char *text, *at;

	for (i = 0; i < held->columns; i++)
		if (held->used[i])
			size += values[i].length + 1;
	text = at = keep(size + 1);
	for (i = 0; i < held->columns; i++)
		if (held->used[i]) {
			memcpy(at, values[i].text, values[i].length);
			at += values[i].length + 1;
		}
	held->rows = grow(held->rows, &held->room, held->count + 1, sizeof(*held->rows));
	held->rows[held->count++] = text;
}

size_t held_count(const struct held *held)
{
	return held->count;
}

const struct value *held_row(struct held *held, size_t row)
{
	const char *at = held->rows[row];
	size_t i;

	for (i = 0; i < held->columns; i++)
		if (held->used[i]) {
			held->values[i] = (struct value){ at, strlen(at) };
			at += held->values[i].length + 1;
		}
	return held->values;
}
