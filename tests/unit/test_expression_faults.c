/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: each fault names its character and what was expected; limits; hostile input. */
#include "close.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "questions.h"

static char said[4096];

/* Compiles and keeps what was said in `said`. */
static struct expression *compile_with(
	const char *text, const struct expression_names *with, const struct place *at)
{
	FILE *file = tmpfile();
	int before = dup(STDERR_FILENO);
	struct expression *expression;
	size_t length;

	assert_non_null(file);
	fflush(stderr);
	dup2(fileno(file), STDERR_FILENO);
	expression = expression_compile(text, with, at);
	fflush(stderr);
	dup2(before, STDERR_FILENO);
	close(before);
	rewind(file);
	length = fread(said, 1, sizeof said - 1, file);
	said[length] = '\0';
	fclose(file);
	return expression;
}

static const struct {
	const char *expression, *english;
} faults[] = {
	{ "",
		"character 1: expected a number, a text, ${name} or a function, but the expression "
		"ends" },
	{ "   ", "character 4: expected a number" },
	{ "1 +", "character 4: expected a number" },
	{ "1 + * 2", "character 5: expected a number, a text, ${name} or a function, got *" },
	{ "(1 + 2", "character 7: expected `)`" },
	{ "1 2", "character 3: expected an operator" },
	{ "1)", "character 2: expected an operator" },
	{ "'\xC3\xA9' 2", "character 5: expected an operator" },
	{ "${a", "character 1: questions are written ${name}" },
	{ "$a", "character 1: questions are written ${name}" },
	{ "${ }", "names no question" },
	{ "1 + ${umur}", "character 5: there is no question ${umur}" },
	{ "umur > 5", "character 1: umur is no function; a question is written ${umur}" },
	{ "iff(1, 2, 3)", "unknown name iff; perhaps if is meant" },
	{ "IF(1, 2, 3)", "unknown name IF; perhaps if is meant" },
	{ "count_selected(${t})", "perhaps count-selected is meant" },
	{ "colesce(${a}, 1)", "perhaps coalesce is meant" },
	{ "average(${a}, ${b})", "unknown function average" },
	{ "1 AND 1", "character 3: expected an operator" },
	{ "real()", "arguments of real(): 1 needed, got 0" },
	{ "real(${a}, ${b})", "arguments of real(): 1 at most" },
	{ "percentile()", "arguments of percentile(): 1 needed, got 0" },
	{ "percentile(${a}", "character 16: expected `)` or an operator" },
	{ "percentile(1 + percentile(${a}))",
		"character 16: percentile() cannot stand inside percentile()" },
	{ "if(1, 2)", "arguments of if(): 3 needed, got 2" },
	{ "if(1, 2, 3, 4)", "character 13: arguments of if(): 3 at most" },
	{ "round(${a}, 2)", "arguments of round(): 1 at most" },
	{ "true(1)", "expected `)`" },
	{ "not()", "arguments of not(): 1 needed, got 0" },
	{ "min(1)", "arguments of min(): 2 needed, got 1" },
	{ "if(1; 2; 3)", "character 5: write , instead of ;" },
	{ "mean(${a}, ${b})", "mean() begins with the least number of answers" },
	{ "mean(0, ${a})", "mean() begins with" },
	{ "mean(1.5, ${a}, ${b})", "mean() begins with" },
	{ "sum(-1, ${a})", "sum() begins with" },
	{ "sum(999999999999, ${a})", "sum() begins with" },
	{ "sum(3, ${a}, ${b})", "character 5: sum() of 2 can never have 3 answers" },
	{ "sum(1)", "expected `,`" },
	{ "sum(1,)", "arguments of sum(): 1 needed, got 0" },
	{ "min(1,)", "character 7: expected a number" },
	{ "1 = 1and 2 = 2", "character 6: this does not belong to a number" },
	{ "score(1)", "character 7: expected a question ${name}, got 1" },
	{ "score(${a} + 1)", "expected `)`" },
	{ "selected(1 + 1, '2')", "selected() needs the answer to a question" },
	{ "count-selected(3)", "count-selected() needs the answer to a question" },
	{ "selected(${a}, '')", "a choice is one word" },
	{ "selected(${a}, 'x y')", "a choice is one word" },
	{ "selected(${a}, 1 + 1)", "expected `)` or an operator" },
	{ "selected(${a}, (1))", "expected a choice" },
	{ "selected(${a})", "arguments of selected(): 2 needed, got 1" },
	{ "1 < ${a} < 5", "two comparisons in a row" },
	{ "${a} = ${b} = ${c}", "two comparisons in a row" },
	{ "${a} == 1", "character 6: write = instead of ==" },
	{ "${a} <> 1", "write != instead of <>" },
	{ "${a} / 2", "write div instead of /" },
	{ "${a} && 1", "write and instead of &&" },
	{ "!${a}", "write not(...) instead of !" },
	{ "${a} \xE2\x89\xA5 1", "write >= instead of" },
	{ "${a} = \xE2\x80\x98ya\xE2\x80\x99", "write ' instead of" },
	{ ". > 5", "`.` stands for no question here" },
	{ "'abc", "character 1: this quote is never closed" },
	{ "1e3", "character 2: this does not belong to a number" },
	{ "1.2.3", "character 4: this does not belong to a number" },
	{ "1 # 2", "this character means nothing here" },
	{ "\x01", "this character means nothing here" },
	{ "\xFF\xFE", "this character means nothing here" },
};

static void faults_name_the_character(void **state)
{
	const struct place place = { "indicators.csv", 7, "calculation", NULL };
	size_t i, before;

	(void)state;
	for (i = 0; i < sizeof faults / sizeof *faults; i++) {
		before = fault_count();
		if (compile_with(faults[i].expression, &questions, &place))
			fail_msg("compiles: %s", faults[i].expression);
		assert_int_equal(fault_count(), before + 1);
		if (!strstr(said, faults[i].english))
			fail_msg("%s: said %s", faults[i].expression, said);
		assert_non_null(strstr(said, "indicators.csv:7: calculation: "));
	}
}

static void faults_speak_indonesian(void **state)
{
	(void)state;
	language = INDONESIAN;
	assert_null(compile_with("iff(1, 2, 3)", &questions, NULL));
	language = ENGLISH;
	assert_non_null(
		strstr(said, "karakter ke-1: nama iff tidak dikenal; mungkin maksudnya if"));
}

static void scores_only_where_there_are_any(void **state)
{
	struct expression_names without = questions;

	(void)state;
	without.score_denominator = NULL;
	assert_int_equal(expression_denominator(compile_with("score(${t})", &without, NULL)), 0);
	without.score = NULL;
	assert_null(compile_with("score(${t})", &without, NULL));
	assert_non_null(strstr(said, "choices have no scores here"));
}

static void the_baseline_only_where_there_is_one(void **state)
{
	struct expression_names without = questions;

	(void)state;
	without.real = NULL;
	assert_null(compile_with("1 + real(${a})", &without, NULL));
	assert_non_null(strstr(said, "character 5: real() cannot be used here"));
	without.distribution = NULL;
	assert_null(compile_with("percentile(${a})", &without, NULL));
	assert_non_null(strstr(said,
		"percentile() can only be used in the calculation of an indicator or a group"));
}

static void nests_deep_but_not_endlessly(void **state)
{
	(void)state;
	assert_result(nested("(", "7", ")", 256), "", "7");
	assert_null(compile_with(nested("(", "7", ")", 257), &questions, NULL));
	assert_non_null(strstr(said, "nested more than 256 deep"));
	assert_null(compile_with(nested("(", "7", "", 30000), &questions, NULL));
	assert_result(nested("1 or 1 and 1 = 1 + 1 * -(", "7", ")", 256), "", "1");
	assert_result(nested("if(1, ", "7", ", 0)", 256), "", "7");
	assert_null(compile_with(nested("abs(", "7", ")", 257), &questions, NULL));
}

static void long_expressions_are_fine_up_to_a_limit(void **state)
{
	(void)state;
	assert_result(nested("1+", "1", "", 16383), "", "16384");
	assert_result(nested("-", "1", "", 32766), "", "1");
	assert_null(compile_with(nested("-", "1", "", 32767), &questions, NULL));
	assert_non_null(strstr(said, "at most 32767 bytes"));
	assert_result(keep_format("mean(1%s)", nested("", "", ",2", 10000)), "", "2");
}

/* Random bytes, then pieces of expressions in random order: it compiles and runs, or is a fault. */
static void survive(const char *text)
{
	static const char *const answers[] = { "", "a=1|b=2|c=3|d=.5|e=0.25|g=ya|h=0|t=x y",
		"a=1e308|b=-1e308|c=nan|d=--|e=1e-308|t=   " };
	struct expression *expression = expression_compile(text, &questions, NULL);
	struct row row;
	size_t i;

	for (i = 0; expression && i < sizeof answers / sizeof *answers; i++) {
		struct operand result;

		set_row(&row, answers[i]);
		result = expression_evaluate(expression, row.values);
		if (result.kind == OPERAND_NUMBER)
			assert_true(isfinite(result.number));
		if (result.kind == OPERAND_TEXT)
			assert_true(memchr(result.text, '\0', result.length) == NULL);
	}
}

static void fuzz(void)
{
	static const char *const pieces[] = { "${a}", "${t}", "${", "}", "1", "0.5", ".", "'x'",
		"''", "'", "\"", "(", ")", ",", "+", "-", "*", "div", "mod", "=", "!=", "<",
		">=", "and", "or", " ", "if(", "coalesce(", "mean(2,", "sum(1,", "min(",
		"selected(${t},'x')", "score(${g})", "not(", "round(", "abs(", "real(",
		"percentile(", "true()", "count-selected(${t})", "\xE2\x80", "\xC2",
		"999999999999999999999", "e", ":", "\x7F" };
	size_t i, j;

	for (i = 0; i < 20000; i++) {
		char text[256] = "";
		size_t length = chance(60);

		for (j = 0; j < length; j++)
			text[j] = (char)(1 + chance(255));
		survive(text);
		for (text[0] = '\0', j = chance(16); j > 0; j--)
			append(text, pieces[chance(sizeof pieces / sizeof *pieces)]);
		survive(text);
		text[0] = '\0';
	}
	for (i = 0; i < 5000; i++) {
		char text[4096] = "";

		make_up(text, 2);
		text[chance((unsigned)strlen(text))] = (char)(1 + chance(255));
		survive(text);
	}
}

static void survives_hostile_input(void **state)
{
	int before = dup(STDERR_FILENO);

	(void)state;
	fflush(stderr);
	assert_non_null(freopen("/dev/null", "w", stderr));
	fuzz();
	fflush(stderr);
	dup2(before, STDERR_FILENO);
	close(before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_name_the_character),
		cmocka_unit_test(faults_speak_indonesian),
		cmocka_unit_test(scores_only_where_there_are_any),
		cmocka_unit_test(the_baseline_only_where_there_is_one),
		cmocka_unit_test(nests_deep_but_not_endlessly),
		cmocka_unit_test(long_expressions_are_fine_up_to_a_limit),
		cmocka_unit_test(survives_hostile_input),
	};

	language = ENGLISH;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
