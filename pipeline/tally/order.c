/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one order of tally rows, and the counting together of too many distinct values. */
#include "tally/tally.h"

#include <stdlib.h>
#include <string.h>

static int compare_numbers(size_t left, size_t right)
{
	return (left > right) - (left < right);
}

static size_t group_number(const char *name)
{
	const struct groups *groups = groups_load();
	size_t i;

	if (*name == '\0')
		return 0;
	for (i = 0; i < groups->count && strcmp(groups->list[i].name, name) != 0; i++)
		;
	return i + 1;
}

static int compare_groups(const char *left, const char *right)
{
	int order = left == right ? 0 : compare_numbers(group_number(left), group_number(right));

	return order != 0 ? order : strcmp(left, right);
}

int tally_compare(const struct tally_row *left, const struct tally_row *right)
{
	int order;

	if ((order = compare_numbers(left->measure, right->measure)) != 0 ||
		(order = compare_numbers(left->round_from, right->round_from)) != 0 ||
		(order = compare_numbers(left->round, right->round)) != 0 ||
		(order = compare_groups(left->group, right->group)) != 0 ||
		(order = strcmp(left->group_value, right->group_value)) != 0 ||
		(order = compare_numbers(left->kind, right->kind)) != 0 ||
		(order = strcmp(left->cluster, right->cluster)) != 0 ||
		(order = strcmp(left->stratum, right->stratum)) != 0 ||
		(order = strcmp(left->arm, right->arm)) != 0)
		return order;
	return (left->value > right->value) - (left->value < right->value);
}

static int by_value(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

size_t tally_distinct(const struct tally_row *rows, size_t count)
{
	size_t capacity = 0, distinct = 0, i;
	int64_t *values;

	if (count <= DISTINCT_LIMIT)
		return count; /* no need to look closer */
	values = grow(NULL, &capacity, count, sizeof(*values));
	for (i = 0; i < count; i++)
		values[i] = rows[i].value;
	qsort(values, count, sizeof(*values), by_value);
	for (i = 0; i < count; i++)
		distinct += i == 0 || values[i] != values[i - 1];
	free(values);
	return distinct;
}

int64_t four_digits(int64_t value)
{
	int64_t unit = 1, size = value < 0 ? -value : value;

	while (size / unit >= 10000)
		unit *= 10;
	size = (size + unit / 2) / unit * unit;
	return value < 0 ? -size : size;
}

size_t tally_round_values(struct tally_row *rows, size_t count)
{
	struct exact value;
	size_t kept = 0, i;

	for (i = 0; i < count; i++) {
		struct tally_row row = rows[i];

		if (!row.rounded &&
			(exact_multiply_int64(exact_from_int64(row.value), row.n, &value) !=
				STAT_OK))
			refuse(NULL,
				SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
		if (!row.rounded)
			row.sum_y = value;
		row.rounded = true;
		row.value = four_digits(row.value);
		if (kept > 0 && rows[kept - 1].value == row.value &&
			strcmp(rows[kept - 1].arm, row.arm) == 0) {
			rows[kept - 1].n += row.n;
			exact_add(rows[kept - 1].sum_y, row.sum_y, &rows[kept - 1].sum_y);
			tally_add_weights(rows[kept - 1].weights, row.weights);
		} else {
			rows[kept++] = row;
		}
	}
	return kept;
}
