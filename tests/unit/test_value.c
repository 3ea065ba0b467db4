/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields as numbers: the whole grammar, and nothing beside it. */
#include "close.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/kit.h"

static struct value value(const char *text)
{
	return (struct value){ text, strlen(text) };
}

static void test_numbers(void **state)
{
	static const struct {
		const char *text;
		double number;
	} good[] = { { "0", 0 }, { "7", 7 }, { "007", 7 }, { "+1", 1 }, { "-1", -1 }, { ".5", 0.5 },
		{ "5.", 5 }, { "-.5", -0.5 }, { "1e3", 1000 }, { "1E+3", 1000 }, { "25e-2", 0.25 },
		{ "1.e1", 10 }, { "123456789", 123456789 }, { "1234567890", 1234567890 },
		{ "0.1", 0.1 }, { "1e308", 1e308 }, { "1e-400", 0 }, { "4.9e-324", 5e-324 },
		{ "999999999", 999999999 }, { "00000000000000000001", 1 },
		{ "9007199254740993", 9007199254740992.0 } };
	size_t i;
	double number;

	(void)state;
	for (i = 0; i < sizeof good / sizeof good[0]; i++) {
		assert_true(number_read(value(good[i].text), &number));
		assert_close(number, good[i].number, 0);
	}
}

/* Numbers of any count of digits and decimals are the doubles that strtod reads. */
static void test_short_numbers(void **state)
{
	unsigned long long random = 1;
	double number;
	char text[32];
	int i;

	(void)state;
	for (i = 0; i < 200000; i++) {
		unsigned long long mantissa;
		int digits, length;

		random = random * 6364136223846793005u + 1442695040888963407u;
		mantissa = (random >> 8) >> (random % 55);
		snprintf(text, sizeof text, "%020llu", mantissa);
		digits = 1 + (int)(random >> 40) % 17;
		memmove(text, text + 20 - digits, (size_t)digits + 1);
		length = digits;
		if (random >> 63 != 0) {
			int point = 1 + (int)(random >> 40) % digits;

			memmove(text + point + 1, text + point, (size_t)(digits - point) + 1);
			text[point] = '.';
			length++;
		}
		assert_true(number_read((struct value){ text, (size_t)length }, &number));
		if (number != strtod(text, NULL))
			fail_msg("'%s' was read as %.17g", text, number);
	}
}

static void test_no_numbers(void **state)
{
	static const char *const bad[] = { "", "nan", "NaN", "inf", "-inf", "Infinity", "0x10",
		"1,5", " 1", "1 ", "1 2", "+", "-", ".", "e5", "1e", "1e+", "1e5.0", "--1", "+-1",
		"1_000", "1'000", "1.2.3", "1e309", "-1e309", "12a", "a12", "0b1", "1f", "1d",
		"\xd9\xa1", "\xef\xbc\x91", "1\n", "\t1", "1%", "Rp1" };
	size_t i;
	double number;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (number_read(value(bad[i]), &number))
			fail_msg("'%s' was read as %g", bad[i], number);
	/* a field ends with its length, not with the text behind it */
	assert_true(number_read((struct value){ "12", 2 }, &number));
	assert_false(number_read((struct value){ "1\0002", 3 }, &number));
}

static void test_integers(void **state)
{
	static const struct {
		const char *text;
		int64_t integer;
	} good[] = { { "0", 0 }, { "-0", 0 }, { "+5", 5 }, { "-17", -17 }, { "0017", 17 },
		{ "9223372036854775807", INT64_MAX }, { "-9223372036854775808", INT64_MIN } };
	static const char *const bad[] = { "", "+", "-", "1.0", "1e3", " 1", "1 ", "0x1",
		"9223372036854775808", "-9223372036854775809", "1,000", "--1",
		"99999999999999999999" };
	size_t i;
	int64_t integer;

	(void)state;
	for (i = 0; i < sizeof good / sizeof good[0]; i++) {
		assert_true(integer_read(value(good[i].text), &integer));
		assert_true(integer == good[i].integer);
	}
	for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (integer_read(value(bad[i]), &integer))
			fail_msg("'%s' was read as %lld", bad[i], (long long)integer);
}

static void test_same_text(void **state)
{
	(void)state;
	assert_true(same_text(value("abc"), "abc"));
	assert_false(same_text(value("abc"), "ab"));
	assert_false(same_text(value("ab"), "abc"));
	assert_false(same_text(value("abc"), "ABC"));
	assert_true(same_text(value(""), ""));
	assert_true(missing(value("")));
	assert_false(missing(value(" ")));
}

static void test_without_a_number(void **state)
{
	(void)state;
	assert_close(number_or_nan(value("-2.5")), -2.5, 0);
	assert_true(isnan(number_or_nan(value(""))));
	assert_true(isnan(number_or_nan(value("1,5"))));
	assert_int_equal(integer_or(value("12"), -1), 12);
	assert_int_equal(integer_or(value(""), -1), -1);
	assert_int_equal(integer_or(value("1.5"), 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_short_numbers),
		cmocka_unit_test(test_no_numbers),
		cmocka_unit_test(test_integers),
		cmocka_unit_test(test_without_a_number),
		cmocka_unit_test(test_same_text),
	};

	return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
