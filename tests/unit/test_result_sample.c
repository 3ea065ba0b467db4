/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a tally into sums, counts and cluster cells, whatever their order. */
#include "close.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "result/sample.h"

static const char none[] = "", comparison[] = "pembanding", programme[] = "program", sex[] = "sex",
		  women[] = "p";

static struct tally_row level(enum row_kind kind, size_t round, const char *arm,
	const char *cluster, int64_t n, int64_t sum)
{
	struct tally_row row = { .kind = kind,
		.measure = LEVEL,
		.round_from = NO_NAME,
		.round = round,
		.arm = arm,
		.group = none,
		.group_value = none,
		.stratum = none,
		.cluster = cluster,
		.n = n };

	row.sum_y = exact_from_int64(sum);
	return row;
}

static struct tally_row counted(const char *arm, int64_t value, int64_t n)
{
	struct tally_row row = level(VALUE_ROW, 0, arm, none, n, 0);

	row.value = value;
	return row;
}

static const char va[] = "V1", vb[] = "V2", vc[] = "V10";

/* Three villages in two rounds and two arms, with totals and values of round 0. */
static size_t fill(struct tally_row *rows)
{
	size_t count = 0;

	rows[count++] = level(VILLAGE_ROW, 0, programme, va, 3, 30);
	rows[count++] = level(VILLAGE_ROW, 1, programme, va, 2, 24);
	rows[count++] = level(VILLAGE_ROW, 0, programme, vb, 0, 0);
	rows[count++] = level(VILLAGE_ROW, 1, programme, vb, 4, 44);
	rows[count++] = level(VILLAGE_ROW, 0, comparison, vc, 2, 18);
	rows[count++] = level(VILLAGE_ROW, 1, comparison, vc, 2, 19);
	rows[count++] = level(TOTAL_ROW, 0, programme, none, 3, 30);
	rows[count++] = level(TOTAL_ROW, 0, comparison, none, 2, 18);
	rows[count++] = level(TOTAL_ROW, 1, programme, none, 6, 68);
	rows[count++] = counted(programme, 9, 1);
	rows[count++] = counted(programme, 10, 1);
	rows[count++] = counted(programme, 11, 1);
	rows[count++] = counted(comparison, 9, 2);
	rows[count] = level(TOTAL_ROW, 1, programme, none, 1, 12);
	rows[count].group = sex;
	rows[count++].group_value = women;
	rows[count] = level(TOTAL_ROW, 1, programme, none, 99, 99);
	rows[count++].measure = BETTER;
	return count;
}

static struct tally_block block_of(struct tally_row *rows, size_t count)
{
	return (struct tally_block){ .indicator = 0, .scale = 1, .count = count, .rows = rows };
}

static void check_block(struct tally_row *rows, size_t count)
{
	struct tally_block block = block_of(rows, count);
	struct samples *samples = samples_of(&block);
	const struct sample everybody = { LEVEL, NO_NAME, 0, NULL, "", "" };
	const struct sample cells[] = { { LEVEL, NO_NAME, 0, "program", "", "" },
		{ LEVEL, NO_NAME, 1, "program", "", "" } };
	const struct value_count *counts;
	const struct cluster_cell *parts;
	const struct sample_group *groups;
	const char *const *arms;
	struct sample_sums sums = sample_sums(samples, &everybody);
	int64_t value = 0;

	assert_int_equal(sums.status, STAT_OK);
	assert_int_equal(sums.n, 5);
	assert_true(exact_to_int64(sums.pairs.sum_y, &value));
	assert_int_equal(value, 48);
	assert_int_equal(sample_arms(samples, &arms), 2);
	assert_string_equal(arms[0], "pembanding");
	assert_string_equal(arms[1], "program");
	assert_int_equal(sample_groups(samples, &groups), 2);
	assert_string_equal(groups[0].group, "");
	assert_string_equal(groups[1].group_value, "p");
	assert_true(sample_asked(samples, 1));
	assert_false(sample_asked(samples, 2));
	/* 9 stands in both arms and becomes one value */
	assert_int_equal(sample_counts(samples, &everybody, &counts), 3);
	assert_int_equal(counts[0].value, 9);
	assert_int_equal(counts[0].count, 3);
	assert_int_equal(counts[2].value, 11);
	/* V1 in both rounds, V2 in the second alone; clusters rise, empty rows are left out */
	assert_int_equal(sample_parts(samples, cells, 2, &parts), 3);
	assert_int_equal(parts[0].cluster, parts[1].cluster);
	assert_int_equal(parts[0].cell, 0);
	assert_int_equal(parts[1].cell, 1);
	assert_true(parts[2].cluster > parts[1].cluster);
	assert_int_equal(parts[2].n, 4);
}

static void adds_rows_up(void **state)
{
	struct tally_row rows[32];

	(void)state;
	check_block(rows, fill(rows));
}

static void any_order_will_do(void **state)
{
	static const size_t steps[] = { 2, 4, 7, 8, 11, 13, 14 };
	struct tally_row rows[32], other[32];
	size_t count = fill(rows), i, k;

	(void)state;
	assert_int_equal(count, 15); /* prime to every step, so that each visits all rows */
	for (k = 0; k < sizeof steps / sizeof *steps; k++) {
		for (i = 0; i < count; i++)
			other[i] = rows[(i + 1) * steps[k] % count];
		check_block(other, count);
	}
}

static void gives_the_products_of_clusters(void **state)
{
	struct tally_row rows[32];
	struct tally_block block = block_of(rows, fill(rows));
	const struct sample cells[] = { { LEVEL, NO_NAME, 1, "pembanding", "", "" },
		{ LEVEL, NO_NAME, 1, "program", "", "" } };
	struct tally_products products = { .sum_y2 = exact_from_int64(288),
		.sum_xy = exact_from_int64(-7) };
	const struct cluster_sums *sums;
	int64_t value = 0;

	(void)state;
	rows[1].products = &products;
	assert_int_equal(sample_clusters(samples_of(&block), cells, 2, &sums), 3);
	assert_int_equal(sums[0].cell, 1); /* V1, V10, V2 */
	assert_string_equal(sums[0].arm, "program");
	assert_int_equal(sums[0].pairs.n, 2);
	assert_true(exact_to_int64(sums[0].pairs.sum_y2, &value));
	assert_int_equal(value, 288);
	assert_true(exact_to_int64(sums[0].pairs.sum_xy, &value));
	assert_int_equal(value, -7);
	assert_int_equal(sums[1].cell, 0);
	assert_true(exact_to_int64(sums[2].pairs.sum_y, &value));
	assert_int_equal(value, 44);
}

static void nothing_is_nobody(void **state)
{
	struct tally_block block = block_of(NULL, 0);
	struct samples *samples = samples_of(&block);
	const struct sample everybody = { LEVEL, NO_NAME, 0, NULL, "", "" };
	const struct value_count *counts;
	const struct cluster_cell *parts;

	(void)state;
	assert_int_equal(sample_sums(samples, &everybody).n, 0);
	assert_int_equal(sample_counts(samples, &everybody, &counts), 0);
	assert_int_equal(sample_parts(samples, &everybody, 1, &parts), 0);
	assert_false(sample_asked(samples, 0));
}

static void refuses_to_overflow(void **state)
{
	struct tally_row rows[2] = { level(TOTAL_ROW, 0, programme, none, 1, 0),
		level(TOTAL_ROW, 0, comparison, none, 1, 0) };
	struct tally_block block = block_of(rows, 2);
	struct tally_products products = {
		.sum_y2 = { { UINT64_MAX, UINT64_MAX, UINT64_MAX, INT64_MAX } }
	};
	const struct sample everybody = { LEVEL, NO_NAME, 0, NULL, "", "" };

	(void)state;
	rows[0].products = rows[1].products = &products;
	assert_int_equal(sample_sums(samples_of(&block), &everybody).status, STAT_OVERFLOW);
}

/* The folder of a study without strata to be joined. */
static int stand_in_a_study(void **state)
{
	static const char study[] = "key,value\ntitle_en,Villages\ndesign,cross_section\n";

	(void)state;
	scratch_file("study.csv", study, strlen(study));
	return chdir(scratch_path("."));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adds_rows_up),
		cmocka_unit_test(any_order_will_do),
		cmocka_unit_test(gives_the_products_of_clusters),
		cmocka_unit_test(nothing_is_nobody),
		cmocka_unit_test(refuses_to_overflow),
	};

	return cmocka_run_group_tests(tests, stand_in_a_study, NULL);
}
