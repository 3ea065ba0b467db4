/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of a study become words of a command, and words a line that a shell reads back. */
#include "close.h"

#include <string.h>

#include "arguments.h"

/* Splits `text` and compares with the words that follow, ended by NULL. */
static void expect(const char *text, const char *const *wanted)
{
	struct arguments words = { 0 };
	size_t i;

	assert_true(arguments_split(&words, text));
	for (i = 0; wanted[i] != NULL; i++) {
		assert_true(i < words.count);
		assert_string_equal(words.word[i], wanted[i]);
	}
	assert_int_equal(words.count, i);
	assert_true(words.count == 0 || words.word[words.count] == NULL);
}

static void splits_at_blanks(void **state)
{
	(void)state;
	expect("", (const char *const[]){ NULL });
	expect(" \t ", (const char *const[]){ NULL });
	expect("one", (const char *const[]){ "one", NULL });
	expect("  --a=1\t--b  2 ", (const char *const[]){ "--a=1", "--b", "2", NULL });
}

static void keeps_what_stands_between_apostrophes(void **state)
{
	(void)state;
	expect("--label='two  words'", (const char *const[]){ "--label=two  words", NULL });
	expect("'' x", (const char *const[]){ "", "x", NULL });
	expect("'it''s'", (const char *const[]){ "it's", NULL });
	expect("''''", (const char *const[]){ "'", NULL });
	expect("a'b'c'd e'", (const char *const[]){ "abcd e", NULL });
}

static void gives_nothing_else_a_meaning(void **state)
{
	(void)state;
	expect("$(x) `y` ; | > * ~ \\ \" # &&",
		(const char *const[]){
			"$(x)", "`y`", ";", "|", ">", "*", "~", "\\", "\"", "#", "&&", NULL });
}

static void refuses_open_quotes_and_controls(void **state)
{
	static const char *const bad[] = { "'", "a 'b", "x'y''", "a\nb", "a\rb", "\033[31m",
		"\x7f" };
	struct arguments words = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(arguments_split(&words, bad[i]));
}

static void quotes_for_a_shell(void **state)
{
	(void)state;
	assert_string_equal(argument_for_shell("--a=b/c.csv"), "--a=b/c.csv");
	assert_string_equal(argument_for_shell(""), "''");
	assert_string_equal(argument_for_shell("two words"), "'two words'");
	assert_string_equal(argument_for_shell("it's"), "'it'\\''s'");
	assert_string_equal(argument_for_shell("$(x)"), "'$(x)'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(splits_at_blanks),
		cmocka_unit_test(keeps_what_stands_between_apostrophes),
		cmocka_unit_test(gives_nothing_else_a_meaning),
		cmocka_unit_test(refuses_open_quotes_and_controls),
		cmocka_unit_test(quotes_for_a_shell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
