/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates as spreadsheets and forms write them. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "raw/number.h"

static struct scratch scratch;

/* What a number comes to, or "-". */
static const char *number(const char *text, char decimal)
{
	struct value clean;

	return number_clean((struct value){ text, strlen(text) }, decimal, &scratch, &clean)
		? clean.text
		: "-";
}

static const char *date(const char *text, enum date_order order)
{
	struct value clean;

	return date_clean((struct value){ text, strlen(text) }, order, &scratch, &clean)
		? clean.text
		: "-";
}

static void points_between_thousands(void **state)
{
	static const struct {
		const char *text;
		enum grouping grouping;
	} rows[] = { { "1.436.934", GROUPED_TWICE }, { " -12.000.000 ", GROUPED_TWICE },
		{ "883.080", GROUPED_ONCE }, { "+5.000", GROUPED_ONCE }, { "0.125", NOT_GROUPED },
		{ "1234.567", NOT_GROUPED }, { "1.5", NOT_GROUPED }, { "1.43.934", NOT_GROUPED },
		{ "1.436.93", NOT_GROUPED }, { "1.436.9345", NOT_GROUPED },
		{ "1.436,934", NOT_GROUPED }, { ".436", NOT_GROUPED }, { "436", NOT_GROUPED },
		{ "1..436", NOT_GROUPED }, { "-", NOT_GROUPED }, { "", NOT_GROUPED },
		{ "1.436e3", NOT_GROUPED } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(
			number_grouping((struct value){ rows[i].text, strlen(rows[i].text) }),
			rows[i].grouping);
}

static void decimal_points(void **state)
{
	static const char *const pairs[][2] = {
		{ "7", "7" },
		{ " 7 ", "7" },
		{ "\xc2\xa0"
		  "7",
			"7" },
		{ "007", "7" },
		{ "+7", "7" },
		{ "-7", "-7" },
		{ "-0", "0" },
		{ "0.0", "0" },
		{ "-0.0", "0" },
		{ "7.0", "7" },
		{ "7.", "7" },
		{ ".5", "0.5" },
		{ "-.5", "-0.5" },
		{ "-00.50", "-0.5" },
		{ "100", "100" },
		{ "1e3", "1000" },
		{ "1.5E-2", "0.015" },
		{ "9007199254740993", "9007199254740993" },
		{ "0.1000000000000000055", "0.1000000000000000055" },
		{ "1,5", "-" },
		{ "1.500,5", "-" },
		{ "nan", "-" },
		{ "inf", "-" },
		{ "0x10", "-" },
		{ "1e309", "-" },
		{ "5%", "-" },
		{ "Rp 5", "-" },
		{ "1_000", "-" },
		{ ".", "-" },
		{ "-", "-" },
		{ "1 000", "-" },
		{ "\xe2\x88\x92"
		  "5",
			"-" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_string_equal(number(pairs[i][0], '.'), pairs[i][1]);
}

static void decimal_commas(void **state)
{
	static const char *const pairs[][2] = {
		{ "1,5", "1.5" },
		{ "-1,50", "-1.5" },
		{ ",5", "0.5" },
		{ "1.500", "1500" },
		{ "1.500,25", "1500.25" },
		{ "1.500.000", "1500000" },
		{ "12.345,6", "12345.6" },
		{ "7", "7" },
		{ "-99", "-99" },
		{ "1.5", "-" },
		{ "1.50,5", "-" },
		{ "1500.000", "-" },
		{ "1,5,5", "-" },
		{ "1,500.5", "-" },
		{ ".500", "-" },
		{ "1..500", "-" },
		{ "1.5000", "-" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_string_equal(number(pairs[i][0], ','), pairs[i][1]);
}

static void dates(void **state)
{
	(void)state;
	assert_string_equal(date("2021-09-13", DATES_YMD), "2021-09-13");
	assert_string_equal(date("2021-9-3", DATES_DMY), "2021-09-03");
	assert_string_equal(date("2021-07-05T10:58:34.147+03:00", DATES_YMD), "2021-07-05");
	assert_string_equal(date("2017-10-22 04:03:52", DATES_YMD), "2017-10-22");
	assert_string_equal(date("13/09/2021", DATES_DMY), "2021-09-13");
	assert_string_equal(date("16.11.2016", DATES_DMY), "2016-11-16");
	assert_string_equal(date("6/15/2021 8:34:53", DATES_MDY), "2021-06-15");
	assert_string_equal(date("29-2-2020", DATES_DMY), "2020-02-29");
	assert_string_equal(date("29-2-2021", DATES_DMY), "-");
	assert_string_equal(date("29-2-1900", DATES_DMY), "-");
	assert_string_equal(date("13/09/2021", DATES_MDY), "-");
	assert_string_equal(date("13/09/2021", DATES_YMD), "-");
	assert_string_equal(date("13/09/21", DATES_DMY), "-");
	assert_string_equal(date("44362.35755", DATES_DMY), "-");
	assert_string_equal(date("17 November 2016", DATES_DMY), "-");
	assert_string_equal(date("2021-09", DATES_YMD), "-");
	assert_string_equal(date("2021-09-130", DATES_YMD), "-");
	assert_string_equal(date("", DATES_YMD), "-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(points_between_thousands),
		cmocka_unit_test(decimal_points),
		cmocka_unit_test(decimal_commas),
		cmocka_unit_test(dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
