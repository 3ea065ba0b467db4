/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step-down max-T against R and a worked example, refusals, and what must not matter. */
#include "frozen.h"

#include "stat/distribution.h"
#include "stat/resample.h"

enum { TESTS = 6, VILLAGES = 40, PARTS = VILLAGES * 4, DRAWS = 10000 };

static const double mean_weight[] = { 1 };
static const double arms_weight[] = { -1, 1 };
static const double did_weight[] = { 1, -1, -1, 1 };

/* A family in the making. */
struct table {
	struct cluster_cell parts[TESTS][PARTS];
	struct family_test tests[TESTS];
	double work[TESTS][VILLAGES * 9];
	struct random_stream streams[VILLAGES];
	size_t count, villages;
};

static void add(
	struct table *table, size_t test, size_t village, size_t cell, int64_t n, int64_t sum)
{
	struct family_test *of = &table->tests[test];

	assert_true(test < TESTS && village < VILLAGES && of->part_count < PARTS);
	if (test >= table->count)
		table->count = test + 1;
	if (village >= table->villages)
		table->villages = village + 1;
	table->parts[test][of->part_count++] =
		(struct cluster_cell){ village, cell, n, exact_from_int64(sum) };
}

static struct tested_family judge(
	struct table *table, const double *weight, size_t cells, uint64_t seed, double alpha)
{
	double signs[VILLAGES];
	size_t order[TESTS];

	for (size_t i = 0; i < table->count; i++) {
		table->tests[i].parts = table->parts[i];
		table->tests[i].weight = weight;
		table->tests[i].cell_count = cells;
		table->tests[i].scale = 1;
		table->tests[i].work = table->work[i];
	}
	for (size_t g = 0; g < table->villages; g++) {
		char name[] = { (char)('0' + g), '\0' };

		table->streams[g] = random_begin(seed, name);
	}
	return resample_family(table->tests, table->count, table->streams, table->villages, DRAWS,
		alpha, signs, order);
}

/* ---- R ---- */

static void read_family(struct frozen *parts, int *more, const char *name, struct table *table)
{
	memset(table, 0, sizeof *table);
	for (; *more && strcmp(parts->field[0], name) == 0; *more = frozen_next(parts))
		add(table, (size_t)frozen_integer(parts, 1) - 1,
			(size_t)frozen_integer(parts, 2) - 1, (size_t)frozen_integer(parts, 3),
			frozen_integer(parts, 4), frozen_integer(parts, 5));
	assert_true(table->count > 1);
}

static struct tested_family judge_as(struct table *table, const char *design)
{
	if (strcmp(design, "change_pairs") == 0)
		return judge(table, mean_weight, 1, 1, 1);
	if (strcmp(design, "did_all") == 0)
		return judge(table, did_weight, 4, 1, 1);
	return judge(table, arms_weight, 2, 1, 1);
}

/* max_t.csv and max_t_parts.csv: every flip gone through by least squares on people's own rows */
static void agrees_with_r(void **state)
{
	static struct table table;
	struct frozen results = frozen_open("max_t.csv"), parts = frozen_open("max_t_parts.csv");
	int more = frozen_next(&parts), rows = 0;
	char last[8] = "";

	(void)state;
	for (; frozen_next(&results); rows++) {
		const struct family_test *test = &table.tests[frozen_integer(&results, 2) - 1];

		if (strcmp(last, results.field[0]) != 0) {
			struct tested_family family;

			read_family(&parts, &more, results.field[0], &table);
			family = judge_as(&table, results.field[1]);
			assert_int_equal(family.tested, table.count);
			assert_true(family.enumerated && family.status == STAT_OK);
			assert_int_equal(family.draws, frozen_integer(&results, 6));
		}
		snprintf(last, sizeof last, "%s", results.field[0]);
		assert_int_equal(test->status, STAT_OK);
		assert_close(test->p_value, frozen_double(&results, 4), 1e-15);
		assert_close(test->p_adjusted, frozen_double(&results, 5), 1e-15);
		assert_true(test->attainable <= test->p_value);
	}
	fclose(results.file);
	fclose(parts.file);
	assert_false(more);
	assert_true(rows > 25);
}

/* ---- worked example H7 of methods 9 ---- */

static void fill_example(struct table *table)
{
	static const int values[3][12] = { { 3, 2, 1, 4, 1, 3, 3, 0, 3, 0, 3, 5 },
		{ 1, 0, 1, 0, 0, 0, 1, 1, 0, -1, 1, 0 }, { 1, 0, 1, 1, 0, 1, 0, 2, -1, 1, 1, 0 } };

	memset(table, 0, sizeof *table);
	for (size_t test = 0; test < 3; test++)
		for (size_t i = 0; i < 12; i++)
			add(table, test, i, 0, 1, values[test][i]);
}

static void worked_example(void **state)
{
	static const double alone[] = { .001953125, .21875, .0625 };
	static const double together[] = { .001953125, .21875, .08984375 };
	static struct table table;
	struct tested_family family;

	(void)state;
	fill_example(&table);
	family = judge(&table, mean_weight, 1, 1, .05);
	assert_true(family.enumerated && family.status == STAT_OK);
	assert_int_equal(family.draws, 4096);
	for (size_t i = 0; i < 3; i++) {
		assert_close(table.tests[i].p_value, alone[i], 0);
		assert_close(table.tests[i].p_adjusted, together[i], 0);
		assert_close(table.tests[i].attainable, 1. / 2048, 0);
	}
}

/* ---- what must not matter ---- */

/* The order of tests; that a test stands in a family, for its own p value. */
static void order_does_not_matter(void **state)
{
	static struct table table, turned, alone;

	(void)state;
	fill_example(&table);
	memset(&turned, 0, sizeof turned);
	memset(&alone, 0, sizeof alone);
	for (size_t test = 0; test < 3; test++)
		for (size_t i = 0; i < 12; i++)
			turned.parts[2 - test][i] = table.parts[test][i];
	turned.count = 3;
	turned.villages = alone.villages = 12;
	memcpy(alone.parts[0], table.parts[2], sizeof table.parts[2]);
	alone.count = 1;
	for (size_t test = 0; test < 3; test++)
		turned.tests[test].part_count = alone.tests[test].part_count = 12;
	judge(&table, mean_weight, 1, 1, .05);
	judge(&turned, mean_weight, 1, 1, .05);
	judge(&alone, mean_weight, 1, 1, .05);
	for (size_t test = 0; test < 3; test++) {
		assert_close(table.tests[test].p_value, turned.tests[2 - test].p_value, 0);
		assert_close(table.tests[test].p_adjusted, turned.tests[2 - test].p_adjusted, 0);
	}
	assert_close(alone.tests[0].p_value, table.tests[2].p_value, 0);
	assert_close(alone.tests[0].p_adjusted, alone.tests[0].p_value, 0);
}

/* ---- chance ---- */

static void fill_many(struct table *table, size_t villages)
{
	memset(table, 0, sizeof *table);
	for (size_t test = 0; test < 3; test++)
		for (size_t v = 0; v < villages; v++)
			add(table, test, v, 0, 3 + (int64_t)(v % 3),
				(int64_t)((v * 7 + v * v * (test + 1)) % 9) - 4 +
					(int64_t)(2 * test));
}

/* The same digits with the same seed; no adjusted value below the test's own, nor below what draws can
 * tell. */
static void draws_follow_from_the_seed(void **state)
{
	static struct table table, again;
	struct tested_family family;

	(void)state;
	fill_many(&table, 20);
	fill_many(&again, 20);
	family = judge(&table, mean_weight, 1, 5, .05);
	judge(&again, mean_weight, 1, 5, .05);
	assert_false(family.enumerated);
	assert_int_equal(family.draws, DRAWS);
	for (size_t test = 0; test < 3; test++) {
		assert_true(table.tests[test].p_value == again.tests[test].p_value);
		assert_true(table.tests[test].p_adjusted == again.tests[test].p_adjusted);
		assert_true(table.tests[test].p_adjusted >= table.tests[test].p_value);
		assert_true(table.tests[test].p_value >= 1. / (1 + DRAWS));
		assert_close(table.tests[test].attainable, 1. / (1 + DRAWS), 1e-15);
	}
	judge(&again, mean_weight, 1, 6, .05);
	assert_true(table.tests[0].p_value != again.tests[0].p_value);
	assert_true(fabs(table.tests[0].p_value - again.tests[0].p_value) < .03);
}

/* ---- refusals ---- */

/* A test that cannot be made is no member; with too few ways there is no adjusted value at all. */
static void refuses(void **state)
{
	static struct table table;
	struct tested_family family;

	(void)state;
	fill_example(&table);
	for (size_t i = 0; i < 12; i++)
		add(&table, 3, i, 0, 2, 4);
	add(&table, 4, 0, 0, 1, 4);
	family = judge(&table, mean_weight, 1, 1, .05);
	assert_int_equal(family.tested, 3);
	assert_int_equal(table.tests[3].status, STAT_ZERO_VAR);
	assert_int_equal(table.tests[4].status, STAT_TOO_FEW);
	assert_true(isnan(table.tests[3].p_adjusted) && isnan(table.tests[4].p_value));
	assert_close(table.tests[2].p_adjusted, .08984375, 0);

	fill_many(&table, 6); /* 32 ways, 60 are needed */
	family = judge(&table, mean_weight, 1, 1, .05);
	assert_int_equal(family.status, STAT_FEW_WAYS);
	assert_int_equal(family.tested, 3);
	for (size_t test = 0; test < 3; test++) {
		assert_int_equal(table.tests[test].status, STAT_FEW_WAYS);
		assert_true(isnan(table.tests[test].p_adjusted));
	}
	fill_many(&table, 7); /* 64 */
	assert_int_equal(judge(&table, mean_weight, 1, 1, .05).status, STAT_OK);
	memset(&table, 0, sizeof table);
	assert_int_equal(judge(&table, mean_weight, 1, 1, .05).tested, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_r),
		cmocka_unit_test(worked_example),
		cmocka_unit_test(order_does_not_matter),
		cmocka_unit_test(draws_follow_from_the_seed),
		cmocka_unit_test(refuses),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
