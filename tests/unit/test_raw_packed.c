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
	struct packing *packing = packing_new(COLUMNS);
	const unsigned char *rows[ROWS];
	size_t lengths[ROWS], i, j;
	struct value wanted[COLUMNS], got[COLUMNS];

	(void)state;
	for (i = 0; i < ROWS; i++) {
		row_of(i, wanted, text);
		rows[i] = packing_pack(packing, wanted, &lengths[i]);
	}
	for (i = 0; i < ROWS; i++) {
		row_of(i, wanted, text);
		packing_unpack(packing, rows[i], got);
		for (j = 0; j < COLUMNS; j++) {
			assert_int_equal(got[j].length, wanted[j].length);
			assert_memory_equal(got[j].text, wanted[j].text, wanted[j].length);
		}
	}
}

static void equal_rows_give_equal_bytes(void **state)
{
	static char text[COLUMNS][400];
	struct packing *packing = packing_new(COLUMNS);
	const unsigned char *first, *second;
	size_t first_length, second_length, i;
	struct value values[COLUMNS];

	(void)state;
	for (i = 0; i < 2 * ROWS; i++) { /* the first ones in the dictionary, later ones inline */
		row_of(i, values, text);
		first = packing_pack(packing, values, &first_length);
		second = packing_pack(packing, values, &second_length);
		assert_int_equal(first_length, second_length);
		assert_memory_equal(first, second, first_length);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_come_back),
		cmocka_unit_test(equal_rows_give_equal_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
