/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: the lattices that follow from their text, and that all results lie on them. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "kit/decimal.h"
#include "questions.h"

static void lists_variables_once(void **state)
{
	struct expression *expression = compile("${c} + ${a} * ${c} - score(${t}) + ${a}");
	size_t into[3] = { 9, 9, 9 };

	(void)state;
	assert_int_equal(expression_variables(expression, into, 2), 3);
	assert_int_equal(into[0], 2);
	assert_int_equal(into[1], 0);
	assert_int_equal(into[2], 9);
	assert_int_equal(expression_variables(expression, into, 3), 3);
	assert_int_equal(into[2], 7);
	assert_int_equal(expression_variables(compile("1 + 2"), into, 3), 0);
}

static const struct {
	const char *expression;
	int64_t denominator;
} lattices[] = {
	{ "${a}", 1 },
	{ "${d}", 10 },
	{ "${e}", 100 },
	{ "${t}", 0 },
	{ "0.125", 8 },
	{ "0.1234567891", 0 },
	{ "1234567890123456789", 0 },
	{ "${a} + 0.5", 2 },
	{ "${d} + ${e}", 100 },
	{ "${a} + ${t}", 0 },
	{ "${d} * ${d}", 100 },
	{ "${a} * 0.1", 10 },
	{ "${d} * 5", 2 },
	{ "${a} div 4", 4 },
	{ "${a} div -4", 4 },
	{ "${a} div 0.5", 1 },
	{ "${a} div (1 + 2)", 3 },
	{ "${a} div (2 * 3 - 10 div 5)", 4 },
	{ "${a} div '4'", 4 },
	{ "${a} div ${b}", 0 },
	{ "${a} div if(${b} = 1, 2, 4)", 0 },
	{ "${a} div 0", 1 },
	{ "${t} div 4", 0 },
	{ "${a} div 7 div 11", 77 },
	{ "${a} div 100000 div 100000", 0 },
	{ "${a} div 100000 div 100000 * 100000", 0 },
	{ "100 * (${a} - 1) div 4", 1 },
	{ "(${a} - 1) div 4 * 100", 1 },
	{ "100 * (${a} - 1) div 3", 3 },
	{ "${d} mod 1", 10 },
	{ "-${d}", 10 },
	{ "abs(${d})", 10 },
	{ "round(${d})", 1 },
	{ "round(${t})", 1 },
	{ "min(${d}, ${a} div 4)", 20 },
	{ "max(${d}, 2)", 10 },
	{ "sum(1, ${a}, ${d})", 10 },
	{ "mean(3, ${a}, ${b}, ${c})", 3 },
	{ "mean(2, ${a}, ${b}, ${c})", 6 },
	{ "mean(1, ${a}, ${b}, ${c}, ${d})", 120 },
	{ "mean(2, 2 * ${a}, 4 * ${b})", 1 },
	{ "mean(1, ${t}, ${a})", 0 },
	{ "if(${d} > 1, ${a}, 0.25)", 4 },
	{ "if(${d} > 1, 'ya', 'tidak')", 1 },
	{ "if(${t} = 5, '', ${a})", 1 },
	{ "coalesce(${d}, ${a} div 3, '')", 30 },
	{ "${t} = ${d}", 1 },
	{ "${t} < 5 and ${d}", 1 },
	{ "not(${t})", 1 },
	{ "${t} = ''", 1 },
	{ "selected(${t}, 'x')", 1 },
	{ "count-selected(${t}) div 6", 6 },
	{ "score(${t})", 2 },
	{ "true() div 2", 2 },
	{ "real(${a})", 0 },
	{ "round(real(${a}))", 1 },
	{ "percentile(${a})", 0 },
	{ "percentile(${t}) >= 50", 1 },
	{ "100 * (sum(3, ${a}, ${b}, ${c}) - 3) div 12", 3 },
	{ "(sum(3, ${a}, ${b}, ${c}) - 3) * 100 div 12", 3 },
	{ "(mean(3, ${a}, ${b}, ${c}) - 1) div 4 * 100", 3 },
	{ "(mean(2, ${a}, ${b}, ${c}) - 1) div 4 * 100", 6 },
};

static void lattices_follow_from_the_text(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof lattices / sizeof *lattices; i++) {
		int64_t got = expression_denominator(compile(lattices[i].expression));

		if (got != lattices[i].denominator)
			fail_msg("%s: 1/%lld", lattices[i].expression, (long long)got);
	}
}

/* The point of a result on its expression's lattice, from its text with `decimals` decimals. */
static int64_t point_of(struct expression *expression, const struct value *values, int decimals)
{
	struct operand result = expression_evaluate(expression, values);
	char text[64];
	struct decimal decimal;
	int64_t k = 0;

	assert_int_equal(result.kind, OPERAND_NUMBER);
	snprintf(text, sizeof text, "%.*f", decimals, result.number);
	assert_true(decimal_read((struct value){ text, strlen(text) }, &decimal));
	if (!lattice_snap(decimal, expression_denominator(expression), &k))
		fail_msg("%s is off the lattice", text);
	return k;
}

/* Both ways to write the percent of the maximum of three items from 1 to 5: 100 (sum - 3) / 12. */
static void both_forms_of_a_composite_tie(void **state)
{
	struct expression *sum = compile("(sum(3,${a},${b},${c})-3)*100 div 12");
	struct expression *mean = compile("(mean(3,${a},${b},${c})-1) div 4*100");
	static const char *const answers[] = { "1", "2", "3", "4", "5" };
	struct value values[VARIABLES] = { { "", 0 } };
	int combination, decimals;

	(void)state;
	assert_int_equal(expression_denominator(sum), expression_denominator(mean));
	for (combination = 0; combination < 125; combination++) {
		int a = combination % 5, b = combination / 5 % 5, c = combination / 25;

		values[0] = (struct value){ answers[a], 1 };
		values[1] = (struct value){ answers[b], 1 };
		values[2] = (struct value){ answers[c], 1 };
		for (decimals = 6; decimals <= 12; decimals += 3) {
			assert_int_equal(point_of(sum, values, decimals), 25 * (a + b + c));
			assert_int_equal(point_of(mean, values, decimals), 25 * (a + b + c));
		}
	}
}

/* What a result is written as, with any number of decimals, snaps to one point of its lattice. */
static void assert_on_lattice(const char *text, double number, int64_t denominator)
{
	struct decimal decimal;
	char digits[64];
	int64_t k = 0, other = 0;
	int decimals, fewest = denominator < 500000 ? 6 : 9;

	snprintf(digits, sizeof digits, "%.9f", number);
	if (fabs(number) < 1e6 &&
		(!decimal_read((struct value){ digits, strlen(digits) }, &decimal) ||
			!lattice_snap(decimal, denominator, &k)))
		fail_msg("%s = %s is not on 1/%lld", text, digits, (long long)denominator);
	assert_true(decimal_of_number(number, denominator, 9, &decimal));
	if (!lattice_snap(decimal, denominator, &other) || (fabs(number) < 1e6 && k != other))
		fail_msg("%s = %.17g is not on 1/%lld", text, number, (long long)denominator);
	for (decimals = fewest; decimals <= 12; decimals += 3) {
		assert_true(decimal_of_number(number, denominator, decimals, &decimal));
		assert_true(lattice_snap(decimal, denominator, &k));
		assert_int_equal(k, other);
	}
}

static void any_result_lies_on_its_lattice(void **state)
{
	size_t known = 0, i, row_number;

	(void)state;
	for (i = 0; i < 20000; i++) {
		char text[4096] = "";
		struct expression *expression;
		int64_t denominator;
		struct row row;

		make_up(text, 3);
		expression = compile(text);
		denominator = expression_denominator(expression);
		for (row_number = 0; row_number < 5 && denominator > 0; row_number++) {
			double number;

			make_up_row(&row);
			if (!operand_number(expression_evaluate(expression, row.values), &number))
				continue;
			assert_on_lattice(text, number, denominator);
			known += denominator > 1 && denominator < 500000;
		}
	}
	assert_true(known > 10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_variables_once),
		cmocka_unit_test(lattices_follow_from_the_text),
		cmocka_unit_test(both_forms_of_a_composite_tie),
		cmocka_unit_test(any_result_lies_on_its_lattice),
	};

	language = ENGLISH;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
