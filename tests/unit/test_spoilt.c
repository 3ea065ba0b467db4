/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that spreadsheets have spoilt. */
#include "close.h"

#include "kit/spoilt.h"

static void kinds(void **state)
{
	static const struct {
		const char *text;
		enum spoiling spoiling;
	} rows[] = { { "#NAME?", SPOILT_ERROR }, { "#####", SPOILT_ERROR }, { "#1", UNSPOILT },
		{ "1,2E+15", SPOILT_NUMBER }, { "1,23E+15", SPOILT_NUMBER },
		{ "3.27101E+15", SPOILT_NUMBER }, { "1E+15", SPOILT_NUMBER },
		{ "-2,5E-07", SPOILT_NUMBER }, { "12E+15", UNSPOILT }, { "1,2E15", UNSPOILT },
		{ "1.2e+15", UNSPOILT }, { "1,2E+1", UNSPOILT }, { "1,2E+15x", UNSPOILT },
		{ "E+15", UNSPOILT }, { "1-Mar", SPOILT_DATE }, { "03-Jan", SPOILT_DATE },
		{ "5-Agu", SPOILT_DATE }, { "12-Des-2021", SPOILT_DATE },
		{ "12-Dec-21", SPOILT_DATE }, { "1-Mei", SPOILT_DATE }, { "1-MAR", UNSPOILT },
		{ "1-mar", UNSPOILT }, { "1-Maret", UNSPOILT }, { "1-3", UNSPOILT },
		{ "D1-Mar", UNSPOILT }, { "111-Mar", UNSPOILT }, { "1-Mar-2", UNSPOILT },
		{ "1-", UNSPOILT }, { "1-M", UNSPOILT }, { "", UNSPOILT }, { "12", UNSPOILT } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(spoilt(rows[i].text), rows[i].spoiling);
}

static void whole_dates(void **state)
{
	(void)state;
	assert_true(date_shaped("2021-03-01"));
	assert_false(date_shaped("2021-03-011"));
	assert_false(date_shaped("2021-3-1"));
	assert_false(date_shaped("02021-03-01"));
	assert_false(date_shaped("2021"));
	assert_false(date_shaped(""));
}

static void each_kind_has_a_reason(void **state)
{
	(void)state;
	assert_null(spoilt_reason(UNSPOILT).en);
	assert_non_null(spoilt_reason(SPOILT_ERROR).id);
	assert_non_null(spoilt_reason(SPOILT_NUMBER).id);
	assert_non_null(spoilt_reason(SPOILT_DATE).id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds),
		cmocka_unit_test(whole_dates),
		cmocka_unit_test(each_kind_has_a_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
