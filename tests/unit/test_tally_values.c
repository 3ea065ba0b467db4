/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values are counted alike in a table and by sorting, whatever the order of arms and people. */
#include "close.h"

#include <string.h>

#include "tally/values.h"

enum { UNITS = 5, ROWS = 4 * BATCH, MOST = 700, FIRST = 123456 };

static const struct unit units[UNITS] = { { "v1", "", "b" }, { "v2", "", "a" }, { "v3", "", "b" },
	{ "v4", "", "c" }, { "v5", "", "none" } };

static struct tally_row written[4 * MOST];
static struct tally_weights weights[4 * MOST];
static size_t count;

static void put(const struct tally_row *row)
{
	assert_true(count < 4 * MOST);
	written[count] = *row;
	if (row->weights != NULL) {
		weights[count] = *row->weights;
		written[count].weights = &weights[count];
	}
	count++;
}

/* Counts made-up people of all units but the last, and writes the rows. */
static size_t count_people(const struct store *store, struct reach reach, bool round)
{
	static struct observations seen;
	static uint32_t rows[BATCH];
	size_t batch, distinct, i;
	unsigned random = 1;

	values_begin(store, &reach);
	for (batch = 0; batch < ROWS / BATCH; batch++) {
		for (i = 0; i < BATCH; i++) {
			random = random * 1664525u + 1013904223u;
			rows[i] = (uint32_t)(batch * BATCH + i);
			seen.states[i] = random >> 28 == 0 ? OBSERVED_NOT : OBSERVED;
			seen.y[i] = seen.states[i] == OBSERVED
				? (int64_t)((random >> 8) % MOST) * 23 + FIRST
				: 0;
			seen.w[i] = seen.states[i] == OBSERVED
				? series_value(&store->weights, rows[i])
				: 0;
		}
		seen.rows = rows;
		seen.count = BATCH;
		values_add(&seen, 0, 100, batch % (UNITS - 1));
		values_add(&seen, 100, BATCH, (batch + 1) % (UNITS - 1));
	}
	count = 0;
	distinct = values_distinct();
	values_write((struct tally_row){ .group = "", .group_value = "" }, round, put);
	return distinct;
}

static size_t distinct_values(void)
{
	static bool met[23 * MOST];
	size_t distinct = 0, i;

	memset(met, 0, sizeof met);
	for (i = 0; i < count; i++) {
		distinct += !met[written[i].value - FIRST];
		met[written[i].value - FIRST] = true;
	}
	return distinct;
}

static void assert_alike(const struct store *store, bool round)
{
	static struct tally_row table[4 * MOST];
	static struct tally_weights table_weights[4 * MOST];
	size_t in_table, distinct, i;

	count_people(store, (struct reach){ FIRST, FIRST + 23 * MOST, 0 }, round);
	in_table = count;
	memcpy(table, written, sizeof written);
	memcpy(table_weights, weights, sizeof weights);
	distinct = count_people(store, (struct reach){ -1000000, 1000000, 0 }, round);
	assert_int_equal(count, in_table);
	assert_true(round ? distinct_values() < distinct : distinct_values() == distinct);
	for (i = 0; i < count; i++) {
		assert_string_equal(written[i].arm, table[i].arm);
		assert_true(written[i].value == table[i].value && written[i].n == table[i].n);
		assert_memory_equal(&written[i].sum_y, &table[i].sum_y, sizeof(struct exact));
		assert_memory_equal(
			&weights[i].sum_w, &table_weights[i].sum_w, sizeof(struct exact));
		assert_true(i == 0 || strcmp(written[i - 1].arm, written[i].arm) < 0 ||
			(written[i - 1].arm == written[i].arm &&
				written[i - 1].value < written[i].value));
	}
}

static void tables_and_lists_agree(void **state)
{
	struct store store = {
		.rows = ROWS, .unit_count = UNITS, .units = units, .weight_unit = 10
	};
	size_t i;

	(void)state;
	for (i = 0; i < ROWS; i++)
		series_append(&store.weights, (struct value){ "", 0 }, (int64_t)(i % 400 + 1));
	assert_alike(&store, false);
	assert_alike(&store, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_and_lists_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
