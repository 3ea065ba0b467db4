/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Survey contrasts with few clusters: R's matrices by definition, identities and refusals. */
#include "stat/design_small.h"

#include <math.h>
#include <string.h>

#include "close.h"
#include "frozen.h"

enum { PARTS = 64, STRATA = 4 };

static const double mean_of[] = { 1 };
static const double change_of[] = { -1, 1 };
static const double did_of[] = { 1, -1, -1, 1 };

struct table {
	struct design_part parts[PARTS];
	double population[STRATA];
	size_t count;
};

static struct contrast small_of(
	const struct table *table, const double *coefficient, size_t cells, int64_t scale)
{
	const struct survey_design design = { STRATA, table->population, LONELY_ADJUST };
	struct contrast plain =
		design_contrast(table->parts, table->count, &design, coefficient, cells, scale, .95)
			.contrast;

	return design_small(table->parts, table->count, &design, coefficient, cells, &plain, .95);
}

static struct table empty_table(void)
{
	struct table table = { .count = 0 };

	for (size_t h = 0; h < STRATA; h++)
		table.population[h] = (double)NAN;
	return table;
}

static void add(struct table *table, size_t cluster, int64_t n, int64_t sum_wy)
{
	assert_true(table->count < PARTS);
	table->parts[table->count++] = (struct design_part){ 0, cluster, 0, n, exact_from_int64(n),
		exact_from_int64(sum_wy) };
}

/* The rows of design_small_parts.csv that belong to one case. */
static struct table read_case(struct frozen *parts, int *more, const char *name)
{
	struct table table = empty_table();

	for (; *more && strcmp(parts->field[0], name) == 0; *more = frozen_next(parts)) {
		size_t stratum = (size_t)frozen_integer(parts, 1);

		assert_true(table.count < PARTS && stratum < STRATA);
		table.parts[table.count++] = (struct design_part){ stratum,
			(size_t)frozen_integer(parts, 2), (size_t)frozen_integer(parts, 3),
			frozen_integer(parts, 4), exact_from_int64(frozen_integer(parts, 5)),
			exact_from_int64(frozen_integer(parts, 6)) };
		table.population[stratum] = frozen_double(parts, 7);
	}
	return table;
}

/* Uneven villages and weights, one to three strata, domains, finite populations; a stratum of a single
 * village, and one that was drawn whole. */
static void agrees_with_definition(void **state)
{
	struct frozen results = frozen_open("design_small.csv");
	struct frozen parts = frozen_open("design_small_parts.csv");
	int more = frozen_next(&parts);
	int cases = 0;

	(void)state;
	for (; frozen_next(&results); cases++) {
		const char *kind = results.field[1];
		size_t cells = strcmp(kind, "mean") == 0 ? 1 : strcmp(kind, "did") == 0 ? 4 : 2;
		const double *coefficient = cells == 1 ? mean_of : cells == 4 ? did_of : change_of;
		struct table table = read_case(&parts, &more, results.field[0]);
		struct contrast got = small_of(&table, coefficient, cells, 10);

		assert_int_equal(got.status, STAT_OK);
		assert_close(got.estimate, frozen_double(&results, 3), 1e-9);
		assert_close(got.std_error, frozen_double(&results, 4), 1e-9);
		assert_close(got.df, frozen_double(&results, 5), 1e-9);
		assert_close(got.p_value, frozen_double(&results, 6), 1e-7);
		assert_close(got.conf_low, frozen_double(&results, 7), 1e-9);
		assert_close(got.conf_high, frozen_double(&results, 8), 1e-9);
	}
	fclose(results.file);
	fclose(parts.file);
	assert_int_equal(cases, 56);
}

/* Equal villages need no correction: t of their means. */
static void leaves_equal_villages(void **state)
{
	static const int64_t sums[] = { 12, 15, 9, 22, 17 };
	struct table table = empty_table();
	struct contrast got, plain;
	const struct survey_design design = { STRATA, NULL, LONELY_REFUSE };

	(void)state;
	for (size_t g = 0; g < 5; g++)
		add(&table, g, 4, sums[g]);
	plain = design_contrast(table.parts, table.count, &design, mean_of, 1, 1, .95).contrast;
	got = small_of(&table, mean_of, 1, 1);
	assert_close(got.std_error, plain.std_error, 1e-13);
	assert_close(got.df, 4, 1e-13);
	assert_int_equal(got.clusters, 5);
}

/* Rows of one village and cell add up, so it does not matter how they are split. */
static void adds_rows_up(void **state)
{
	static const int64_t sums[] = { 12, 15, 9, 31 }, people[] = { 4, 5, 3, 8 };
	struct table whole = empty_table(), split = empty_table();
	struct contrast got, want;

	(void)state;
	for (size_t g = 0; g < 4; g++) {
		add(&whole, g, people[g], sums[g]);
		add(&split, g, 2, 5);
		add(&split, g, people[g] - 2, sums[g] - 5);
	}
	want = small_of(&whole, mean_of, 1, 1);
	got = small_of(&split, mean_of, 1, 1);
	assert_int_equal(want.status, STAT_OK);
	assert_close(got.std_error, want.std_error, 1e-13);
	assert_close(got.df, want.df, 1e-13);
}

/* A refusal stays what it was; two villages leave one degree of freedom. */
static void refuses(void **state)
{
	struct table table = empty_table();
	struct contrast got;

	(void)state;
	add(&table, 0, 4, 10);
	assert_int_equal(small_of(&table, mean_of, 1, 1).status, STAT_ONE_CLUSTER);
	add(&table, 1, 4, 10);
	assert_int_equal(small_of(&table, mean_of, 1, 1).status, STAT_ZERO_VAR);
	table.parts[1].sum_wy = exact_from_int64(11);
	got = small_of(&table, mean_of, 1, 1);
	assert_int_equal(got.status, STAT_OK);
	assert_close(got.df, 1, 1e-13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_definition),
		cmocka_unit_test(leaves_equal_villages),
		cmocka_unit_test(adds_rows_up),
		cmocka_unit_test(refuses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
