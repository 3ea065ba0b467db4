/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows packed and taken apart again, in dictionaries that fill up. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "raw/packed.h"

enum { ROWS = 5000, COLUMNS = 4 };

/* Row `number`: many different texts, few, one that is long now and then, and mostly nothing. */
static void row_of(size_t number, struct value *values, char text[COLUMNS][400])
{
	size_t i;

	snprintf(text[0], 400, "R%zu", number % 3000);
	snprintf(text[1], 400, "%zu", number % 7);
	snprintf(text[2], 400, "%0*zu", number % 10 == 0 ? 300 : 4, number % 3000);
	snprintf(text[3], 400, "%s", number % 100 == 0 ? "x" : "");
	for (i = 0; i < COLUMNS; i++)
		values[i] = (struct value){ text[i], strlen(text[i]) };
}

static void rows_come_back(void **state)
{
	static char text[COLUMNS][400];
	struct packing *packing = packing_new(COLUMNS, 0);
	size_t rows[ROWS];
	size_t i, j;
	struct value wanted[COLUMNS], got[COLUMNS];

	(void)state;
	for (i = 0; i < ROWS; i++) {
		row_of(i, wanted, text);
		rows[i] = packing_add(packing, wanted);
	}
	for (i = 0; i < ROWS; i++) {
		row_of(i, wanted, text);
		packing_get(packing, rows[i], got);
		for (j = 0; j < COLUMNS; j++) {
			assert_int_equal(got[j].length, wanted[j].length);
			assert_memory_equal(got[j].text, wanted[j].text, wanted[j].length);
		}
	}
}

/* Row `number`: what looks like a number, and is one or not. */
static void numbers_of(size_t number, struct value *values, char text[COLUMNS][400])
{
	static const char *const odd[] = { "0", "0.0", "00", "-0", ".5", "5.", "1.50", "007", "1e3",
		"999999999999999999", "1000000000000000000", "0.123456789", "0.1234567890", ".",
		"1.2.3", "" };
	size_t i;

	snprintf(text[0], 400, "%zu", number);
	snprintf(text[1], 400, "%zu.%03zu", number / 7, number % 1000);
	snprintf(text[2], 400, "%s%zu", number % 2 == 0 ? "0." : "-", number);
	snprintf(text[3], 400, "%s", odd[number % (sizeof odd / sizeof odd[0])]);
	for (i = 0; i < COLUMNS; i++)
		values[i] = (struct value){ text[i], strlen(text[i]) };
}

static void numbers_come_back_as_written(void **state)
{
	static char text[COLUMNS][400];
	struct packing *packing = packing_new(COLUMNS, 0);
	struct value wanted[COLUMNS], got[COLUMNS];
	size_t row;
	size_t i, j;

	(void)state;
	for (i = 0; i < 2 * ROWS; i++) {
		row_of(i, wanted, text); /* fills the dictionaries */
		packing_add(packing, wanted);
		numbers_of(i, wanted, text);
		row = packing_add(packing, wanted);
		packing_get(packing, row, got);
		for (j = 0; j < COLUMNS; j++) {
			assert_int_equal(got[j].length, wanted[j].length);
			assert_memory_equal(got[j].text, wanted[j].text, wanted[j].length);
		}
	}
}

static void rows_are_equal_by_their_values(void **state)
{
	static char text[COLUMNS][400];
	struct packing *packing = packing_new(COLUMNS, 0);
	size_t rows[2 * ROWS];
	struct value values[COLUMNS];
	size_t i;

	(void)state;
	for (i = 0; i < 2 * ROWS; i++) { /* the first ones in the dictionary, later ones not */
		numbers_of(i % ROWS, values, text);
		rows[i] = packing_add(packing, values);
	}
	for (i = 0; i < ROWS; i++) {
		assert_true(packing_equal(packing, rows[i], rows[i + ROWS]));
		assert_false(packing_equal(packing, rows[i], rows[i + ROWS - 1]));
	}
}

static void named_columns_hold_every_text(void **state)
{
	static char text[COLUMNS][400];
	struct packing *packing = packing_new(COLUMNS, 1);
	size_t rows[2 * ROWS];
	struct value first[COLUMNS], second[COLUMNS];
	size_t i;

	(void)state;
	for (i = 0; i < 2 * ROWS; i++) {
		numbers_of(i % ROWS, first, text);
		rows[i] = packing_add(packing, first);
	}
	for (i = 0; i < ROWS; i++) {
		packing_get(packing, rows[i], first);
		packing_get(packing, rows[i + ROWS], second);
		assert_ptr_equal(first[0].text, second[0].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_come_back),
		cmocka_unit_test(numbers_come_back_as_written),
		cmocka_unit_test(rows_are_equal_by_their_values),
		cmocka_unit_test(named_columns_hold_every_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
