/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CR2 engine: clubSandwich, worked examples, refusals, identities and invariances. */
#include "frozen.h"

#include "stat/cluster.h"
#include "stat/distribution.h"
#include "stat/ttest.h"

enum { PARTS = 256 };

static const double mean_weight[] = { 1 };
static const double change_weight[] = { -1, 1 };
static const double did_weight[] = { 1, -1, -1, 1 };

/* villages of three, methods example D1 and the comparison villages of D2 */
static const int d1_y0[] = { 10, 12, 9, 14, 11, 13, 8, 10, 12, 15, 9, 11 };
static const int d1_y1[] = { 13, 14, 10, 18, 12, 16, 11, 10, 15, 15, 12, 16 };
static const int d2_y0[] = { 11, 10, 12, 13, 9, 10, 12, 14, 8, 10, 13, 11 };
static const int d2_y1[] = { 12, 10, 11, 15, 10, 11, 12, 15, 10, 10, 14, 11 };

struct table {
	struct cluster_cell parts[PARTS];
	size_t count;
};

static void add(struct table *table, size_t cluster, size_t cell, int64_t n, int64_t sum)
{
	assert_true(table->count < PARTS);
	table->parts[table->count++] =
		(struct cluster_cell){ cluster, cell, n, exact_from_int64(sum) };
}

static void add_villages(
	struct table *table, size_t first, size_t cell, const int *plus, const int *minus)
{
	for (size_t i = 0; i < 12; i++)
		add(table, first + i / 3, cell, 1, plus[i] - (minus ? minus[i] : 0));
}

static struct contrast contrast_of(const struct table *table, const double *weight, size_t cells)
{
	return cluster_contrast(table->parts, table->count, weight, cells, 1, .95);
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

/* cr2.csv and cr2_parts.csv by clubSandwich: means, changes, arms and DiD of uneven villages */
static void agrees_with_club_sandwich(void **state)
{
	struct frozen results = frozen_open("cr2.csv");
	struct frozen parts = frozen_open("cr2_parts.csv");
	int more = frozen_next(&parts);
	int cases = 0;

	(void)state;
	for (; frozen_next(&results); cases++) {
		const char *kind = results.field[1];
		size_t cells = strcmp(kind, "mean") == 0 ? 1 : strcmp(kind, "did") == 0 ? 4 : 2;
		const double *weight = cells == 1 ? mean_weight
			: cells == 4              ? did_weight
						  : change_weight;
		struct table table = { .count = 0 };
		struct contrast got;

		for (; more && strcmp(parts.field[0], results.field[0]) == 0;
			more = frozen_next(&parts))
			add(&table, (size_t)frozen_integer(&parts, 1),
				(size_t)frozen_integer(&parts, 2), frozen_integer(&parts, 3),
				frozen_integer(&parts, 4));
		got = cluster_contrast(table.parts, table.count, weight, cells, 10, .95);
		assert_contrast(got, frozen_double(&results, 3), frozen_double(&results, 4),
			frozen_double(&results, 6), frozen_double(&results, 7));
		assert_close(got.conf_low, frozen_double(&results, 8), 1e-9);
		assert_close(got.conf_high, frozen_double(&results, 9), 1e-9);
		assert_int_equal(got.clusters, frozen_integer(&results, 2));
	}
	fclose(results.file);
	fclose(parts.file);
	assert_int_equal(cases, 40);
}

/* Methods E6, unweighted. */
static void change_in_one_arm(void **state)
{
	struct table table = { .count = 0 };
	struct contrast got;

	(void)state;
	add_villages(&table, 1, 0, d1_y1, d1_y0);
	got = contrast_of(&table, mean_weight, 1);
	assert_contrast(got, 2.33333333333333, .192450089729875, 3, .00120770247027171);
	assert_close(got.conf_low, 1.72087125632097, 1e-9);
	assert_close(got.conf_high, 2.94579541034569, 1e-9);
	assert_int_equal(got.clusters, 4);
}

/* Methods F1: the same from changes (two cells) and from levels (four cells). */
static void difference_in_differences(void **state)
{
	struct table changes = { .count = 0 };
	struct table levels = { .count = 0 };
	struct contrast short_form;
	struct contrast long_form;

	(void)state;
	add_villages(&changes, 1, 1, d1_y1, d1_y0);
	add_villages(&changes, 5, 0, d2_y1, d2_y0);
	for (size_t i = 0; i < 12; i++) {
		add(&levels, 1 + i / 3, 3, 1, d1_y1[i]);
		add(&levels, 1 + i / 3, 2, 1, d1_y0[i]);
	}
	for (size_t i = 0; i < 12; i++) {
		add(&levels, 5 + i / 3, 1, 1, d2_y1[i]);
		add(&levels, 5 + i / 3, 0, 1, d2_y0[i]);
	}
	short_form = contrast_of(&changes, change_weight, 2);
	long_form = contrast_of(&levels, did_weight, 4);
	assert_contrast(short_form, 1.66666666666667, .360041149911548, 6, .00358106624484766);
	assert_contrast(long_form, 1.66666666666667, .360041149911548, 6, .00358106624484766);
	assert_close(short_form.conf_low, .785677710048, 1e-9);
	assert_close(short_form.conf_high, 2.547655623285, 1e-9);
	assert_int_equal(short_form.clusters, 8);
}

/* Methods F11: balance of y0 at the baseline; the difference is 1/12. */
static void balance_at_baseline(void **state)
{
	struct table table = { .count = 0 };
	struct contrast got;

	(void)state;
	add_villages(&table, 1, 1, d1_y0, NULL);
	add_villages(&table, 5, 0, d2_y0, NULL);
	got = contrast_of(&table, change_weight, 2);
	assert_int_equal(got.status, STAT_OK);
	assert_close(got.estimate, 1 / 12.0, 1e-15);
	assert_close(got.p_value, .900109827058115, 1e-7);
}

/* Methods I1: three and three villages of 2 to 7 people. */
static void uneven_clusters(void **state)
{
	static const int size[] = { 2, 3, 5, 7, 3, 4 };
	static const int change[] = { 3, 2, 1, 4, 1, 3, 3, 0, 3, 0, 1, 0, 0, 2, 1, 0, 1, -1, 1, 0,
		2, 1, 0, 1 };
	struct table table = { .count = 0 };
	struct table one = { .count = 0 };
	const int *at = change;

	(void)state;
	for (size_t village = 0; village < 6; village++) {
		for (int i = 0; i < size[village]; i++, at++) {
			add(&table, village, village < 3, 1, *at);
			if (village < 3)
				add(&one, village, 0, 1, *at);
		}
	}
	assert_contrast(
		contrast_of(&one, mean_weight, 1), 2, .180277563773199, 1.75, .0126126191708428);
	assert_contrast(contrast_of(&table, change_weight, 2), 1.35714285714286, .271625014354359,
		3.42116630669547, .0111944112308294);
}

/* Methods H3: cross-sections in the same four villages. */
static void cross_sections_in_the_same_villages(void **state)
{
	static const size_t village[] = { 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 1, 1, 2, 2, 2, 3, 3, 4, 4,
		4 };
	static const int share[] = { 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1 };
	struct table table = { .count = 0 };

	(void)state;
	for (size_t v = 1; v <= 4; v++)
		for (size_t i = 0; i < 20; i++)
			if (village[i] == v)
				add(&table, v, i / 10, 1, share[i]);
	assert_contrast(contrast_of(&table, change_weight, 2), .4, .20040728031688,
		3.00015306903413, .139871363428413);
}

/* Methods H1, unweighted: women's mean; village 2 has no woman and does not take part. */
static void domain_mean(void **state)
{
	struct frozen result = frozen_open("cr2_domain.csv");
	struct table table = { .count = 0 };
	struct contrast got;

	(void)state;
	assert_true(frozen_next(&result));
	add(&table, 1, 0, 1, 10);
	add(&table, 2, 0, 0, 0);
	add(&table, 3, 0, 2, 26);
	add(&table, 4, 0, 1, 11);
	got = contrast_of(&table, mean_weight, 1);
	assert_contrast(got, frozen_double(&result, 0), frozen_double(&result, 1),
		frozen_double(&result, 2), frozen_double(&result, 3));
	assert_int_equal(got.clusters, 3);
	fclose(result.file);
}

/* Methods F6: in the comparison arm every village has one yes in three. */
static void equal_shares_have_no_variance(void **state)
{
	static const int arm1[] = { 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0 };
	static const int arm0[] = { 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0 };
	struct table all = { .count = 0 };
	struct table comparison = { .count = 0 };
	struct contrast got;

	(void)state;
	add_villages(&all, 1, 1, arm1, NULL);
	add_villages(&all, 5, 0, arm0, NULL);
	add_villages(&comparison, 5, 0, arm0, NULL);
	got = contrast_of(&comparison, mean_weight, 1);
	assert_int_equal(got.status, STAT_ZERO_VAR);
	assert_close(got.estimate, 1 / 3.0, 0);
	assert_true(isnan(got.std_error) && isnan(got.p_value) && isnan(got.conf_low));
	assert_int_equal(got.clusters, 4);
	assert_int_equal(contrast_of(&all, change_weight, 2).status, STAT_OK);
}

static void refused_designs(void **state)
{
	static const struct {
		const char *name;
		const double *weight;
		size_t cells;
		size_t count;
		struct cluster_cell parts[5];
		enum stat_status status;
		double estimate;
	} rows[] = {
		{ "no data", mean_weight, 1, 0, { { 0, 0, 0, { { 0 } } } }, STAT_TOO_FEW, NAN },
		{ "one person", mean_weight, 1, 1, { { 1, 0, 1, { { 4 } } } }, STAT_TOO_FEW, 4 },
		{ "empty cell", change_weight, 2, 2,
			{ { 1, 1, 3, { { 4 } } }, { 2, 1, 2, { { 4 } } } }, STAT_TOO_FEW, NAN },
		{ "one cluster", mean_weight, 1, 1, { { 1, 0, 5, { { 10 } } } }, STAT_ONE_CLUSTER,
			2 },
		{ "one cluster twice", change_weight, 2, 2,
			{ { 1, 0, 5, { { 10 } } }, { 1, 1, 5, { { 15 } } } }, STAT_ONE_CLUSTER, 1 },
		{ "one cluster in one arm", change_weight, 2, 3,
			{ { 1, 0, 5, { { 10 } } }, { 2, 1, 5, { { 15 } } },
				{ 3, 1, 5, { { 15 } } } },
			STAT_ONE_CLUSTER, 1 },
		{ "one cluster in each arm", change_weight, 2, 2,
			{ { 1, 0, 5, { { 10 } } }, { 2, 1, 5, { { 15 } } } }, STAT_NOT_IDENTIFIED,
			1 },
		{ "one cluster in each arm, two rounds", did_weight, 4, 4,
			{ { 1, 0, 5, { { 10 } } }, { 1, 1, 5, { { 10 } } }, { 2, 2, 5, { { 10 } } },
				{ 2, 3, 5, { { 15 } } } },
			STAT_NOT_IDENTIFIED, 1 },
		{ "all equal", mean_weight, 1, 2,
			{ { 1, 0, 5, { { 10 } } }, { 2, 0, 3, { { 6 } } } }, STAT_ZERO_VAR, 2 },
		{ "too large", mean_weight, 1, 2,
			{ { 1, 0, 2, { { 0, 0, 0, (uint64_t)1 << 62 } } },
				{ 2, 0, 2, { { 0, 0, 0, (uint64_t)1 << 62 } } } },
			STAT_OVERFLOW, NAN },
		{ "too large beside a mean", mean_weight, 1, 2,
			{ { 1, 0, 2, { { 0, 0, 0, (uint64_t)1 << 61 } } }, { 2, 0, 2, { { 1 } } } },
			STAT_OVERFLOW, 0x1p251 },
		{ "too many", mean_weight, 1, 2,
			{ { 1, 0, INT64_MAX, { { 1 } } }, { 1, 0, 1, { { 1 } } } }, STAT_OVERFLOW,
			NAN },
		{ "no such cell", mean_weight, 1, 1, { { 1, 1, 5, { { 10 } } } }, STAT_BAD_INPUT,
			NAN },
		{ "negative count", mean_weight, 1, 1, { { 1, 0, -5, { { 10 } } } }, STAT_BAD_INPUT,
			NAN },
		{ "no cells", mean_weight, 0, 0, { { 0, 0, 0, { { 0 } } } }, STAT_BAD_INPUT, NAN },
		{ "too many cells", did_weight, CLUSTER_MAX_CELLS + 1, 0,
			{ { 0, 0, 0, { { 0 } } } }, STAT_BAD_INPUT, NAN },
	};
	static const double nothing[] = { 0 };
	static const double infinite[] = { INFINITY };
	const struct cluster_cell part = { 1, 0, 2, { { 2 } } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct contrast got = cluster_contrast(
			rows[i].parts, rows[i].count, rows[i].weight, rows[i].cells, 1, .95);

		if (got.status != rows[i].status)
			fail_msg("%s: %s", rows[i].name, stat_status_name(got.status));
		assert_close(got.estimate, rows[i].estimate, 1e-15);
		assert_true(isnan(got.std_error) && isnan(got.p_value));
	}
	assert_int_equal(cluster_contrast(&part, 1, nothing, 1, 1, .95).status, STAT_BAD_INPUT);
	assert_int_equal(cluster_contrast(&part, 1, infinite, 1, 1, .95).status, STAT_BAD_INPUT);
	assert_int_equal(cluster_contrast(&part, 1, mean_weight, 1, 0, .95).status, STAT_BAD_INPUT);
}

/* A fixed but irregular design of two arms in two rounds. */
static struct table irregular(int64_t shift, int64_t sign, size_t cluster_step)
{
	struct table table = { .count = 0 };

	for (size_t village = 0; village < 9; village++) {
		for (size_t round = 0; round < 2; round++) {
			int64_t n = (int64_t)((village * 5 + round * 3) % 7 + 1);
			int64_t sum =
				(int64_t)(village * village * 3 + round * village * 2 + 5) % 23;

			add(&table, village * cluster_step, 2 * (village % 2) + round, n,
				sign * sum + shift * n);
		}
	}
	return table;
}

static void assert_same(struct contrast got, struct contrast want)
{
	assert_contrast(got, want.estimate, want.std_error, want.df, want.p_value);
}

/* Shifting all values or renaming clusters changes nothing, swapping arms only the sign; a row may
 * be split, cells of weight zero and weights that are not whole do what they should. */
static void invariances(void **state)
{
	static const double swapped[] = { -1, 1, 1, -1 };
	static const double halves[] = { .5, -.5, -.5, .5 };
	static const double later_only[] = { 0, 0, 0, 1 };
	struct table plain = irregular(0, 1, 1);
	struct table shifted = irregular(1000000007, 1, 1);
	struct table renamed = irregular(0, 1, 1000);
	struct table split = { .count = 0 };
	struct table later = { .count = 0 };
	struct contrast want = contrast_of(&plain, did_weight, 4);
	struct contrast got;

	(void)state;
	for (size_t i = 0; i < plain.count; i++) {
		const struct cluster_cell *part = &plain.parts[i];

		split.parts[split.count++] = *part;
		split.parts[split.count - 1].n--;
		add(&split, part->cluster, part->cell, 1, 0);
		if (part->cell == 3)
			add(&later, part->cluster, 0, part->n, (int64_t)part->sum.limb[0]);
	}
	assert_same(contrast_of(&shifted, did_weight, 4), want);
	assert_same(contrast_of(&renamed, did_weight, 4), want);
	assert_same(contrast_of(&split, did_weight, 4), want);
	assert_same(contrast_of(&plain, later_only, 4), contrast_of(&later, mean_weight, 1));
	got = contrast_of(&plain, swapped, 4);
	assert_contrast(got, -want.estimate, want.std_error, want.df, want.p_value);
	assert_close(got.conf_low, -want.conf_high, 1e-12);
	got = contrast_of(&plain, halves, 4);
	assert_contrast(got, want.estimate / 2, want.std_error / 2, want.df, want.p_value);
}

/* Values in other units: estimate and standard error are 100 times smaller, p the same. */
static void scale_divides(void **state)
{
	struct table table = irregular(0, 1, 1);
	struct contrast whole = contrast_of(&table, did_weight, 4);
	struct contrast cents = cluster_contrast(table.parts, table.count, did_weight, 4, 100, .95);

	(void)state;
	assert_contrast(
		cents, whole.estimate / 100, whole.std_error / 100, whole.df, whole.p_value);
}

/* Methods 1.3: equal sizes give t on cluster means; one arm G - 1 df, two equal arms G - 2. */
static void equal_sizes_are_cluster_means(void **state)
{
	static const int sums[] = { 3, 8, 4, 9, 11, 2, 7, 7 };
	struct table one = { .count = 0 };
	struct table two = { .count = 0 };
	struct table uneven = { .count = 0 };
	double means[8];
	struct contrast welch;

	(void)state;
	for (size_t i = 0; i < 8; i++) {
		add(&one, i, 0, 6, sums[i]);
		add(&two, i, i < 4, 6, sums[i]);
		add(&uneven, i, i < 3, 6, sums[i]);
		means[i] = sums[i] / 6.0;
	}
	assert_same(contrast_of(&one, mean_weight, 1), ttest_cluster_means(means, 8, .95));
	assert_same(contrast_of(&two, change_weight, 2),
		ttest_cluster_means_pooled(means, 4, means + 4, 4, .95));
	welch = ttest_cluster_means_welch(means, 3, means + 3, 5, .95);
	assert_close(contrast_of(&uneven, change_weight, 2).std_error, welch.std_error, 1e-12);
}

/* Two clusters leave one degree of freedom, and rounding must not refuse it. */
static void two_clusters_have_one_df(void **state)
{
	(void)state;
	for (int64_t n = 1; n < 60; n++) {
		struct table table = { .count = 0 };
		struct contrast got;

		add(&table, 1, 0, n, 1);
		add(&table, 2, 0, 61, 100);
		got = contrast_of(&table, mean_weight, 1);
		assert_int_equal(got.status, STAT_OK);
		assert_close(got.df, 1, 1e-9);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_club_sandwich),
		cmocka_unit_test(change_in_one_arm),
		cmocka_unit_test(difference_in_differences),
		cmocka_unit_test(balance_at_baseline),
		cmocka_unit_test(uneven_clusters),
		cmocka_unit_test(cross_sections_in_the_same_villages),
		cmocka_unit_test(domain_mean),
		cmocka_unit_test(equal_shares_have_no_variance),
		cmocka_unit_test(refused_designs),
		cmocka_unit_test(invariances),
		cmocka_unit_test(scale_divides),
		cmocka_unit_test(equal_sizes_are_cluster_means),
		cmocka_unit_test(two_clusters_have_one_df),
	};

	stat_begin();
	return cmocka_run_group_tests_name("cluster", tests, NULL, NULL);
}
