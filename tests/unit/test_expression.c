/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: what they give, with and without missing answers. */
#include "close.h"

#include <string.h>

#include "questions.h"

static const struct {
	const char *expression, *answers, *result;
} results[] = {
	/* numbers, precedence, association */
	{ "1", "", "1" },
	{ ".5", "", "0.5" },
	{ "5.", "", "5" },
	{ "1 + 2 * 3", "", "7" },
	{ "(1 + 2) * 3", "", "9" },
	{ "10 - 3 - 2", "", "5" },
	{ "24 div 4 div 2", "", "3" },
	{ "24 div (4 div 2)", "", "12" },
	{ "2 * 7 mod 4", "", "2" },
	{ "-2 * 3", "", "-6" },
	{ "2 - -3", "", "5" },
	{ "---3", "", "-3" },
	{ "--3", "", "3" },
	{ "0 * -1", "", "0" },
	{ "-0", "", "0" },
	{ "1 + 1 = 2", "", "1" },
	{ "1 < 2 = 3 > 2", "", "1" },
	{ "1 = 1 and 2 = 3 or 4 = 4", "", "1" },
	{ "1 = 1 or 2 = 3 and 4 = 5", "", "1" },
	{ "(1 = 1 or 2 = 3) and 4 = 5", "", "0" },
	{ "(1=1)and(2=2)", "", "1" },
	{ "\t1\n+\r\n1 ", "", "2" },
	{ "1\xC2\xA0+\xC2\xA0"
	  "1",
		"", "2" },
	/* answers */
	{ "${a}", "a=5", "'5'" },
	{ "${ a }", "a=5", "'5'" },
	{ "${a}", "", "missing" },
	{ "${a} + ${b}", "a=5|b=2.5", "7.5" },
	{ "${a} + ${b}", "a=5", "missing" },
	{ "${a} * 2", "a=banyak", "missing" },
	{ "-${a}", "a=5", "-5" },
	{ "-${a}", "", "missing" },
	/* arithmetic at its edges */
	{ "1 div 0", "", "missing" },
	{ "1 mod 0", "", "missing" },
	{ "1 div (.1 + .2 - .3)", "", "missing" },
	{ "${a} * ${a}", "a=1e200", "missing" },
	{ "${a} div ${b}", "a=7|b=2", "3.5" },
	{ "7 mod 3", "", "1" },
	{ "-7 mod 3", "", "-1" },
	{ "7 mod -3", "", "1" },
	{ ".3 mod .1", "", "0" },
	{ "1.5 mod .5", "", "0" },
	{ "1.7 mod .5", "", "0.2" },
	/* comparison of numbers */
	{ ".1 + .2 = .3", "", "1" },
	{ ".1 + .2 <= .3", "", "1" },
	{ ".1 + .2 > .3", "", "0" },
	{ ".1 + .2 - .3 = 0", "", "1" },
	{ "${a} = 1", "a=1.0", "1" },
	{ "${a} = 1", "a=01", "1" },
	{ "${a} = 1", "a=ya", "missing" },
	{ "${a} != 1", "a=ya", "missing" },
	{ "${a} = 1", "", "missing" },
	{ "${a} != 1", "", "missing" },
	{ "3201014506780001 = 3201014506780002", "", "0" },
	{ "${a} >= 4", "a=4", "1" },
	{ "4 <= ${a}", "a=3", "0" },
	{ "${a} > 9", "a=10", "1" },
	/* comparison of texts */
	{ "${t} = 'koperasi'", "t=koperasi", "1" },
	{ "${t} = \"koperasi\"", "t=koperasi", "1" },
	{ "${t} = 'koperasi'", "t=bank", "0" },
	{ "${t} != 'koperasi'", "t=bank", "1" },
	{ "${t} = 'koperasi'", "t= koperasi", "0" },
	{ "${t} = 'koperasi'", "", "missing" },
	{ "${a} = '1'", "a=1", "1" },
	{ "${a} = '1'", "a=1.0", "0" },
	{ "${a} = ${b}", "a=1|b=1", "1" },
	{ "${a} = ${b}", "a=1|b=1.0", "0" },
	{ "${a} < ${b}", "a=9|b=10", "1" },
	{ "${a} < '10'", "a=9", "1" },
	{ "${t} < '2025-01-01'", "t=2024-11-30", "1" },
	{ "${t} >= '2025-01-01'", "t=2025-01-01", "1" },
	{ "${t} < 'ab'", "t=a", "1" },
	{ "${t} < '2'", "t=satu", "missing" },
	{ "1 = '1'", "", "1" },
	{ "1 = '1.0'", "", "1" },
	{ "'a' = 'a'", "", "1" },
	/* missing on purpose */
	{ "''", "", "missing" },
	{ "\"\"", "", "missing" },
	{ "${a} = ''", "", "1" },
	{ "${a} = ''", "a=0", "0" },
	{ "${a} != ''", "", "0" },
	{ "${a} != ''", "a=0", "1" },
	{ "'' = ${a}", "", "1" },
	{ "'' != ${a}", "a=5", "1" },
	{ "'' = ''", "", "1" },
	{ "(${a} + ${b}) = ''", "a=1", "1" },
	{ "${a} < ''", "a=1", "missing" },
	{ "if(${a} = 5, '', ${a})", "a=5", "missing" },
	{ "if(${a} = 5, '', ${a})", "a=4", "'4'" },
	{ "${a} = '' or ${a} > 3", "", "1" },
	/* if and coalesce */
	{ "if(${a} = 1, ${b}, ${c})", "a=1|b=7", "'7'" },
	{ "if(${a} = 1, ${b}, ${c})", "a=2|b=7", "missing" },
	{ "if(${a} = 1, ${b}, ${c})", "b=7|c=7", "missing" },
	{ "if(${a} = 1, 'ya', 'tidak')", "a=0", "'tidak'" },
	{ "if(${a}, 1, 0)", "a=2", "1" },
	{ "if(${a}, 1, 0)", "a=0", "0" },
	{ "if(${t}, 1, 0)", "t=ya", "missing" },
	{ "if(1 = 1, 2, 1 div 0)", "", "2" },
	{ "coalesce(${a}, ${b})", "b=3", "'3'" },
	{ "coalesce(${a}, ${b})", "a=2|b=3", "'2'" },
	{ "coalesce(${a}, ${b}, 0)", "", "0" },
	{ "coalesce(${a}, ${b})", "", "missing" },
	{ "if(coalesce(${a}, ${b}) >= 3, 1, 0)", "b=3", "1" },
	/* selected */
	{ "selected(${t}, 'koperasi')", "t=bank koperasi", "1" },
	{ "selected(${t}, 'koperasi')", "t=koperasi_lain bank", "0" },
	{ "selected(${t}, 'koperasi')", "t=lain_koperasi", "0" },
	{ "selected(${t}, 'koperasi')", "t=  koperasi  ", "1" },
	{ "selected(${t}, 'koperasi')", "", "missing" },
	{ "selected(${t}, 3)", "t=1 3 5", "1" },
	{ "selected(${t}, 3)", "t=1 33 5", "0" },
	{ "selected(${t}, ${a})", "t=1 3|a=3", "1" },
	{ "selected(${t}, ${a})", "t=1 3", "missing" },
	{ "selected(coalesce(${t}, ${a}), 'x')", "a=x y", "1" },
	{ "not(selected(${t}, 'x')) and ${t} != ''", "", "0" },
	{ "count-selected(${t})", "t= a  b c ", "3" },
	{ "count-selected(${t})", "t= ", "0" },
	{ "count-selected(${t})", "", "missing" },
	/* functions of numbers */
	{ "min(${a}, 10)", "a=24", "10" },
	{ "min(${a}, 10)", "", "missing" },
	{ "max(3, ${a}, 1)", "a=2", "3" },
	{ "max(3, ${a})", "a=x", "missing" },
	{ "round(2.5)", "", "3" },
	{ "round(-2.5)", "", "-2" },
	{ "round(2.4)", "", "2" },
	{ "round(-0.2)", "", "0" },
	{ "round(.285 * 100)", "", "29" },
	{ "round(1.005 * 100 div 100 * 10)", "", "10" },
	{ "round(1000000000001)", "", "1000000000001" },
	{ "round(${a})", "a=4503599627370497", "4503599627370497" },
	{ "round(.3 * 10)", "", "3" },
	{ "round(${a})", "", "missing" },
	{ "abs(-2)", "", "2" },
	{ "abs(${a})", "", "missing" },
	{ "not(${a} = 1)", "a=1", "0" },
	{ "not(0)", "", "1" },
	{ "not(${a})", "", "missing" },
	{ "true()", "", "1" },
	{ "false( )", "", "0" },
	{ "(${a} = 1) = true()", "a=1", "1" },
	{ "mean(2, ${a}, ${b}, ${c})", "a=1|b=2", "1.5" },
	{ "mean(2, ${a}, ${b}, ${c})", "a=1", "missing" },
	{ "mean(2, ${a}, ${b}, ${c})", "a=1|b=x|c=4", "2.5" },
	{ "mean(1, ${a})", "a=4", "4" },
	{ "sum(2, ${a}, ${b}, ${c})", "a=1|c=2", "3" },
	{ "sum(3, ${a}, ${b}, ${c})", "a=1|c=2", "missing" },
	{ "sum(2, ${a} >= 1, ${b} >= 1)", "a=1|b=0", "1" },
	/* scores */
	{ "score(${t})", "t=ya", "100" },
	{ "score(${t}) + 1", "t=tidak", "13.5" },
	{ "score(${t})", "t=mungkin", "missing" },
	{ "score(${t})", "", "missing" },
	/* against the baseline */
	{ "real(${a})", "a=50", "25" },
	{ "real(${a} + 10) * 2", "a=50|b=9", "missing" },
	{ "coalesce(real(${a}), -1)", "", "-1" },
	{ "real(${t})", "t=ya", "missing" },
	{ "percentile(${a})", "a=20", "40" },
	{ "percentile( real(${a}) div 2 )", "a=20", "10" },
	{ "percentile(${a}) > percentile(${b})", "a=20|b=10", "1" },
	{ "percentile(${a})", "a=-1", "missing" },
	{ "percentile(${a})", "", "missing" },
	{ "if(${a} > 0, percentile(${b}), 0)", "a=0|b=", "0" },
	/* as an indicator list has them */
	{ "if(selected(${t}, 'tidak_ada'), 0, min(${a}, 10))", "t=tidak_ada", "0" },
	{ "if(selected(${t}, 'tidak_ada'), 0, min(${a}, 10))", "t=bank|a=12", "10" },
	{ "if(${a} = 5, '', ${a} = 1 or ${a} = 2)", "a=2", "1" },
	{ "if(${a} = 5, '', ${a} = 1 or ${a} = 2)", "a=5", "missing" },
	{ "${a} + 0.5 * ${b} <= 10.5", "a=8|b=5", "1" },
	{ "count-selected(${t}) - selected(${t}, 'tidak_ada')", "t=rencana awasi", "2" },
	{ "6 - ${a}", "a=2", "4" },
};

static void gives_results(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof results / sizeof *results; i++)
		assert_result(results[i].expression, results[i].answers, results[i].result);
}

/* Kleene's tables, each cell from false, true and missing sides. */
static void connects_three_truths(void **state)
{
	static const enum truth and_table[3][3] = {
		{ TRUTH_FALSE, TRUTH_FALSE, TRUTH_FALSE },
		{ TRUTH_FALSE, TRUTH_TRUE, TRUTH_MISSING },
		{ TRUTH_FALSE, TRUTH_MISSING, TRUTH_MISSING },
	};
	static const enum truth or_table[3][3] = {
		{ TRUTH_FALSE, TRUTH_TRUE, TRUTH_MISSING },
		{ TRUTH_TRUE, TRUTH_TRUE, TRUTH_TRUE },
		{ TRUTH_MISSING, TRUTH_TRUE, TRUTH_MISSING },
	};
	static const enum truth not_table[3] = { TRUTH_TRUE, TRUTH_FALSE, TRUTH_MISSING };
	static const char *const sides[3] = { "0", "1", "" };
	struct value values[VARIABLES] = { { "", 0 } };
	struct expression *both = compile("${a} and ${b}"), *either = compile("${a} or ${b}");
	struct expression *neither = compile("not(${a} = 1)");
	size_t a, b;

	(void)state;
	for (a = 0; a < 3; a++) {
		values[0] = (struct value){ sides[a], strlen(sides[a]) };
		assert_int_equal(expression_truth(neither, values), not_table[a]);
		for (b = 0; b < 3; b++) {
			values[1] = (struct value){ sides[b], strlen(sides[b]) };
			assert_int_equal(expression_truth(both, values), and_table[a][b]);
			assert_int_equal(expression_truth(either, values), or_table[a][b]);
		}
	}
}

/* The text of an argument, without the blanks around it, and the lattice of its values. */
static void tells_what_percentile_is_asked_of(void **state)
{
	size_t before = asked_count;

	(void)state;
	compile("percentile( ${a}  div 4 ) + percentile(if(${d} > 1, ${d}, 0))");
	assert_int_equal(asked_count, before + 2);
	assert_string_equal(asked_distributions[before % MOST_ASKED].argument, "${a}  div 4");
	assert_int_equal(asked_distributions[before % MOST_ASKED].denominator, 4);
	assert_string_equal(
		asked_distributions[(before + 1) % MOST_ASKED].argument, "if(${d} > 1, ${d}, 0)");
	assert_int_equal(asked_distributions[(before + 1) % MOST_ASKED].denominator, 10);
}

static void tells_whether_prices_are_needed(void **state)
{
	(void)state;
	assert_true(expression_needs_prices(compile("1 + round(real(${a}))")));
	assert_false(expression_needs_prices(compile("percentile(${a})")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_results),
		cmocka_unit_test(connects_three_truths),
		cmocka_unit_test(tells_what_percentile_is_asked_of),
		cmocka_unit_test(tells_whether_prices_are_needed),
	};

	language = ENGLISH;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
