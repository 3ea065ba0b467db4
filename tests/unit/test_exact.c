/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 256-bit integers: against Python's integers, at the borders of the range, and as text. */
#include "frozen.h"

#include "stat/exact.h"

static struct exact parse(const char *text)
{
	struct exact value;

	if (!exact_from_text(text, strlen(text), 0, &value))
		fail_msg("cannot read '%s'", text);
	return value;
}

static void assert_result(enum stat_status status, struct exact got, const char *want)
{
	char text[EXACT_TEXT_SIZE];

	if (strcmp(want, "OVERFLOW") == 0) {
		assert_int_equal(status, STAT_OVERFLOW);
		return;
	}
	assert_int_equal(status, STAT_OK);
	exact_to_text(got, 0, text);
	assert_string_equal(text, want);
}

/* tests/reference/stat/exact.csv, made by exact.py */
static void arithmetic_agrees_with_python(void **state)
{
	struct frozen table = frozen_open("exact.csv");
	int rows = 0;

	(void)state;
	for (; frozen_next(&table); rows++) {
		struct exact a = parse(table.field[0]);
		struct exact b = parse(table.field[1]);
		struct exact result = { { 0 } };
		int64_t small;

		assert_result(exact_add(a, b, &result), result, table.field[2]);
		assert_result(exact_subtract(a, b, &result), result, table.field[3]);
		assert_result(exact_multiply(a, b, &result), result, table.field[4]);
		if (exact_to_int64(b, &small))
			assert_result(
				exact_multiply_int64(a, small, &result), result, table.field[4]);
		assert_close(exact_to_double(a), frozen_double(&table, 5), 0);
		assert_close(exact_ratio(a, b), frozen_double(&table, 6), 0);
		assert_int_equal(exact_compare(a, b), -exact_compare(b, a));
		assert_int_equal(exact_sign(a), exact_compare(a, exact_from_int64(0)));
	}
	fclose(table.file);
	assert_int_equal(rows, 721);
}

/* a b - c d is what multiplying and subtracting give, be the numbers small, large or both. */
static void products_are_subtracted(void **state)
{
	static const int64_t ends[] = { INT64_MIN, INT64_MAX, -1, 3 };
	struct frozen table = frozen_open("exact.csv");
	struct exact a[2] = { { { 0 } } }, b[2] = { { { 0 } } }, plus, minus, want, got;
	int compared = 0, rows = 0;

	(void)state;
	for (; frozen_next(&table); rows++) {
		a[rows % 2] = rows < 16 ? exact_from_int64(ends[rows % 4]) : parse(table.field[0]);
		b[rows % 2] = rows < 16 ? exact_from_int64(ends[rows / 4]) : parse(table.field[1]);
		if (exact_multiply(a[0], b[0], &plus) != STAT_OK ||
			exact_multiply(a[1], b[1], &minus) != STAT_OK ||
			exact_subtract(plus, minus, &want) != STAT_OK) {
			assert_int_equal(exact_subtract_products(a[0], b[0], a[1], b[1], &got),
				STAT_OVERFLOW);
			continue;
		}
		assert_int_equal(exact_subtract_products(a[0], b[0], a[1], b[1], &got), STAT_OK);
		assert_int_equal(exact_compare(got, want), 0);
		compared++;
	}
	fclose(table.file);
	assert_true(compared > 100 && compared < rows);
}

static void integers_go_in_and_out(void **state)
{
	static const int64_t values[] = { 0, 1, -1, INT64_MAX, INT64_MIN, INT64_MIN + 1 };
	const int128 most_negative = (int128)INT64_MIN * INT64_MIN * -2;
	char text[EXACT_TEXT_SIZE];
	int64_t back = 7;

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		assert_true(exact_to_int64(exact_from_int64(values[i]), &back));
		assert_true(back == values[i]);
		assert_true(exact_to_int64(exact_from_int128(values[i]), &back));
		assert_true(back == values[i]);
	}
	exact_to_text(exact_from_int128(most_negative), 0, text);
	assert_string_equal(text, "-170141183460469231731687303715884105728");
	assert_false(exact_to_int64(parse("9223372036854775808"), &back));
	assert_false(exact_to_int64(parse("-9223372036854775809"), &back));
	assert_true(back == INT64_MIN + 1);
}

static void division_rounds_down(void **state)
{
	static const struct {
		const char *value;
		uint32_t divisor;
		const char *quotient;
		uint32_t remainder;
	} rows[] = {
		{ "7", 2, "3", 1 },
		{ "-7", 2, "-4", 1 },
		{ "-8", 2, "-4", 0 },
		{ "0", 5, "0", 0 },
		{ "340282366920938463463374607431768211457", 4294967295u,
			"79228162532711081671548469249", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct exact quotient;
		uint32_t remainder;
		enum stat_status status;

		status = exact_divide(parse(rows[i].value), rows[i].divisor, &quotient, &remainder);
		assert_result(status, quotient, rows[i].quotient);
		assert_int_equal(remainder, rows[i].remainder);
		assert_int_equal(exact_divide(quotient, 0, &quotient, &remainder), STAT_BAD_INPUT);
	}
}

static void text_is_read_and_written(void **state)
{
	static const struct {
		const char *text;
		unsigned decimals;
		const char *units; /* NULL: refused */
		const char *again;
	} rows[] = {
		{ "12.5", 1, "125", "12.5" },
		{ "12.5", 3, "12500", "12.5" },
		{ "-3", 2, "-300", "-3" },
		{ "0", 9, "0", "0" },
		{ "-0.0", 1, "0", "0" },
		{ "0.001", 3, "1", "0.001" },
		{ "-0.050", 2, "-5", "-0.05" },
		{ "007.10", 1, "71", "7.1" },
		{ "100", 0, "100", "100" },
		{ "12.55", 1, NULL, NULL },
		{ "", 0, NULL, NULL },
		{ "-", 0, NULL, NULL },
		{ ".5", 1, NULL, NULL },
		{ "5.", 1, NULL, NULL },
		{ "+5", 1, NULL, NULL },
		{ "1e3", 3, NULL, NULL },
		{ " 1", 0, NULL, NULL },
		{ "1,5", 1, NULL, NULL },
		{ "1.2.3", 3, NULL, NULL },
		{ "1", 78, NULL, NULL },
		{ "--1", 0, NULL, NULL },
		{ "57896044618658097711785492504343953926634992332820282019728792003956564819967",
			0,
			"57896044618658097711785492504343953926634992332820282019728792003956564819"
			"967",
			"57896044618658097711785492504343953926634992332820282019728792003956564819"
			"967" },
		{ "57896044618658097711785492504343953926634992332820282019728792003956564819968",
			0, NULL, NULL },
		{ "1", 77, NULL, NULL },
		{ "0.00000000000000000000000000000000000000000000000000000000000000000000000000001",
			77, "1",
			"0."
			"00000000000000000000000000000000000000000000000000000000000000000000000000"
			"001" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct exact value = exact_from_int64(42);
		char text[EXACT_TEXT_SIZE];
		int read = exact_from_text(
			rows[i].text, strlen(rows[i].text), rows[i].decimals, &value);

		assert_int_equal(read, rows[i].units != NULL);
		if (read) {
			assert_int_equal(exact_compare(value, parse(rows[i].units)), 0);
			assert_int_equal(exact_to_text(value, rows[i].decimals, text),
				strlen(rows[i].again));
			assert_string_equal(text, rows[i].again);
		} else {
			assert_int_equal(exact_compare(value, exact_from_int64(42)), 0);
		}
	}
	assert_int_equal(exact_to_text(parse("1"), 78, (char[EXACT_TEXT_SIZE]){ "x" }), 0);
}

static void text_stops_at_its_length(void **state)
{
	struct exact value;

	(void)state;
	assert_true(exact_from_text("123,456", 3, 0, &value));
	assert_close(exact_to_double(value), 123, 0);
}

/* A sum does not depend on order or on how it is split. */
static void sums_split_and_merge(void **state)
{
	struct exact forward = { { 0 } };
	struct exact parts[3] = { { { 0 } }, { { 0 } }, { { 0 } } };
	uint64_t random = 1;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct exact term;

		random = random * 6364136223846793005u + 1442695040888963407u;
		term = exact_from_int64((int64_t)random);
		assert_int_equal(exact_multiply(term, term, &term), STAT_OK);
		if (i % 2)
			term = exact_negate(term);
		assert_int_equal(exact_add(forward, term, &forward), STAT_OK);
		assert_int_equal(exact_add(parts[i % 3], term, &parts[i % 3]), STAT_OK);
	}
	assert_int_equal(exact_add(parts[2], parts[0], &parts[2]), STAT_OK);
	assert_int_equal(exact_add(parts[2], parts[1], &parts[2]), STAT_OK);
	assert_int_equal(exact_compare(forward, parts[2]), 0);
}

static void statuses_have_names(void **state)
{
	static const char *const names[] = { "ok", "TOO_FEW", "ZERO_VAR", "ONE_CLUSTER",
		"NOT_IDENTIFIED", "LONELY_PSU", "DF<1", "NO_EVENTS", "NO_CHANGE", "NO_OVERLAP",
		"ALL_TIES", "ZERO_MEAN", "UNBOUNDED", "ONE_WAY", "TOO_FEW_WAYS", "OVERFLOW",
		"BAD_INPUT" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_string_equal(stat_status_name((enum stat_status)i), names[i]);
	assert_string_equal(stat_status_name((enum stat_status)99), "BAD_INPUT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arithmetic_agrees_with_python),
		cmocka_unit_test(products_are_subtracted),
		cmocka_unit_test(integers_go_in_and_out),
		cmocka_unit_test(division_rounds_down),
		cmocka_unit_test(text_is_read_and_written),
		cmocka_unit_test(text_stops_at_its_length),
		cmocka_unit_test(sums_split_and_merge),
		cmocka_unit_test(statuses_have_names),
	};

	return cmocka_run_group_tests_name("exact", tests, NULL, NULL);
}
