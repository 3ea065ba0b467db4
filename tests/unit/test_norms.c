/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is frozen at the baseline, against R: moments, quantiles, and places among the answers. */
#include <string.h>

#include "values.h"

#include "scoring/frequency.h"
#include "study/norms.h"

static struct frequency *frequency_of(const char *values, int64_t denominator)
{
	struct frequency *frequency = frequency_new(denominator);
	double numbers[512];
	size_t count = parse_numbers(values, numbers), i;

	for (i = 0; i < count; i++)
		assert_true(frequency_count(frequency, numbers[i]));
	return frequency;
}

static struct ranking ranking_of(struct frequency *frequency)
{
	const struct frequency_row *rows;
	size_t count = frequency_rows(frequency, &rows), i;
	struct ranking ranking = { 0 };

	for (i = 0; i < count; i++)
		ranking_add(&ranking, rows[i].value, rows[i].count);
	return ranking;
}

static int64_t denominator_of(const char *sample)
{
	return strcmp(sample, "thirds") == 0 ? 3 : strcmp(sample, "ties") == 0 ? 1 : 0;
}

/* norms.csv: sample,values,n,mean,sd,p5,p95,probes,places. 9 decimals are kept off the lattice. */
static void summaries_agree_with_r(void **state)
{
	struct frozen table = frozen_open("norms.csv");

	(void)state;
	while (frozen_next(&table)) {
		struct frequency_summary summary = frequency_summarise(
			frequency_of(table.field[1], denominator_of(table.field[0])));

		assert_int_equal(summary.n, frozen_integer(&table, 2));
		assert_close(summary.mean, frozen_double(&table, 3), 1e-12);
		assert_close(summary.sd, frozen_double(&table, 4), 1e-12);
		assert_close(summary.p5, frozen_double(&table, 5), 1e-9);
		assert_close(summary.p95, frozen_double(&table, 6), 1e-12);
	}
	fclose(table.file);
}

static void places_agree_with_r(void **state)
{
	struct frozen table = frozen_open("norms.csv");

	(void)state;
	while (frozen_next(&table)) {
		int64_t denominator = denominator_of(table.field[0]);
		struct ranking ranking = ranking_of(frequency_of(table.field[1], denominator));
		double probes[512], places[512], place;
		size_t count = parse_numbers(table.field[7], probes), i;

		assert_int_equal(parse_numbers(table.field[8], places), count);
		for (i = 0; i < count; i++) {
			assert_true(ranking_place(&ranking, probes[i], denominator, &place));
			assert_close(place, places[i], 1e-12);
		}
	}
	fclose(table.file);
}

/* .1 + .2 is no .3 in binary, and 2/3 + 2/3 no 4/3 with 9 decimals; on paper they are. */
static void ties_are_those_on_paper(void **state)
{
	struct frequency *tenths = frequency_new(0), *thirds = frequency_new(3);
	struct ranking ranking;
	double place;

	(void)state;
	assert_true(frequency_count(tenths, .1 + .2) && frequency_count(tenths, .3));
	ranking = ranking_of(tenths);
	assert_int_equal(ranking.count, 1);
	assert_true(ranking_place(&ranking, .4 - .1, 0, &place));
	assert_close(place, 50, 0);
	assert_true(frequency_count(thirds, 2. / 3 + 2. / 3) && frequency_count(thirds, 1));
	ranking = ranking_of(thirds);
	assert_true(ranking_place(&ranking, 4. / 3, 3, &place));
	assert_close(place, 75, 0);
}

static void missing_answers_do_not_count(void **state)
{
	struct frequency *frequency = frequency_of("1 NA 2 NA", 1);
	struct ranking nobody = { 0 };
	double place;

	(void)state;
	assert_int_equal(frequency_summarise(frequency).n, 2);
	assert_false(ranking_place(&nobody, 1, 1, &place));
	assert_int_equal(frequency_summarise(frequency_new(1)).n, 0);
	assert_true(isnan(frequency_summarise(frequency_new(1)).p5));
	assert_false(frequency_count(frequency, 1e18));
}

/* As many distinct values as make the hash grow, in two orders: the same rows. */
static void order_does_not_matter(void **state)
{
	struct frequency *up = frequency_new(0), *down = frequency_new(0);
	const struct frequency_row *first, *second;
	size_t count, i;

	(void)state;
	for (i = 0; i < 5000; i++) {
		frequency_count(up, (double)(i % 3000) / 8 - 100);
		frequency_count(down, (double)((4999 - i) % 3000) / 8 - 100);
	}
	count = frequency_rows(up, &first);
	assert_int_equal(count, 3000);
	assert_int_equal(frequency_rows(down, &second), count);
	for (i = 0; i < count; i++) {
		assert_int_equal(first[i].count, i < 2000 ? 2 : 1);
		assert_int_equal(first[i].count, second[i].count);
		assert_int_equal(first[i].value.units, second[i].value.units);
		assert_int_equal(first[i].value.decimals, second[i].value.decimals);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(summaries_agree_with_r),
		cmocka_unit_test(places_agree_with_r),
		cmocka_unit_test(ties_are_those_on_paper),
		cmocka_unit_test(missing_answers_do_not_count),
		cmocka_unit_test(order_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
