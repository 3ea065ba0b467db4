/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sides add up exactly in any size, and levels of loss stand at their limits. */
#include "close.h"

#include <math.h>

#include "people/loss.h"
#include "people/sides.h"
#include "stat/distribution.h"
#include "tally/store.h"

/* Below 5 % low, above 20 % high: as fractions of whole numbers say. */
static void levels_at_their_limits(void **state)
{
	(void)state;
	for (int64_t of = 1; of < 500; of++)
		for (int64_t lost = 0; lost <= of; lost++) {
			enum loss_level want = lost * 20 < of ? LOSS_LOW
				: lost * 5 > of               ? LOSS_HIGH
							      : LOSS_DISCUSS;

			assert_int_equal(loss_level(lost, of), want);
		}
	assert_int_equal(loss_level(5, 100), LOSS_DISCUSS);
	assert_int_equal(loss_level(20, 100), LOSS_DISCUSS);
	assert_int_equal(loss_level(INT64_MAX / 2, INT64_MAX), LOSS_HIGH);
}

/* 1 to 9 times 10^17: mean 5 x 10^17, variance 7.5 x 10^34, in whole numbers. */
static void large_values_add_up(void **state)
{
	static const int64_t unit = 100000000000000000;
	struct sides sides = { .part_count = 0 };
	struct moments moments;

	(void)state;
	sides_clear(&sides);
	for (int64_t i = 1; i <= 9; i++)
		sides_add(&sides, (size_t)(i - 1) / 3, OF_INTEREST, i * unit);
	sides_add(&sides, 3, OF_INTEREST, NO_VALUE);
	moments = side_moments(&sides, OF_INTEREST, 1);
	assert_int_equal(sides.side[OF_INTEREST].n_missing, 1);
	assert_close(moments.mean, 5e17, 0);
	assert_close(moments.variance, 7.5e34, 1e-15);
	assert_int_equal(side_clusters(&sides, OF_INTEREST), 3);
	assert_int_equal(side_clusters(&sides, COMPARED), 0);
}

/* Both sides of a village may come in any order; room is used again. */
static void sides_of_one_village(void **state)
{
	struct sides one = { .part_count = 0 }, other = { .part_count = 0 };

	(void)state;
	for (int again = 0; again < 2; again++) {
		sides_clear(&one);
		sides_clear(&other);
		for (size_t i = 0; i < 40; i++) {
			size_t village = i / 8, back = village * 8 + 7 - i % 8;

			sides_add(&one, village, i % 2, (int64_t)(i * i % 11));
			sides_add(&other, village, back % 2, (int64_t)(back * back % 11));
		}
		struct contrast a = sides_difference(&one, 10, .95);
		struct contrast b = sides_difference(&other, 10, .95);

		assert_int_equal(a.status, STAT_OK);
		assert_int_equal(a.clusters, 5);
		assert_close(a.estimate, b.estimate, 0);
		assert_close(a.std_error, b.std_error, 1e-15);
		assert_close(a.df, b.df, 1e-13);
		assert_int_equal(fewest_clusters(&one), 5);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(levels_at_their_limits),
		cmocka_unit_test(large_values_add_up),
		cmocka_unit_test(sides_of_one_village),
	};

	stat_begin();
	return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
