/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights of an index from the inverse covariance of its members, against R. */
#include "values.h"

#include "stat/index_weights.h"

enum { MOST = 8 };

/* index_weights.csv: matrix,covariance,condition,weights. */
static void weights_agree_with_r(void **state)
{
	struct frozen table = frozen_open("index_weights.csv");
	size_t tables = 0;

	(void)state;
	while (frozen_next(&table)) {
		double covariance[MOST * MOST], expected[MOST], weights[MOST];
		size_t count, i;
		struct index_weights found;

		count = parse_numbers(table.field[3], expected);
		assert_int_equal(parse_numbers(table.field[1], covariance), count * count);
		found = index_weights(covariance, count, weights);
		for (i = 0; i < count; i++)
			assert_close(weights[i], expected[i], 1e-9);
		assert_int_equal(found.status, isnan(expected[0]) ? STAT_ZERO_VAR : STAT_OK);
		if (found.status == STAT_OK)
			assert_close(found.condition, frozen_double(&table, 2), 1e-9);
		tables++;
	}
	assert_int_equal(tables, 7);
	fclose(table.file);
}

static void what_has_no_weights_is_refused(void **state)
{
	double weights[2], near[4] = { 1, 1 - 1e-9, 1 - 1e-9, 1 }, unknown[4] = { 1, NAN, NAN, 1 },
			   negative[4] = { 1, .9, .9, .8100001 };
	struct index_weights found = index_weights(near, 2, weights);

	(void)state;
	assert_int_equal(found.status, STAT_ZERO_VAR);
	assert_true(isnan(weights[0]) && found.condition > INDEX_WORST_CONDITION);
	assert_int_equal(index_weights(unknown, 2, weights).status, STAT_BAD_INPUT);
	assert_int_equal(index_weights(unknown, 0, weights).status, STAT_TOO_FEW);
	assert_int_equal(index_weights(negative, 2, weights).negative, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weights_agree_with_r),
		cmocka_unit_test(what_has_no_weights_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
