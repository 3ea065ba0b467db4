/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios of two rates against R and a worked example, refusals. */
#include "frozen.h"

#include "stat/distribution.h"
#include "stat/rate.h"

#include <unistd.h>

static void agrees_with_r(const char *name, int rows)
{
	struct frozen table = frozen_open(name);
	int cases = 0;

	for (; frozen_next(&table); cases++) {
		struct rate_ratio got = rate_ratio_exact(frozen_integer(&table, 0),
			frozen_double(&table, 1), frozen_integer(&table, 2),
			frozen_double(&table, 3), frozen_double(&table, 4));

		assert_int_equal(got.status, STAT_OK);
		if (isinf(got.ratio))
			assert_string_equal(table.field[5], "Inf");
		else
			assert_close(got.ratio, frozen_double(&table, 5), 1e-9);
		assert_close(got.conf_low, frozen_double(&table, 6), 1e-9);
		if (isinf(got.conf_high))
			assert_string_equal(table.field[7], "Inf");
		else
			assert_close(got.conf_high, frozen_double(&table, 7), 1e-9);
		assert_close(got.p_value, frozen_double(&table, 8), 1e-7);
	}
	fclose(table.file);
	assert_int_equal(cases, rows);
}

/* rates.csv by poisson.test */
static void ratios_agree_with_r(void **state)
{
	(void)state;
	agrees_with_r("rates.csv", 20);
}

/* rates_of_many.csv: thousands of millions of events, which the alarm would cut short if all were
 * looked at. */
static void many_events_end_at_once(void **state)
{
	(void)state;
	alarm(10);
	agrees_with_r("rates_of_many.csv", 6);
	alarm(0);
}

/* methods 9, G10 */
static void worked_example(void **state)
{
	struct rate_ratio got = rate_ratio_exact(56, 110, 35, 100, .95);

	(void)state;
	assert_close(got.ratio, 1.45454545454545, 1e-9);
	assert_close(got.conf_low, .936847700917, 1e-9);
	assert_close(got.conf_high, 2.286534324921, 1e-9);
	assert_close(got.p_value, .0927752099629034, 1e-7);
}

/* Sides exchanged turn the ratio over; rates alike have p = 1. */
static void sides_may_be_exchanged(void **state)
{
	struct rate_ratio one = rate_ratio_exact(12, 60, 30, 45, .95);
	struct rate_ratio other = rate_ratio_exact(30, 45, 12, 60, .95);

	(void)state;
	assert_close(one.ratio * other.ratio, 1, 1e-12);
	assert_close(one.conf_low * other.conf_high, 1, 1e-9);
	assert_close(one.p_value, other.p_value, 1e-9);
	assert_close(rate_ratio_exact(7, 10, 7, 10, .95).p_value, 1, 1e-12);
}

static void refuses(void **state)
{
	(void)state;
	assert_int_equal(rate_ratio_exact(0, 5, 0, 5, .95).status, STAT_NO_EVENTS);
	assert_int_equal(rate_ratio_exact(-1, 5, 2, 5, .95).status, STAT_BAD_INPUT);
	assert_int_equal(rate_ratio_exact(1, 0, 2, 5, .95).status, STAT_BAD_INPUT);
	assert_int_equal(rate_ratio_exact(1, 5, 2, 5, 1).status, STAT_BAD_INPUT);
	assert_int_equal(rate_ratio_exact((int64_t)1 << 32, 5, 2, 5, .95).status, STAT_OVERFLOW);
	assert_true(isnan(rate_ratio_exact(0, 5, 0, 5, .95).p_value));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ratios_agree_with_r),
		cmocka_unit_test(many_events_end_at_once),
		cmocka_unit_test(worked_example),
		cmocka_unit_test(sides_may_be_exchanged),
		cmocka_unit_test(refuses),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
