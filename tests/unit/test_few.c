/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Few villages: ANCOVA and resampling against R, worked examples, refusals, invariances. */
#include "frozen.h"

#include "stat/ancova.h"
#include "stat/distribution.h"
#include "stat/random.h"
#include "stat/resample.h"

enum { PARTS = 128, DRAWS = 10000 };

static const double mean_weight[] = { 1 };
static const double arms_weight[] = { -1, 1 };
static const double did_weight[] = { 1, -1, -1, 1 };

/* methods examples D1 (the programme's four villages of three) and D2 (the comparison's) */
static const int programme_from[] = { 10, 12, 9, 14, 11, 13, 8, 10, 12, 15, 9, 11 };
static const int programme_to[] = { 13, 14, 10, 18, 12, 16, 11, 10, 15, 15, 12, 16 };
static const int comparison_from[] = { 11, 10, 12, 13, 9, 10, 12, 14, 8, 10, 13, 11 };
static const int comparison_to[] = { 12, 10, 11, 15, 10, 11, 12, 15, 10, 10, 14, 11 };

/* What a tally tells of a village in a cell. */
struct village {
	size_t cluster, cell, stratum;
	struct pair_sums pairs;
};

struct table {
	struct village rows[PARTS];
	size_t count;
	struct ancova_part ancova[PARTS];
	struct cluster_cell cells[PARTS];
	struct assigned_cluster assigned[PARTS];
	size_t clusters;
};

static void prepare(struct table *table, size_t ends)
{
	table->clusters = 0;
	for (size_t i = 0; i < table->count; i++) {
		const struct village *row = &table->rows[i];
		struct assigned_cluster *cluster;

		table->ancova[i] = (struct ancova_part){ row->cluster, row->cell % 2, row->pairs };
		table->cells[i] = (struct cluster_cell){ row->cluster, row->cell, row->pairs.n,
			row->pairs.sum_y };
		if (i == 0 || row->cluster != row[-1].cluster)
			table->assigned[table->clusters++] =
				(struct assigned_cluster){ row->stratum, row->cell >= ends, { 0 },
					{ 0 } };
		cluster = &table->assigned[table->clusters - 1];
		cluster->n[row->cell % ends] += (double)row->pairs.n;
		cluster->sum[row->cell % ends] += exact_to_double(row->pairs.sum_y);
	}
}

static void add_person(struct table *table, size_t cluster, size_t cell, int from, int to)
{
	int change = to - from;

	assert_true(table->count < PARTS);
	table->rows[table->count++] = (struct village){ cluster, cell, 0,
		{ 1, exact_from_int64(from), exact_from_int64(from * from),
			exact_from_int64(change), exact_from_int64(change * change),
			exact_from_int64(from * change) } };
}

/* D1 alone, or D2 with the eight villages of which the first four are the programme's. */
static void fill_example(struct table *table, bool both)
{
	table->count = 0;
	for (size_t i = 0; i < 12; i++)
		add_person(table, 1 + i / 3, both, programme_from[i], programme_to[i]);
	for (size_t i = 0; both && i < 12; i++)
		add_person(table, 5 + i / 3, 0, comparison_from[i], comparison_to[i]);
	prepare(table, 1);
}

static struct resampled signs(const struct table *table, const double *weight, size_t cells,
	enum flip_statistic statistic, uint64_t seed)
{
	static double work[PARTS * 9];

	return resample_signs(table->cells, table->count, weight, cells, 1, statistic,
		random_begin(seed, "signs"), DRAWS, work);
}

/* Resamples a copy, since the function deals arms out anew. */
static struct resampled assignment(const struct table *table, size_t ends, bool within)
{
	struct assigned_cluster copy[PARTS];

	memcpy(copy, table->assigned, sizeof copy);
	for (size_t i = 0; i < table->clusters; i++)
		copy[i].stratum = within ? copy[i].stratum : 0;
	return resample_assignment(
		copy, table->clusters, ends, random_begin(1, "assignment"), DRAWS);
}

static void assert_resampled(struct resampled got, double p_value, long long draws)
{
	assert_int_equal(got.status, STAT_OK);
	assert_close(got.p_value, p_value, 1e-15);
	assert_true(got.enumerated);
	assert_int_equal(got.draws, draws);
	assert_true(got.attainable <= got.p_value);
}

/* ---- R ---- */

static void read_parts(struct frozen *parts, int *more, const char *name, struct table *table)
{
	bool levels = strlen(name) == 3; /* cases from 101 on have four cells */

	table->count = 0;
	for (; *more && strcmp(parts->field[0], name) == 0; *more = frozen_next(parts)) {
		struct village *row = &table->rows[table->count++];

		*row = (struct village){ (size_t)frozen_integer(parts, 1),
			(size_t)frozen_integer(parts, 2), (size_t)frozen_integer(parts, 3),
			{ frozen_integer(parts, 4), exact_from_int64(frozen_integer(parts, 7)),
				exact_from_int64(frozen_integer(parts, 8)),
				exact_from_int64(frozen_integer(parts, 5)),
				exact_from_int64(frozen_integer(parts, 6)),
				exact_from_int64(frozen_integer(parts, 9)) } };
	}
	assert_true(table->count > 0);
	prepare(table, levels ? 2 : 1);
}

static void assert_ancova(const struct table *table, const struct frozen *row)
{
	struct ancova got = ancova_cr2(table->ancova, table->count, 1, .95);

	assert_int_equal(got.contrast.status, STAT_OK);
	assert_close(got.contrast.estimate, frozen_double(row, 2), 1e-9);
	assert_close(got.contrast.std_error, frozen_double(row, 3), 1e-9);
	assert_close(got.contrast.df, frozen_double(row, 4), 1e-9);
	assert_close(got.contrast.p_value, frozen_double(row, 5), 1e-7);
	assert_close(got.slope, frozen_double(row, 6), 1e-9);
}

/* The rows of the programme arm alone, as one cell. */
static struct table programme_only(const struct table *table)
{
	struct table arm = { .count = 0 };

	for (size_t i = 0; i < table->count; i++)
		if (table->rows[i].cell == 1) {
			arm.rows[arm.count] = table->rows[i];
			arm.rows[arm.count++].cell = 0;
		}
	prepare(&arm, 1);
	return arm;
}

static void assert_as_r(const struct table *table, const struct frozen *row)
{
	const char *kind = row->field[1];
	bool levels = strlen(row->field[0]) == 3;
	double p_value = frozen_double(row, 5);
	long long draws = frozen_integer(row, 7);
	struct table arm = programme_only(table);

	if (strcmp(kind, "ancova") == 0)
		assert_ancova(table, row);
	else if (strcmp(kind, "wild_did") == 0)
		assert_resampled(
			signs(table, levels ? did_weight : arms_weight, levels ? 4 : 2, FLIP_T, 1),
			p_value, draws);
	else if (strcmp(kind, "wild_change") == 0)
		assert_resampled(signs(&arm, mean_weight, 1, FLIP_T, 1), p_value, draws);
	else if (strcmp(kind, "sign_flip") == 0)
		assert_resampled(signs(&arm, mean_weight, 1, FLIP_SIZE, 1), p_value, draws);
	else
		assert_resampled(assignment(table, levels ? 2 : 1, strstr(kind, "strata") != NULL),
			p_value, draws);
}

/* few.csv and few_parts.csv by clubSandwich, and by fits to every possibility */
static void agrees_with_r(void **state)
{
	struct frozen results = frozen_open("few.csv"), parts = frozen_open("few_parts.csv");
	int more = frozen_next(&parts), rows = 0;
	struct table table = { .count = 0 };
	char last[8] = "";

	(void)state;
	for (; frozen_next(&results); rows++) {
		if (strcmp(last, results.field[0]) != 0)
			read_parts(&parts, &more, results.field[0], &table);
		snprintf(last, sizeof last, "%s", results.field[0]);
		assert_as_r(&table, &results);
	}
	fclose(results.file);
	fclose(parts.file);
	assert_false(more);
	assert_true(rows > 60);
}

/* ---- worked examples of methods 9 ---- */

/* F4 */
static void ancova_of_the_example(void **state)
{
	struct table table;
	struct ancova got;

	(void)state;
	fill_example(&table, true);
	got = ancova_cr2(table.ancova, table.count, 1, .95);
	assert_close(got.contrast.estimate, 1.66995073891626, 1e-9);
	assert_close(got.contrast.std_error, .378133594997156, 1e-9);
	assert_close(got.contrast.df, 5.97865637688227, 1e-9);
	assert_close(got.contrast.p_value, .00452728446175781, 1e-7);
	assert_int_equal(got.contrast.clusters, 8);
	for (size_t i = 0; i < table.count; i++) /* each person a cluster: HC2 */
		table.ancova[i].cluster = i;
	got = ancova_cr2(table.ancova, table.count, 1, .95);
	assert_close(got.contrast.std_error, .529545540158469, 1e-9);
}

/* F9, F10, E6 */
static void resampling_of_the_examples(void **state)
{
	struct table table;
	struct resampled got;

	(void)state;
	fill_example(&table, true);
	got = signs(&table, arms_weight, 2, FLIP_T, 1);
	assert_resampled(got, .0078125, 256);
	assert_close(got.attainable, .0078125, 0);
	got = assignment(&table, 1, false);
	assert_resampled(got, 2. / 70, 70);
	assert_close(got.attainable, 2. / 70, 1e-15);
	assert_int_equal(got.clusters, 8);
	{ /* districts of villages 1, 2, 5, 6 and 3, 4, 7, 8 */
		static const size_t order[] = { 0, 1, 4, 5, 2, 3, 6, 7 };
		struct assigned_cluster districts[8];

		for (size_t i = 0; i < 8; i++) {
			districts[i] = table.assigned[order[i]];
			districts[i].stratum = i / 4;
		}
		got = resample_assignment(districts, 8, 1, random_begin(1, ""), DRAWS);
		assert_resampled(got, 2. / 36, 36);
	}
	fill_example(&table, false);
	assert_resampled(signs(&table, mean_weight, 1, FLIP_T, 1), .125, 16);
	assert_resampled(signs(&table, mean_weight, 1, FLIP_SIZE, 1), .125, 16);
}

/* ---- chance ---- */

static void fill_many(struct table *table, size_t villages, int lift)
{
	table->count = 0;
	for (size_t v = 0; v < villages; v++)
		for (int i = 0; i < 3; i++)
			add_person(table, v, v % 2, 5 + i,
				5 + i + (int)(v * 7 + v * v * (size_t)i) % 9 - 4 +
					(v % 2 ? lift : 0));
	prepare(table, 1);
}

/* A seed and a name make a stream; numbers below a limit are even enough (chi-squared on 6 df). */
static void streams_follow_from_their_names(void **state)
{
	struct random_stream a = random_begin(7, "income"), b = random_begin(7, "income");
	struct random_stream other = random_begin(8, "income"), name = random_begin(7, "incomf");
	int counts[7] = { 0 };
	double chi2 = 0;

	(void)state;
	for (int i = 0; i < 100; i++)
		assert_true(random_bits(&a) == random_bits(&b));
	assert_true(
		random_bits(&a) != random_bits(&other) && random_bits(&b) != random_bits(&name));
	for (int i = 0; i < 70000; i++)
		counts[random_below(&a, 7)]++;
	for (int i = 0; i < 7; i++)
		chi2 += (counts[i] - 10000.) * (counts[i] - 10000.) / 10000;
	assert_true(chi2 < 22.5);
	assert_true(random_below(&a, 1) == 0);
}

/* The same digits with the same seed; near the enumerated value in any case. */
static void draws_come_near_all_possibilities(void **state)
{
	struct table table;
	struct resampled many, again, all;
	double p = 0;

	(void)state;
	fill_many(&table, 14, 2);
	many = signs(&table, arms_weight, 2, FLIP_T, 1);
	again = signs(&table, arms_weight, 2, FLIP_T, 1);
	assert_false(many.enumerated);
	assert_int_equal(many.draws, DRAWS);
	assert_true(many.p_value == again.p_value);
	assert_close(many.attainable, 1. / 8192, 1e-15);
	all = assignment(&table, 1, false); /* 3432 ways */
	assert_true(all.enumerated && all.draws == 3432);
	assert_true(fabs(many.p_value - all.p_value) < .05);
	fill_many(&table, 24, 1); /* 2704156 ways */
	many = assignment(&table, 1, false);
	assert_false(many.enumerated);
	assert_close(many.attainable, 1. / (DRAWS + 1), 1e-15);
	for (size_t i = 0; i < table.clusters; i++)
		table.assigned[i].stratum = i / 8;
	all = assignment(&table, 1, true); /* 70^3 ways */
	assert_false(all.enumerated);
	p = signs(&table, arms_weight, 2, FLIP_T, 2).p_value;
	assert_true(p > 0 && p < 1 && fabs(p - many.p_value) < .1);
}

/* ---- refusals ---- */

static void refuses(void **state)
{
	struct table table, arm;

	(void)state;
	fill_example(&table, true);
	arm = programme_only(&table);
	for (size_t i = 0; i < arm.count; i++)
		arm.ancova[i].arm = 1;
	assert_int_equal(ancova_cr2(arm.ancova, arm.count, 1, .95).contrast.status, STAT_TOO_FEW);
	assert_int_equal(ancova_cr2(table.ancova, 0, 1, .95).contrast.status, STAT_TOO_FEW);
	assert_int_equal(
		ancova_cr2(table.ancova, table.count, 0, .95).contrast.status, STAT_BAD_INPUT);
	assert_int_equal(ancova_cr2(table.ancova, 15, 1, .95).contrast.status, STAT_ONE_CLUSTER);
	for (size_t i = 0; i < table.count; i++) {
		table.ancova[i].pairs.sum_x = exact_from_int64(3);
		table.ancova[i].pairs.sum_x2 = exact_from_int64(9);
		table.ancova[i].pairs.sum_xy = exact_from_int64(0);
		exact_multiply_int64(table.rows[i].pairs.sum_y, 3, &table.ancova[i].pairs.sum_xy);
	}
	assert_int_equal(
		ancova_cr2(table.ancova, table.count, 1, .95).contrast.status, STAT_ZERO_VAR);
	assert_int_equal(signs(&table, mean_weight, 1, FLIP_T, 1).status, STAT_BAD_INPUT);
	table.count = 3;
	assert_int_equal(signs(&table, arms_weight, 2, FLIP_T, 1).status, STAT_TOO_FEW);
	table.clusters = 4; /* the programme's villages alone */
	assert_int_equal(assignment(&table, 1, false).status, STAT_TOO_FEW);
	fill_example(&table, true);
	for (size_t i = 0; i < 8; i++) /* each arm a stratum of its own */
		table.assigned[i].stratum = i / 4;
	assert_int_equal(assignment(&table, 1, true).status, STAT_ONE_WAY);
	assert_true(isnan(assignment(&table, 1, true).p_value));
	fill_many(&table, 6, 0);
	for (size_t i = 0; i < table.count; i++)
		table.cells[i].sum = exact_from_int64(2);
	assert_int_equal(signs(&table, arms_weight, 2, FLIP_T, 1).status, STAT_ZERO_VAR);
}

/* ---- invariances ---- */

/* Other units and another zero change no p value; swapped arms mirror the estimate. */
static void units_do_not_matter(void **state)
{
	struct table table, moved;

	(void)state;
	fill_many(&table, 7, 1);
	moved = table;
	for (size_t i = 0; i < moved.clusters; i++)
		moved.assigned[i].sum[0] =
			1e6 * moved.assigned[i].sum[0] + 3e9 * moved.assigned[i].n[0];
	for (size_t i = 0; i < moved.count; i++)
		moved.ancova[i].arm = 1 - moved.ancova[i].arm;
	assert_true(assignment(&table, 1, false).p_value == assignment(&moved, 1, false).p_value);
	assert_close(ancova_cr2(table.ancova, table.count, 1, .95).contrast.estimate,
		-ancova_cr2(moved.ancova, moved.count, 1, .95).contrast.estimate, 1e-12);
	assert_close(ancova_cr2(table.ancova, table.count, 100, .95).contrast.std_error * 100,
		ancova_cr2(moved.ancova, moved.count, 1, .95).contrast.std_error, 1e-12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_r),
		cmocka_unit_test(ancova_of_the_example),
		cmocka_unit_test(resampling_of_the_examples),
		cmocka_unit_test(streams_follow_from_their_names),
		cmocka_unit_test(draws_come_near_all_possibilities),
		cmocka_unit_test(refuses),
		cmocka_unit_test(units_do_not_matter),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
