/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values counted at 4 significant digits, and the one order of the rows of a tally. */
#include "close.h"

#include <stdlib.h>

#include "studies.h"
#include "tally/tally.h"
#include "tally/totals.h"

static void test_four_digits(void **state)
{
	static const struct {
		int64_t value, wanted;
	} known[] = { { 0, 0 }, { 7, 7 }, { 9999, 9999 }, { 10000, 10000 }, { 12344, 12340 },
		{ 12345, 12350 }, { 12355, 12360 }, { 99994, 99990 }, { 99995, 100000 },
		{ 1234499999, 1234000000 }, { 1234500000, 1235000000 },
		{ INT64_MAX / 4, 2306000000000000000 } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof known / sizeof known[0]; i++) {
		assert_true(four_digits(known[i].value) == known[i].wanted);
		assert_true(four_digits(-known[i].value) == -known[i].wanted);
	}
}

/* Sums of 64 bits are for small values and small weights both; a value of 0 makes no weight small. */
static void test_small_enough(void **state)
{
	(void)state;
	assert_true(small_enough(5, 0) && small_enough(0, 67108863) && small_enough(8191, 8192));
	assert_false(small_enough(8192, 8192));
	assert_false(small_enough(0, 67108864) || small_enough(0, 5000000000));
	assert_false(small_enough(67108864, 0) || small_enough(INT64_MAX, 2));
}

/* Order and zeros are kept, nothing moves by more than one in two thousand, a second time changes
 * nothing, and a value with more decimals is rounded as the same value with fewer. */
static void test_four_digits_anywhere(void **state)
{
	int64_t before = 0, value;
	int i;

	(void)state;
	for (i = 0, value = 1; i < 20000; i++, value += 1 + value / 700) {
		int64_t now = four_digits(value);

		assert_true(now >= before && four_digits(now) == now);
		assert_true(llabs(now - value) <= value / 2000);
		if (value < 1000000000)
			assert_true(four_digits(value * 1000000000) == now * 1000000000);
		before = now;
		if (value > INT64_MAX / 8)
			break;
	}
	assert_true(i > 10000);
}

static struct tally_row counted(const char *arm, int64_t value, int64_t n)
{
	return (struct tally_row){
		.kind = VALUE_ROW, .arm = arm, .value = value, .n = n, .group = ""
	};
}

static void assert_counted(const struct tally_row *row, int64_t value, int64_t n, int64_t sum)
{
	int64_t got;

	assert_true(row->rounded && row->value == value && row->n == n);
	assert_true(exact_to_int64(row->sum_y, &got) && got == sum);
}

static void test_values_are_counted_together(void **state)
{
	struct tally_row rows[] = { counted("a", -12345, 2), counted("a", 5, 3),
		counted("a", 12345, 1), counted("a", 12347, 4), counted("a", 12355, 1),
		counted("b", 12346, 2) };

	(void)state;
	rows[3].rounded = true; /* together already: two people of 12346 and two of 12348 */
	rows[3].sum_y = exact_from_int64(4 * 12347);
	assert_int_equal(tally_round_values(rows, 6), 5);
	assert_counted(&rows[0], -12350, 2, -24690);
	assert_counted(&rows[1], 5, 3, 15);
	assert_counted(&rows[2], 12350, 5, 12345 + 4 * 12347);
	assert_counted(&rows[3], 12360, 1, 12355);
	assert_counted(&rows[4], 12350, 2, 24692);
	assert_int_equal(tally_round_values(rows, 0), 0);
}

static void test_distinct_values(void **state)
{
	enum { MANY = 140000 };
	struct tally_row *rows = calloc(MANY, sizeof *rows);
	size_t i;

	(void)state;
	assert_non_null(rows);
	/* two arms with the same 65,536 values, then with one more */
	for (i = 0; i < MANY; i++)
		rows[i].value = (int64_t)(i % 65536) - 30000;
	assert_int_equal(tally_distinct(rows, 2 * 65536), 65536);
	rows[100].value = 1 << 20;
	assert_int_equal(tally_distinct(rows, 2 * 65536), 65537);
	assert_int_equal(tally_distinct(rows, 10), 10);
	assert_int_equal(tally_distinct(rows, 0), 0);
	free(rows);
}

/* Each of these rows comes before all that follow it. */
static void compare_rows(const void *folder)
{
	static const struct tally_row rows[] = {
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = VILLAGE_ROW,
			.cluster = "V1" },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = VILLAGE_ROW,
			.cluster = "V10" },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = VILLAGE_ROW,
			.cluster = "V2" },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = TOTAL_ROW,
			.stratum = "s1",
			.arm = "b" },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = TOTAL_ROW,
			.stratum = "s2",
			.arm = "a" },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = VALUE_ROW,
			.arm = "a",
			.value = 9 },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = VALUE_ROW,
			.arm = "b",
			.value = -2 },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.kind = VALUE_ROW,
			.arm = "b",
			.value = 1 },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.group = "zeta",
			.group_value = "10" },
		{ .measure = LEVEL,
			.round_from = NO_NAME,
			.round = 0,
			.group = "zeta",
			.group_value = "9" },
		{ .measure = LEVEL, .round_from = NO_NAME, .round = 0, .group = "alfa" },
		{ .measure = LEVEL, .round_from = NO_NAME, .round = 0, .group = "unknown" },
		{ .measure = LEVEL, .round_from = NO_NAME, .round = 1 },
		{ .measure = CHANGE, .round_from = 0, .round = 1 },
		{ .measure = CHANGE, .round_from = 0, .round = 2 },
		{ .measure = CHANGE, .round_from = 1, .round = 2 },
		{ .measure = BETTER, .round_from = 0, .round = 1 },
		{ .measure = WORSE, .round_from = 0, .round = 1 },
	};
	enum { ROWS = sizeof rows / sizeof rows[0] };
	struct tally_row filled[ROWS];
	size_t i, j;

	enter(folder);
	for (i = 0; i < ROWS; i++) {
		filled[i] = rows[i];
		filled[i].arm = rows[i].arm == NULL ? "" : rows[i].arm;
		filled[i].group = rows[i].group == NULL ? "" : rows[i].group;
		filled[i].group_value = rows[i].group_value == NULL ? "" : rows[i].group_value;
		filled[i].stratum = rows[i].stratum == NULL ? "" : rows[i].stratum;
		filled[i].cluster = rows[i].cluster == NULL ? "" : rows[i].cluster;
	}
	for (i = 0; i < ROWS; i++)
		for (j = 0; j < ROWS; j++)
			if ((tally_compare(&filled[i], &filled[j]) < 0) != (i < j) ||
				(tally_compare(&filled[i], &filled[j]) > 0) != (i > j))
				broken(NULL, "rows %zu and %zu", i, j);
}

static void test_order(void **state)
{
	static const struct tables tables = { .groups =
						      "group,calculation\nzeta,${a}\nalfa,${b}\n" };

	(void)state;
	assert_ended(stand_in(&tables, compare_rows), 0, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small_enough),
		cmocka_unit_test(test_four_digits),
		cmocka_unit_test(test_four_digits_anywhere),
		cmocka_unit_test(test_values_are_counted_together),
		cmocka_unit_test(test_distinct_values),
		cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}
