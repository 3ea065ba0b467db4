/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Survey designs: R's survey package, worked examples, refusals, identities and invariances. */
#include "frozen.h"

#include "stat/cluster.h"
#include "stat/design.h"
#include "stat/distribution.h"

enum { PARTS = 400, STRATA = 16 };

static const double mean_of[] = { 1 };
static const double change_of[] = { -1, 1 };
static const double did_of[] = { 1, -1, -1, 1 };

/* methods example D1: changes of twelve people in villages of three, with weights in halves */
static const int d1_change[] = { 3, 2, 1, 4, 1, 3, 3, 0, 3, 0, 3, 5 };
static const int d1_weight[] = { 2, 4, 2, 3, 3, 2, 4, 2, 2, 2, 2, 4 };
static const int d1_y0[] = { 10, 12, 9, 14, 11, 13, 8, 10, 12, 15, 9, 11 };

/* methods examples D2 and F6: 24 people in eight villages, weights in halves by village */
static const int d2_change[] = { 3, 2, 1, 4, 1, 3, 3, 0, 3, 0, 3, 5, 1, 0, -1, 2, 1, 1, 0, 1, 2, 0,
	1, 0 };
static const int d2_share[] = { 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1,
	0 };
static const int d2_weight[] = { 2, 4, 3, 2, 4, 5, 2, 3 };

struct table {
	struct design_part parts[PARTS];
	double population[STRATA];
	size_t count;
	struct survey_design design;
};

static struct table table_of(size_t strata)
{
	struct table table = { .count = 0, .design = { strata, NULL, LONELY_REFUSE } };

	return table;
}

static void add(struct table *table, size_t stratum, size_t cluster, size_t cell, int64_t n,
	int64_t sum_w, int64_t sum_wy)
{
	assert_true(table->count < PARTS);
	table->parts[table->count++] = (struct design_part){ stratum, cluster, cell, n,
		exact_from_int64(sum_w), exact_from_int64(sum_wy) };
}

static void add_person(
	struct table *table, size_t stratum, size_t cluster, size_t cell, int weight, int value)
{
	add(table, stratum, cluster, cell, 1, weight, (int64_t)weight * value);
}

static struct design_result result_of(
	const struct table *table, const double *coefficient, size_t cells)
{
	return design_contrast(
		table->parts, table->count, &table->design, coefficient, cells, 1, .95);
}

static void assert_contrast(
	struct contrast got, double estimate, double std_error, double df, double p_value)
{
	assert_int_equal(got.status, STAT_OK);
	assert_close(got.estimate, estimate, 1e-9);
	assert_close(got.std_error, std_error, 1e-9);
	assert_close(got.statistic, estimate / std_error, 1e-9);
	assert_close(got.df, df, 1e-9);
	assert_close(got.p_value, p_value, 1e-7);
}

/* A row of design_examples.csv against what we make of the same people. */
static void assert_example(const char *name, struct contrast got)
{
	struct frozen examples = frozen_open("design_examples.csv");
	int found = 0;

	while (frozen_next(&examples)) {
		if (strcmp(examples.field[0], name) != 0)
			continue;
		assert_contrast(got, frozen_double(&examples, 1), frozen_double(&examples, 2),
			frozen_double(&examples, 3), frozen_double(&examples, 4));
		found++;
	}
	fclose(examples.file);
	assert_int_equal(found, 1);
}

/* The rows of design_parts.csv that belong to one case; *more tells whether another row waits. */
static struct table read_case(struct frozen *parts, int *more, const char *name)
{
	struct table table = table_of(STRATA);

	for (size_t h = 0; h < STRATA; h++)
		table.population[h] = (double)NAN;
	for (; *more && strcmp(parts->field[0], name) == 0; *more = frozen_next(parts)) {
		size_t stratum = (size_t)frozen_integer(parts, 1);

		add(&table, stratum, (size_t)frozen_integer(parts, 2),
			(size_t)frozen_integer(parts, 3), frozen_integer(parts, 4),
			frozen_integer(parts, 5), frozen_integer(parts, 6));
		table.population[stratum] = frozen_double(parts, 7);
	}
	return table;
}

/* means, changes, arms and DiD in one to six strata, some with lonely clusters, finite populations
 * or domains */
static void agrees_with_survey(void **state)
{
	struct frozen results = frozen_open("design.csv");
	struct frozen parts = frozen_open("design_parts.csv");
	int more = frozen_next(&parts);
	int cases = 0;

	(void)state;
	for (; frozen_next(&results); cases++) {
		const char *kind = results.field[1];
		size_t cells = strcmp(kind, "mean") == 0 ? 1 : strcmp(kind, "did") == 0 ? 4 : 2;
		const double *coefficient = cells == 1 ? mean_of : cells == 4 ? did_of : change_of;
		struct table table = read_case(&parts, &more, results.field[0]);
		struct design_result got;

		table.design.population = table.population;
		table.design.lonely = frozen_integer(&results, 2) ? LONELY_ADJUST : LONELY_REFUSE;
		got = design_contrast(
			table.parts, table.count, &table.design, coefficient, cells, 10, .95);
		assert_contrast(got.contrast, frozen_double(&results, 5),
			frozen_double(&results, 6), frozen_double(&results, 7),
			frozen_double(&results, 8));
		assert_close(got.contrast.conf_low, frozen_double(&results, 9), 1e-9);
		assert_close(got.contrast.conf_high, frozen_double(&results, 10), 1e-9);
		assert_int_equal(got.contrast.clusters, frozen_integer(&results, 3));
		assert_int_equal(got.strata, frozen_integer(&results, 4));
	}
	fclose(results.file);
	fclose(parts.file);
	assert_int_equal(cases, 60);
}

static struct table d1_weighted(void)
{
	struct table table = table_of(1);

	for (size_t i = 0; i < 12; i++)
		add_person(&table, 0, i / 3, 0, d1_weight[i], d1_change[i]);
	return table;
}

/* Methods E6, weighted: the change of pairs, and the same from the levels of both rounds. */
static void weighted_change(void **state)
{
	struct table pairs = d1_weighted();
	struct table levels = table_of(1);
	struct design_result got = result_of(&pairs, mean_of, 1);

	(void)state;
	assert_contrast(got.contrast, 2.53125, .271833090639581, 3, .0026219789382899);
	assert_close(got.contrast.statistic, 9.31178023265807, 1e-9);
	assert_example("E6", got.contrast);
	for (size_t i = 0; i < 12; i++) {
		add_person(&levels, 0, i / 3, 0, d1_weight[i], d1_y0[i]);
		add_person(&levels, 0, i / 3, 1, d1_weight[i], d1_y0[i] + d1_change[i]);
	}
	got = result_of(&levels, change_of, 2);
	assert_contrast(got.contrast, 2.53125, .271833090639581, 3, .0026219789382899);
}

/* Methods E6, unweighted: equal villages, so that CR2 says the same. */
static void unweighted_change(void **state)
{
	struct table table = table_of(1);
	struct design_result got;

	(void)state;
	for (size_t i = 0; i < 12; i++)
		add_person(&table, 0, i / 3, 0, 1, d1_change[i]);
	got = result_of(&table, mean_of, 1);
	assert_contrast(got.contrast, 2.33333333333333, .192450089729875, 3, .00120770247027171);
	assert_close(got.contrast.conf_low, 1.72087125632097, 1e-9);
	assert_close(got.contrast.conf_high, 2.94579541034569, 1e-9);
}

/* Methods F6: strata are district by arm, so that each holds two neighbouring villages; of those
 * who are left out only the village stays. */
static struct table f6_of(const int *values, size_t cells, bool women)
{
	struct table table = table_of(4);

	for (size_t i = 0; i < 24; i++) {
		size_t village = i / 3;
		size_t cell = cells == 2 && village < 4;

		if (women && i % 2 == 1)
			add(&table, village / 2, village, cell, 0, 0, 0);
		else
			add_person(
				&table, village / 2, village, cell, d2_weight[village], values[i]);
	}
	return table;
}

static void full_design(void **state)
{
	struct table changes = f6_of(d2_change, 1, false);
	struct table arms = f6_of(d2_change, 2, false);
	struct table shares = f6_of(d2_share, 1, false);
	struct table women = f6_of(d2_change, 1, true);
	struct design_result got = result_of(&changes, mean_of, 1);

	(void)state;
	assert_close(got.contrast.estimate, 1.42666666666667, 1e-9);
	assert_close(got.contrast.std_error, .278468446247606, 1e-9);
	assert_close(got.contrast.df, 4, 0);
	assert_example("F6 mean", got.contrast);
	got = result_of(&arms, change_of, 2);
	assert_contrast(got.contrast, 1.67316017316, .501679891166, 4, .0289672362937646);
	assert_close(got.contrast.statistic, 3.33511508558276, 1e-9);
	assert_example("F6 arms", got.contrast);
	assert_int_equal(got.strata, 4);
	assert_int_equal(got.contrast.clusters, 8);
	got = result_of(&shares, mean_of, 1);
	assert_close(got.contrast.estimate, .453333333333, 1e-9);
	assert_close(got.contrast.std_error, .0397037921502608, 1e-9);
	assert_close(got.contrast.conf_low, .343097933960, 1e-9);
	assert_close(got.contrast.conf_high, .563568732707, 1e-9);
	got = result_of(&women, mean_of, 1);
	assert_close(got.contrast.estimate, 1.33333333333333, 1e-9);
	assert_close(got.contrast.std_error, .330492005510644, 1e-9);
	assert_example("F6 women", got.contrast);
}

/* Methods F6: every comparison village has the same share; survey prints 6.9e-18 for its error. */
static void equal_shares_have_no_variance(void **state)
{
	struct table table = table_of(4);
	struct design_result got;

	(void)state;
	for (size_t i = 12; i < 24; i++)
		add_person(&table, i / 6, i / 3, 0, d2_weight[i / 3], d2_share[i]);
	got = result_of(&table, mean_of, 1);
	assert_int_equal(got.contrast.status, STAT_ZERO_VAR);
	assert_close(got.contrast.estimate, 1 / 3.0, 1e-15);
	assert_true(isnan(got.contrast.std_error) && isnan(got.contrast.p_value));
	assert_int_equal(got.contrast.clusters, 4);
}

/* Methods F7: village 1 is a stratum of its own. */
static void lonely_cluster(void **state)
{
	struct table table = table_of(3);
	double population[] = { 1, 9, 9 };
	struct design_result got;

	(void)state;
	for (size_t i = 0; i < 24; i++) {
		size_t village = i / 3;

		add_person(&table, village == 0 ? 0 : 1 + village / 4, village, 0,
			d2_weight[village], d2_change[i]);
	}
	got = result_of(&table, mean_of, 1);
	assert_int_equal(got.contrast.status, STAT_LONELY_PSU);
	assert_close(got.contrast.estimate, 1.42666666666667, 1e-9);
	assert_true(isnan(got.contrast.std_error) && isnan(got.contrast.p_value));
	assert_int_equal(got.lonely, 1);
	assert_int_equal(got.lonely_stratum, 0);
	table.design.lonely = LONELY_ADJUST;
	got = result_of(&table, mean_of, 1);
	assert_close(got.contrast.std_error, .23167466333121, 1e-9);
	assert_example("F7 adjust", got.contrast);
	assert_int_equal(got.lonely, 1);
	/* a stratum that was drawn whole says nothing about chance, and is not refused */
	table.design.lonely = LONELY_REFUSE;
	table.design.population = population;
	got = result_of(&table, mean_of, 1);
	assert_int_equal(got.contrast.status, STAT_OK);
	assert_int_equal(got.lonely, 0);
	population[1] = 2;
	assert_int_equal(result_of(&table, mean_of, 1).contrast.status, STAT_BAD_INPUT);
}

/* Methods H1: women; village 2 has none but is one of the two villages of its stratum. */
static void domain_keeps_its_villages(void **state)
{
	static const int village[] = { 1, 1, 2, 2, 3, 3, 3, 4, 4 };
	static const int weight[] = { 2, 1, 1, 1, 3, 1, 2, 1, 1 };
	static const int value[] = { 10, 8, 9, 7, 14, 12, 9, 11, 6 };
	static const bool woman[] = { true, false, false, false, true, true, false, true, false };
	struct table table = table_of(2);
	struct table cut = table_of(2);
	struct design_result got;

	(void)state;
	for (size_t i = 0; i < 9; i++) {
		size_t v = (size_t)village[i];

		if (!woman[i]) {
			add(&table, v > 2, v, 0, 0, 0, 0);
			continue;
		}
		add_person(&table, v > 2, v, 0, weight[i], value[i]);
		add_person(&cut, v > 2, v, 0, weight[i], value[i]);
	}
	got = result_of(&table, mean_of, 1);
	assert_close(got.contrast.estimate, 12.1428571428571, 1e-9);
	assert_close(got.contrast.std_error, 1.12077797695886, 1e-9);
	assert_close(got.contrast.df, 1, 0);
	assert_example("H1 women", got.contrast);
	assert_int_equal(result_of(&cut, mean_of, 1).contrast.status, STAT_LONELY_PSU);
}

static void refused_designs(void **state)
{
	static const struct {
		const char *name;
		const double *coefficient;
		size_t cells;
		size_t count;
		struct design_part parts[4];
		enum stat_status status;
		double estimate;
	} rows[] = {
		{ "no data", mean_of, 1, 0, { { .n = 0 } }, STAT_TOO_FEW, NAN },
		{ "one person", mean_of, 1, 1, { { 0, 1, 0, 1, { { 2 } }, { { 8 } } } },
			STAT_TOO_FEW, 4 },
		{ "empty cell", change_of, 2, 2,
			{ { 0, 1, 1, 3, { { 3 } }, { { 4 } } },
				{ 0, 2, 1, 2, { { 2 } }, { { 4 } } } },
			STAT_TOO_FEW, NAN },
		{ "one cluster", mean_of, 1, 1, { { 0, 1, 0, 5, { { 5 } }, { { 10 } } } },
			STAT_ONE_CLUSTER, 2 },
		{ "one cluster in one arm", change_of, 2, 3,
			{ { 0, 1, 0, 5, { { 5 } }, { { 10 } } },
				{ 0, 2, 1, 5, { { 5 } }, { { 15 } } },
				{ 0, 3, 1, 5, { { 5 } }, { { 15 } } } },
			STAT_ONE_CLUSTER, 1 },
		{ "one cluster in each arm", change_of, 2, 2,
			{ { 0, 1, 0, 5, { { 5 } }, { { 10 } } },
				{ 0, 2, 1, 5, { { 5 } }, { { 15 } } } },
			STAT_NOT_IDENTIFIED, 1 },
		{ "all equal", mean_of, 1, 2,
			{ { 0, 1, 0, 5, { { 7 } }, { { 14 } } },
				{ 0, 2, 0, 3, { { 4 } }, { { 8 } } } },
			STAT_ZERO_VAR, 2 },
		{ "each stratum lonely", mean_of, 1, 2,
			{ { 0, 1, 0, 5, { { 5 } }, { { 10 } } },
				{ 1, 1, 0, 3, { { 4 } }, { { 9 } } } },
			STAT_LONELY_PSU, 19 / 9.0 },
		{ "strata out of order", mean_of, 1, 2,
			{ { 1, 1, 0, 5, { { 5 } }, { { 10 } } },
				{ 0, 1, 0, 3, { { 4 } }, { { 9 } } } },
			STAT_BAD_INPUT, NAN },
		{ "clusters out of order", mean_of, 1, 2,
			{ { 0, 2, 0, 5, { { 5 } }, { { 10 } } },
				{ 0, 1, 0, 3, { { 4 } }, { { 9 } } } },
			STAT_BAD_INPUT, NAN },
		{ "no such stratum", mean_of, 1, 1, { { 2, 1, 0, 5, { { 5 } }, { { 10 } } } },
			STAT_BAD_INPUT, NAN },
		{ "no such cell", mean_of, 1, 1, { { 0, 1, 1, 5, { { 5 } }, { { 10 } } } },
			STAT_BAD_INPUT, NAN },
		{ "people without weight", mean_of, 1, 1, { { 0, 1, 0, 5, { { 0 } }, { { 0 } } } },
			STAT_BAD_INPUT, NAN },
		{ "weight without people", mean_of, 1, 1, { { 0, 1, 0, 0, { { 5 } }, { { 10 } } } },
			STAT_BAD_INPUT, NAN },
		{ "negative count", mean_of, 1, 1, { { 0, 1, 0, -5, { { 5 } }, { { 10 } } } },
			STAT_BAD_INPUT, NAN },
		{ "no cells", mean_of, 0, 0, { { .n = 0 } }, STAT_BAD_INPUT, NAN },
		{ "too many cells", did_of, DESIGN_MAX_CELLS + 1, 0, { { .n = 0 } }, STAT_BAD_INPUT,
			NAN },
		{ "too large", mean_of, 1, 2,
			{ { 0, 1, 0, 2, { { 2 } }, { { 0, 0, 0, (uint64_t)1 << 62 } } },
				{ 0, 2, 0, 2, { { 2 } }, { { 0, 0, 0, (uint64_t)1 << 62 } } } },
			STAT_OVERFLOW, NAN },
		{ "too large to multiply", mean_of, 1, 2,
			{ { 0, 1, 0, 2, { { 2 } }, { { 0, 0, 0, (uint64_t)1 << 61 } } },
				{ 0, 2, 0, 2, { { 2 } }, { { 2 } } } },
			STAT_OVERFLOW, 0x1p251 },
		{ "too many", mean_of, 1, 2,
			{ { 0, 1, 0, INT64_MAX, { { 1 } }, { { 1 } } },
				{ 0, 1, 0, 1, { { 1 } }, { { 1 } } } },
			STAT_OVERFLOW, NAN },
	};
	static const double nothing[] = { 0 };
	static const double infinite[] = { INFINITY };
	const struct survey_design design = { 2, NULL, LONELY_REFUSE };
	const struct design_part part = { 0, 1, 0, 2, { { 2 } }, { { 2 } } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct contrast got = design_contrast(rows[i].parts, rows[i].count, &design,
			rows[i].coefficient, rows[i].cells, 1, .95)
					      .contrast;

		if (got.status != rows[i].status)
			fail_msg("%s: %s", rows[i].name, stat_status_name(got.status));
		assert_close(got.estimate, rows[i].estimate, 1e-15);
		assert_true(isnan(got.std_error) && isnan(got.p_value));
	}
	assert_int_equal(design_contrast(&part, 1, &design, nothing, 1, 1, .95).contrast.status,
		STAT_BAD_INPUT);
	assert_int_equal(design_contrast(&part, 1, &design, infinite, 1, 1, .95).contrast.status,
		STAT_BAD_INPUT);
	assert_int_equal(design_contrast(&part, 1, &design, mean_of, 1, 0, .95).contrast.status,
		STAT_BAD_INPUT);
}

/* A fixed but irregular design: two arms in two rounds, three strata; weights times `factor`, each
 * row `copies` times. */
static struct table irregular(int64_t factor, int copies, int64_t shift)
{
	struct table table = table_of(3);

	for (size_t village = 0; village < 12; village++) {
		for (size_t round = 0; round < 2; round++) {
			int64_t n = (int64_t)((village * 5 + round * 3) % 7 + 1);
			int64_t w = n + (int64_t)(village * 3 % 4);
			int64_t wy =
				(int64_t)(village * village * 3 + round * village * 2 + 5) % 23;

			for (int i = 0; i < copies; i++)
				add(&table, village / 4, village, 2 * (village % 2) + round, n,
					factor * w, factor * (wy + shift * w));
		}
	}
	return table;
}

static void assert_same(struct design_result got, struct design_result want)
{
	assert_contrast(got.contrast, want.contrast.estimate, want.contrast.std_error,
		want.contrast.df, want.contrast.p_value);
}

/* Weights times a constant, rows doubled with half the weight, shifted values: nothing changes;
 * swapped arms change the sign. */
static void invariances(void **state)
{
	static const double swapped[] = { -1, 1, 1, -1 };
	static const double halves[] = { .5, -.5, -.5, .5 };
	struct table plain = irregular(2, 1, 0);
	struct table heavier = irregular(2000000, 1, 0);
	struct table doubled = irregular(1, 2, 0);
	struct table shifted = irregular(2, 1, 1000000007);
	struct design_result want = result_of(&plain, did_of, 4);
	struct design_result got = result_of(&plain, swapped, 4);

	(void)state;
	assert_int_equal(want.contrast.status, STAT_OK);
	assert_same(result_of(&heavier, did_of, 4), want);
	assert_same(result_of(&doubled, did_of, 4), want);
	assert_same(result_of(&shifted, did_of, 4), want);
	assert_contrast(got.contrast, -want.contrast.estimate, want.contrast.std_error,
		want.contrast.df, want.contrast.p_value);
	got = result_of(&plain, halves, 4);
	assert_contrast(got.contrast, want.contrast.estimate / 2, want.contrast.std_error / 2,
		want.contrast.df, want.contrast.p_value);
	got = design_contrast(plain.parts, plain.count, &plain.design, did_of, 4, 100, .95);
	assert_contrast(got.contrast, want.contrast.estimate / 100, want.contrast.std_error / 100,
		want.contrast.df, want.contrast.p_value);
}

/* People drawn one by one, 500 of each value from 0 to 9: var = 8.25 n / (n - 1), se^2 = var / n. */
static void many_clusters_in_a_stratum(void **state)
{
	static struct design_part people[5000];
	struct survey_design design = { 1, NULL, LONELY_REFUSE };
	struct contrast got;

	(void)state;
	for (size_t i = 0; i < 5000; i++)
		people[i] = (struct design_part){ 0, i, 0, 1, exact_from_int64(3),
			exact_from_int64(3 * (int64_t)(i * 7 % 10)) };
	got = design_contrast(people, 5000, &design, mean_of, 1, 1, .95).contrast;
	assert_int_equal(got.status, STAT_OK);
	assert_int_equal(got.clusters, 5000);
	assert_close(got.estimate, 4.5, 1e-12);
	assert_close(got.std_error, sqrt(8.25 / 4999), 1e-12);
	assert_close(got.df, 4999, 0);
}

/* Equal villages of one arm: CR2 and the design variance are one and the same, to the last bits;
 * also where every person is a village of her own. */
static void equal_clusters_agree_with_cr2(void **state)
{
	static const int sums[] = { 3, 8, 4, 9, 11, 2, 7, 7 };

	(void)state;
	for (int64_t size = 1; size < 7; size += 5) {
		struct cluster_cell plain[8];
		struct table table = table_of(1);
		struct contrast cr2;
		struct contrast got;

		for (size_t i = 0; i < 8; i++) {
			plain[i] = (struct cluster_cell){ i, 0, size, exact_from_int64(sums[i]) };
			add(&table, 0, i, 0, size, size, sums[i]);
		}
		cr2 = cluster_contrast(plain, 8, mean_of, 1, 1, .95);
		got = result_of(&table, mean_of, 1).contrast;
		assert_close(got.estimate, cr2.estimate, 0);
		assert_close(got.std_error, cr2.std_error, 1e-14);
		assert_close(got.df, cr2.df, 1e-12);
	}
}

static int start(void **state)
{
	(void)state;
	stat_begin();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_survey),
		cmocka_unit_test(weighted_change),
		cmocka_unit_test(unweighted_change),
		cmocka_unit_test(full_design),
		cmocka_unit_test(equal_shares_have_no_variance),
		cmocka_unit_test(lonely_cluster),
		cmocka_unit_test(domain_keeps_its_villages),
		cmocka_unit_test(refused_designs),
		cmocka_unit_test(invariances),
		cmocka_unit_test(many_clusters_in_a_stratum),
		cmocka_unit_test(equal_clusters_agree_with_cr2),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
