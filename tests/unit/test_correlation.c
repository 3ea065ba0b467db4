/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlations against R's cor.test, what is refused, and the rules of a link of the chain. */
#include "values.h"

#include "result/chain.h"
#include "stat/correlation.h"
#include "stat/distribution.h"

/* correlation.csv by cor.test (tests/reference/goals/reference.R) */
static void agrees_with_r(void **state)
{
	struct frozen table = frozen_open("correlation.csv");
	int cases = 0;

	(void)state;
	for (; frozen_next(&table); cases++) {
		double x[512], y[512];
		size_t n = parse_numbers(table.field[0], x);
		struct correlation got;

		assert_int_equal(parse_numbers(table.field[1], y), n);
		got = correlation_fisher(x, y, n, frozen_double(&table, 2));
		assert_int_equal(got.status, STAT_OK);
		assert_close(got.r, frozen_double(&table, 3), 1e-9);
		assert_close(got.conf_low, frozen_double(&table, 4), 1e-9);
		assert_close(got.conf_high, frozen_double(&table, 5), 1e-9);
	}
	fclose(table.file);
	assert_int_equal(cases, 30);
}

static void refuses(void **state)
{
	static const double x[] = { 1, 2, 4, 3, 5 }, tenths[] = { .1, .1, .1, .1, .1 };
	static const double odd[] = { 1, 2, (double)NAN, 3, 5 };

	(void)state;
	assert_int_equal(correlation_fisher(x, x, 3, .95).status, STAT_TOO_FEW);
	assert_int_equal(correlation_fisher(x, tenths, 5, .95).status, STAT_ZERO_VAR);
	assert_int_equal(correlation_fisher(tenths, x, 5, .95).status, STAT_ZERO_VAR);
	assert_int_equal(correlation_fisher(x, odd, 5, .95).status, STAT_BAD_INPUT);
	assert_int_equal(correlation_fisher(x, x, 5, 1).status, STAT_BAD_INPUT);
	assert_true(isnan(correlation_fisher(x, tenths, 5, .95).r));
}

static void links_are_judged_by_rule(void **state)
{
	static const enum chain_state want[4][4] = {
		{ CHAIN_CONSISTENT, CHAIN_REVERSED, CHAIN_NOT_YET, CHAIN_NOT_YET },
		{ CHAIN_REVERSED, CHAIN_CONSISTENT, CHAIN_NOT_YET, CHAIN_NOT_YET },
		{ CHAIN_REVERSED, CHAIN_REVERSED, CHAIN_NOT_YET, CHAIN_NOT_YET },
		{ CHAIN_NOT_YET, CHAIN_NOT_YET, CHAIN_NOT_YET, CHAIN_NOT_YET },
	};
	static const enum verdict_class classes[] = { CLASS_UP, CLASS_DOWN, CLASS_UNCLEAR,
		CLASS_TOO_EARLY };
	static const enum verdict_class never[] = { CLASS_REFUSED, CLASS_CHANGED, CLASS_COUNT };
	size_t i, j;

	(void)state;
	for (i = 0; i < 4; i++) {
		for (j = 0; j < 4; j++) {
			struct chain_verdict got = chain_judge(classes[i], classes[j]);

			assert_int_equal(got.state, want[i][j]);
			assert_string_not_equal(got.words.en, got.words.id);
		}
		for (j = 0; j < 3; j++) {
			assert_int_equal(
				chain_judge(classes[i], never[j]).state, CHAIN_NOT_MEASURED);
			assert_int_equal(
				chain_judge(never[j], classes[i]).state, CHAIN_NOT_MEASURED);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_r),
		cmocka_unit_test(refuses),
		cmocka_unit_test(links_are_judged_by_rule),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
