/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact decimals: reading, rounding and writing them, and snapping them to lattices. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "kit/decimal.h"

static struct value value_of(const char *text)
{
	return (struct value){ text, strlen(text) };
}

static struct decimal decimal_of(const char *text)
{
	struct decimal decimal = { 0, 0 };

	if (!decimal_read(value_of(text), &decimal))
		fail_msg("cannot read '%s'", text);
	return decimal;
}

static const struct {
	const char *text;
	int64_t units;
	int decimals;
} readable[] = {
	{ "0", 0, 0 },
	{ "-0", 0, 0 },
	{ "-0.000", 0, 0 },
	{ "0e9999999999999", 0, 0 },
	{ "7", 7, 0 },
	{ "007", 7, 0 },
	{ "-12.50", -125, 1 },
	{ ".5", 5, 1 },
	{ "5.", 5, 0 },
	{ "1.05e1", 105, 1 },
	{ "25e-2", 25, 2 },
	{ "1200e-2", 12, 0 },
	{ "0.00012", 12, 5 },
	{ "1000000.0000001", 10000000000001, 7 },
	{ "123456789012345678", 123456789012345678, 0 },
	{ "-0.123456789012345678", -123456789012345678, 18 },
	{ "1.10000000000000000000000000000000000000", 11, 1 },
	{ "1e17", 100000000000000000, 0 },
	{ "5.551115123125783e-17", 5551115123125783, 32 },
	{ "58.333333333333336", 58333333333333336, 15 },
	{ "1e-400", 1, 400 },
};

static void reads_numbers(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof readable / sizeof *readable; i++) {
		struct decimal decimal = decimal_of(readable[i].text);

		if (decimal.units != readable[i].units || decimal.decimals != readable[i].decimals)
			fail_msg("%s: %lld units, %d decimals", readable[i].text,
				(long long)decimal.units, decimal.decimals);
	}
}

static void refuses_what_is_no_exact_number(void **state)
{
	static const char *const refused[] = { "", "-", "+", ".", "e5", "1e", "1e+", "1,5", "1 ",
		" 1", "0x10", "nan", "inf", "1.2.3", "--1", "1e5.0", "1a", "1234567890123456789",
		"0.1234567890123456789", "1e18", "123456789e10", "1e-401", "1e99999999999999999999",
		"1e-99999999999999999999" };
	struct decimal decimal;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof refused / sizeof *refused; i++)
		if (decimal_read(value_of(refused[i]), &decimal))
			fail_msg("'%s' was read", refused[i]);
	assert_false(decimal_read((struct value){ NULL, 0 }, &decimal));
	assert_false(decimal_read((struct value){ "12", 1 }, &decimal));
}

static void rescales_without_loss(void **state)
{
	int64_t units = 0;

	(void)state;
	assert_true(decimal_rescale(decimal_of("1.5"), 3, &units));
	assert_int_equal(units, 1500);
	assert_true(decimal_rescale(decimal_of("-7"), 0, &units));
	assert_int_equal(units, -7);
	assert_true(decimal_rescale(decimal_of("9"), 18, &units));
	assert_true(units == 9000000000000000000);
	assert_false(decimal_rescale(decimal_of("10"), 18, &units));
	assert_false(decimal_rescale(decimal_of("1.55"), 1, &units));
	assert_false(decimal_rescale(decimal_of("1"), 19, &units));
}

static void rounds_halves_away_from_zero(void **state)
{
	static const struct {
		const char *text;
		int decimals;
		const char *rounded;
	} rounds[] = {
		{ "0.25", 1, "0.3" },
		{ "-0.25", 1, "-0.3" },
		{ "0.249999999999", 1, "0.2" },
		{ "0.95", 1, "1" },
		{ "9.5", 0, "10" },
		{ "0.1234567885", 9, "0.123456789" },
		{ "0.30000000000000004", 9, "0.3" },
		{ "5.551115123125783e-17", 9, "0" },
		{ "9e-300", 18, "0" },
		{ "999999999999999.999", 0, "1000000000000000" },
	};
	char text[32];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rounds / sizeof *rounds; i++) {
		size_t length = decimal_text(
			decimal_round(decimal_of(rounds[i].text), rounds[i].decimals), text);

		assert_string_equal(text, rounds[i].rounded);
		assert_int_equal(length, strlen(text));
	}
}

static void writes_short_texts_that_read_back(void **state)
{
	static const char *const texts[] = { "0", "-3", "0.25", "-0.001", "123456789012345678",
		"-0.123456789012345678", "100", "1.000000001", "0.000000000000000001" };
	char text[32];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		decimal_text(decimal_of(texts[i]), text);
		assert_string_equal(text, texts[i]);
	}
}

static void lattices_combine(void **state)
{
	(void)state;
	assert_int_equal(lattice_lcm(4, 6), 12);
	assert_int_equal(lattice_lcm(1, 10), 10);
	assert_int_equal(lattice_lcm(7, 7), 7);
	assert_int_equal(lattice_lcm(0, 3), 0);
	assert_int_equal(lattice_lcm(3, 0), 0);
	assert_int_equal(lattice_lcm(-2, 3), 0);
	assert_int_equal(lattice_lcm(LATTICE_LIMIT, 10), LATTICE_LIMIT);
	assert_int_equal(lattice_lcm(LATTICE_LIMIT, 3), 0);
	assert_int_equal(lattice_lcm(INT64_MAX, INT64_MAX - 1), 0);
	assert_int_equal(lattice_times(4, 6), 24);
	assert_int_equal(lattice_times(4, 0), 0);
	assert_int_equal(lattice_times(100000, 10000), LATTICE_LIMIT);
	assert_int_equal(lattice_times(100000, 10001), 0);
	assert_int_equal(lattice_times(INT64_MAX, 2), 0);
}

static const struct {
	const char *text;
	int64_t denominator;
	bool on;
	int64_t k;
} snaps[] = {
	{ "58.333333333", 3, true, 175 },
	{ "58.333333", 3, true, 175 },
	{ "58.333333333333", 3, true, 175 },
	{ "58.333333333333336", 3, true, 175 }, /* as a double is written */
	{ "58.333334", 3, true, 175 },          /* less than one unit away */
	{ "58.333335", 3, false, 0 },
	{ "58.33", 3, false, 0 },
	{ "8.333333333", 2, false, 0 },
	{ "12", 3, true, 36 },
	{ "12.000001", 1, true, 12 },
	{ "12.000002", 1, false, 0 },
	{ "0.5", 7, false, 0 }, /* not a rounded 4/7 */
	{ "0.5", 2, true, 1 },
	{ "0.384615385", 13, true, 5 },
	{ "0.76923076923", 13, true, 10 }, /* 0.769230769230 without its last zero */
	{ "0", 12, true, 0 },
	{ "1e-30", 12, true, 0 },
	{ "0.000000001", LATTICE_LIMIT, true, 1 },
	{ "999999999", LATTICE_LIMIT, true, 999999999000000000 },
	{ "99999999999", LATTICE_LIMIT, false, 0 },
	{ "1", 0, false, 0 },
	{ "1", (int64_t)LATTICE_LIMIT + 1, false, 0 },
};

static void snaps_to_the_lattice_or_refuses(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof snaps / sizeof *snaps; i++) {
		int64_t k = 0;
		bool on = lattice_snap(decimal_of(snaps[i].text), snaps[i].denominator, &k);

		if (on != snaps[i].on || (on && k != snaps[i].k))
			fail_msg("%s on 1/%lld: %d, %lld", snaps[i].text,
				(long long)snaps[i].denominator, on, (long long)k);
	}
}

/* k/Q as printf writes it, so that reading is tested without our own writing. */
static void assert_snaps(int64_t k, int64_t denominator, int decimals)
{
	char text[64];
	int64_t snapped = 0;

	snprintf(text, sizeof text, "%.*Lf", decimals, (long double)k / (long double)denominator);
	if (!lattice_snap(decimal_of(text), denominator, &snapped) || snapped != k)
		fail_msg("%s on 1/%lld: %lld, not %lld", text, (long long)denominator,
			(long long)snapped, (long long)k);
}

static void any_number_of_decimals_gives_one_point(void **state)
{
	static const int64_t denominators[] = { 1, 2, 3, 7, 12, 13, 60, 97, 420, 2520, 360360,
		499979 };
	size_t i;
	int64_t k;

	(void)state;
	for (i = 0; i < sizeof denominators / sizeof *denominators; i++)
		for (k = -3000; k <= 3000; k += 1 + (int64_t)i) {
			assert_snaps(k, denominators[i], 6);
			assert_snaps(k, denominators[i], 9);
			assert_snaps(k, denominators[i], 12);
		}
	for (k = 999999000; k < 1000001000; k += 7)
		assert_snaps(k, 999999937, 9);
}

static const struct {
	double number;
	int64_t denominator;
	int decimals;
	const char *text; /* NULL: none */
} computed[] = {
	{ 175.0 / 3, 3, 9, "58.333333333" },
	{ 175.0 / 3, 3, 6, "58.333333" },
	{ 175.0 / 3, 3, 12, "58.333333333333" },
	{ 2.0 / 3, 3, 9, "0.666666667" },
	{ -2.0 / 3, 3, 9, "-0.666666667" },
	{ 1e9 / 3, 3, 9, "333333333.333333333" },  /* beyond a double's digits, yet exact */
	{ 1e12 / 3, 3, 9, "333333333333.333333" }, /* 18 digits and no more */
	{ 0.1 + 0.2, 10, 9, "0.3" },
	{ 0.1 + 0.2, 0, 9, "0.3" },
	{ 2.5, 1, 9, "2.5" }, /* off its lattice: said as it is */
	{ 1e9 / 3, 0, 9, "333333333.333333" },
	{ 123456789012345680.0, 0, 9, "123456789012345680" },
	{ -0.0, 3, 9, "0" },
	{ -1e-12, 0, 9, "0" },
	{ 576460752303423488.0, 3, 9, "576460752303423488" },
	{ 1e18, 1, 9, NULL },
	{ -1e300, 1, 9, NULL },
	{ INFINITY, 1, 9, NULL },
	{ NAN, 0, 9, NULL },
};

static void computed_numbers_are_written_exactly(void **state)
{
	struct decimal decimal;
	char text[32];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof computed / sizeof *computed; i++) {
		bool is = decimal_of_number(computed[i].number, computed[i].denominator,
			computed[i].decimals, &decimal);

		assert_int_equal(is, computed[i].text != NULL);
		if (is) {
			decimal_text(decimal, text);
			assert_string_equal(text, computed[i].text);
		}
	}
}

/* Numbers without a lattice are rounded as printf rounds them, halves too. */
static void numbers_are_rounded_as_printf_rounds_them(void **state)
{
	unsigned long long random = 1;
	int i;

	(void)state;
	for (i = 0; i < 200000; i++) {
		struct decimal decimal, printed;
		char text[64];
		double number;
		int decimals, length;

		random = random * 6364136223846793005u + 1442695040888963407u;
		number = (double)(random >> 30) / (double)(1u << (random % 30));
		if (i % 4 == 0)
			number = round(number * 1000) / 1000;
		if (i % 2 == 0)
			number = -number;
		decimals = (int)(random >> 60) % 10;
		assert_true(decimal_of_number(number, 0, decimals, &decimal));
		length = snprintf(text, sizeof text, "%.0f", fabs(number));
		if (decimals > 15 - length)
			decimals = 15 - length; /* no more than 15 digits are written */
		length = snprintf(text, sizeof text, "%.*f", decimals, number);
		assert_true(decimal_read((struct value){ text, (size_t)length }, &printed));
		if (decimal.units != printed.units || decimal.decimals != printed.decimals)
			fail_msg("%.17g with %d decimals: %lld / 10^%d", number, decimals,
				(long long)decimal.units, decimal.decimals);
	}
}

/* Numbers written as berdaya writes them are read by a short way; with a sign, a zero or an exponent
 * that changes nothing they go the long one. */
static void both_ways_of_reading_agree(void **state)
{
	unsigned long long random = 1;
	int i;

	(void)state;
	for (i = 0; i < 100000; i++) {
		struct decimal read = { 0, 0 }, wanted = { 0, 0 };
		char text[64], other[80];
		int decimals = i % 13;

		random = random * 6364136223846793005u + 1442695040888963407u;
		snprintf(text, sizeof text, "%llu.%0*llu", (random >> 20) % ((unsigned)i % 7 + 1),
			decimals + 1, (random >> 40) % (1u << i % 24) * (i % 5 == 0 ? 1000u : 1u));
		snprintf(other, sizeof other, "%s%s%s", i % 3 == 0 ? "+" : "", text,
			i % 3 == 0 ? "" : "e0");
		assert_int_equal(decimal_read(value_of(text), &read),
			decimal_read(value_of(other), &wanted));
		if (read.units != wanted.units || read.decimals != wanted.decimals)
			fail_msg("%s is not %s", text, other);
	}
}

/* Any units with any decimals, zeros at their end too, are written as printf would, less those zeros. */
static void decimals_are_written_as_printf_writes_them(void **state)
{
	unsigned long long random = 1, power;
	int i, j, length;

	(void)state;
	for (i = 0; i < 100000; i++) {
		struct decimal decimal = { 0, i % 19 };
		char text[32], wanted[64];

		random = random * 6364136223846793005u + 1442695040888963407u;
		decimal.units = (int64_t)(random >> (4 + i % 60)) % 1000000000000000000;
		for (j = 0; i % 3 == 0 && j < i % 10 && decimal.units < 100000000000000000; j++)
			decimal.units *= 10;
		for (j = 0, power = 1; j < decimal.decimals; j++)
			power *= 10;
		length = snprintf(wanted, sizeof wanted, "%s%llu.%0*llu",
			i % 2 == 0 && decimal.units > 0 ? "-" : "",
			(unsigned long long)decimal.units / power, decimal.decimals,
			(unsigned long long)decimal.units % power);
		if (decimal.decimals == 0)
			length = (int)(strchr(wanted, '.') - wanted);
		while (decimal.decimals > 0 && wanted[length - 1] == '0')
			length--;
		length -= wanted[length - 1] == '.';
		wanted[length] = '\0';
		decimal.units = i % 2 == 0 ? -decimal.units : decimal.units;
		assert_int_equal(decimal_text(decimal, text), length);
		assert_string_equal(text, wanted);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_numbers),
		cmocka_unit_test(refuses_what_is_no_exact_number),
		cmocka_unit_test(rescales_without_loss),
		cmocka_unit_test(rounds_halves_away_from_zero),
		cmocka_unit_test(writes_short_texts_that_read_back),
		cmocka_unit_test(lattices_combine),
		cmocka_unit_test(snaps_to_the_lattice_or_refuses),
		cmocka_unit_test(any_number_of_decimals_gives_one_point),
		cmocka_unit_test(computed_numbers_are_written_exactly),
		cmocka_unit_test(numbers_are_rounded_as_printf_rounds_them),
		cmocka_unit_test(both_ways_of_reading_agree),
		cmocka_unit_test(decimals_are_written_as_printf_writes_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
