/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values come back from a series whatever its width, rescaled and reordered; indices sort by value. */
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tally/series.h"
#include "tally/sort.h"

enum { ROWS = 3000 };

static int64_t wanted[ROWS];

/* Value `i` of a series of so many different ones up to `most` in size. */
static int64_t value_of(size_t i, int64_t different, int64_t most)
{
	int64_t value = (int64_t)(i * 7919 % (size_t)different) * (most / different);

	return i % 31 == 0 ? NO_VALUE : i % 2 == 0 ? value : -value;
}

static void append(struct series *series, int64_t value)
{
	char text[32] = "";
	size_t length = value == NO_VALUE
		? 0
		: (size_t)snprintf(text, sizeof text, "%lld", (long long)value);
	struct value read = { text, length };

	if (!series_append_known(series, read))
		series_append(series, read, value);
}

static void assert_holds(const struct series *series)
{
	static int64_t values[ROWS];
	static uint32_t rows[ROWS];
	size_t i;

	assert_int_equal(series->rows, ROWS);
	for (i = 0; i < ROWS; i++)
		rows[i] = (uint32_t)i;
	series_pick(series, rows, ROWS, values);
	for (i = 0; i < ROWS; i++) {
		assert_true(values[i] == wanted[i] && series_value(series, i) == wanted[i]);
		rows[i] = i % 5 == 0 ? NO_ROW : (uint32_t)(ROWS - 1 - i);
	}
	series_pick(series, rows, ROWS, values);
	for (i = 0; i < ROWS; i++)
		assert_true(values[i] == (i % 5 == 0 ? NO_VALUE : wanted[ROWS - 1 - i]));
}

static void values_come_back(void **state)
{
	static const struct {
		int64_t different, most;
		unsigned width, multiplied;
	} kinds[] = { { 1, 0, 1, 1 }, { 5, 5, 1, 1 }, { 8, 8, 1, 1 }, { 9, 9, 1, 1 },
		{ 100, 1000000, 1, 1 }, { 100, (int64_t)1 << 60, 1, 1 }, { 1000, 1000000, 4, 4 },
		{ 1000, 2000000000, 4, 8 }, { 1000, (int64_t)1 << 40, 8, 8 } };
	static uint32_t order[ROWS];
	size_t kind, i;

	(void)state;
	for (kind = 0; kind < sizeof kinds / sizeof kinds[0]; kind++) {
		struct series series = { 0 };

		for (i = 0; i < ROWS; i++)
			append(&series,
				wanted[i] = value_of(i, kinds[kind].different, kinds[kind].most));
		assert_int_equal(series.width, kinds[kind].width);
		assert_holds(&series);
		assert_true(
			series_multiply(&series, 10, kinds[kind].most) == (kinds[kind].most == 0));
		assert_holds(&series);
		if (!series_multiply(&series, 3, INT64_MAX / 2))
			continue;
		for (i = 0; i < ROWS; i++)
			wanted[i] *= wanted[i] == NO_VALUE ? 1 : 3;
		assert_int_equal(series.width, kinds[kind].multiplied);
		assert_holds(&series);
		for (i = 0; i < ROWS; i++)
			order[i] = (uint32_t)((i * 1009 + 5) % ROWS);
		series_reorder(&series, order);
		for (i = 0; i < ROWS; i++)
			assert_true(series_value(&series, i) == wanted[order[i]]);
	}
}

/* A series that begins with few values and small ones, then gets more and larger ones. */
static void widths_grow(void **state)
{
	struct series series = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < ROWS; i++)
		append(&series,
			wanted[i] = i < 1000 ? (int64_t)i % 200
				: i < 2000   ? (int64_t)i * 1000
					     : -((int64_t)i << 40));
	assert_int_equal(series.width, 8);
	assert_holds(&series);
}

static int by_value(const void *left, const void *right)
{
	const struct sorted *a = left, *b = right;

	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	return (a->of > b->of) - (a->of < b->of);
}

static void values_are_sorted(void **state)
{
	static const int64_t mosts[] = { 1, 1000, 1 << 30, (int64_t)1 << 45, INT64_MAX / 4 };
	static struct sorted list[ROWS], room[ROWS], reference[ROWS];
	size_t kind, i;

	(void)state;
	for (kind = 0; kind < sizeof mosts / sizeof mosts[0]; kind++) {
		for (i = 0; i < ROWS; i++) {
			int64_t value =
				value_of(i, mosts[kind] < 900 ? mosts[kind] : 900, mosts[kind]);

			list[i].value = reference[i].value = value == NO_VALUE ? 0 : value;
			list[i].of = reference[i].of = (uint32_t)i;
		}
		qsort(reference, ROWS, sizeof *reference, by_value);
		sort_by_value(list, room, ROWS);
		for (i = 0; i < ROWS; i++) {
			assert_int_equal(list[i].value, reference[i].value);
			assert_int_equal(list[i].of, reference[i].of);
		}
	}
	sort_by_value(list, room, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_come_back),
		cmocka_unit_test(widths_grow),
		cmocka_unit_test(values_are_sorted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
