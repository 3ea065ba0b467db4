/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is remembered of short answers is what evaluating gives again, for expressions and rows made
 * up by chance; nothing is remembered where more than the answers decides. */
#include "close.h"

#include <math.h>

#include "questions.h"
#include "scoring/memo.h"

static double number_of(const struct expression *expression, const struct value *answers)
{
	double number;

	return operand_number(expression_evaluate(expression, answers), &number) ? number
										 : (double)NAN;
}

static void remembers_what_evaluating_gives(void **state)
{
	size_t remembered = 0, i, j;

	(void)state;
	for (i = 0; i < 200; i++) {
		char text[MADE_UP] = "";
		struct expression *expression;
		struct memo *memo;

		make_up(text, 3);
		expression = compile(text);
		memo = memo_new(expression);
		assert_true(memo == NULL || !expression_needs_prices(expression));
		for (j = 0; j < 2000; j++) {
			struct row row;
			struct memory *memory;

			make_up_row(&row);
			memory = memo_find(memo, row.values);
			if (memory == NULL)
				continue;
			if (!memory->filled) {
				memory->filled = true;
				memory->number = number_of(expression, row.values);
				continue;
			}
			remembered++;
			assert_close(memory->number, number_of(expression, row.values), 0);
		}
	}
	assert_true(remembered > 10000);
}

static void long_answers_and_prices_are_not_remembered(void **state)
{
	struct memo *memo = memo_new(compile("${a} + ${b}"));
	struct row row;

	(void)state;
	set_row(&row, "a=1|b=22");
	assert_null(memo_find(memo, row.values));
	set_row(&row, "a=1");
	assert_non_null(memo_find(memo, row.values));
	assert_null(memo_new(compile("real(${a})")));
	assert_null(memo_find(NULL, row.values));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(remembers_what_evaluating_gives),
		cmocka_unit_test(long_answers_and_prices_are_not_remembered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
