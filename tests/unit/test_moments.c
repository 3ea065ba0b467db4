/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments and analysis of variance: NIST's certified values to the last digit, R, and refusals. */
#include "frozen.h"
#include "nist.h"

#include "stat/distribution.h"
#include "stat/moments.h"

struct sums {
	int64_t n;
	struct exact sum;
	struct exact squares;
};

static void add_value(struct sums *sums, struct exact value)
{
	struct exact square;

	assert_int_equal(exact_multiply(value, value, &square), STAT_OK);
	assert_int_equal(exact_add(sums->sum, value, &sums->sum), STAT_OK);
	assert_int_equal(exact_add(sums->squares, square, &sums->squares), STAT_OK);
	sums->n++;
}

static void add_text(struct sums *sums, const char *text, size_t length, unsigned decimals)
{
	struct exact value;

	assert_true(exact_from_text(text, length, decimals, &value));
	add_value(sums, value);
}

/* The first value once, then low and high in turn, `pairs` times each. */
static struct sums alternate(const char *first, const char *low, const char *high, int pairs)
{
	struct sums sums = { 0, { { 0 } }, { { 0 } } };

	add_text(&sums, first, strlen(first), 1);
	for (int i = 0; i < pairs; i++) {
		add_text(&sums, low, strlen(low), 1);
		add_text(&sums, high, strlen(high), 1);
	}
	return sums;
}

/* 15 of 15 digits: no further from the certified value than half a unit of its 15th digit. */
static void assert_certified(const struct sums *sums, int64_t scale, double mean, double std_dev)
{
	struct moments moments = moments_from_sums(sums->n, sums->sum, sums->squares, scale);

	assert_int_equal(moments.status, STAT_OK);
	assert_close(moments.mean, mean, 1e-15);
	assert_close(moments.std_dev, std_dev, 1e-15);
}

static void nist_stored_sets(void **state)
{
	static const struct {
		const char *const *lines;
		int n;
		unsigned decimals;
		int64_t scale;
		double mean;
		double std_dev;
	} sets[] = {
		{ nist_pidigits, 5000, 0, 1, 4.53480000000000, 2.86733906028871 },
		{ nist_lottery, 218, 0, 1, 518.958715596330, 291.699727470969 },
		{ nist_lew, 200, 0, 1, -177.435000000000, 277.332168044316 },
		{ nist_mavro, 50, 5, 100000, 2.00185600000000, 0.000429123454003053 },
		{ nist_michelso, 100, 2, 100, 299.852400000000, 0.0790105478190518 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
		struct sums sums = { 0, { { 0 } }, { { 0 } } };

		for (const char *const *line = sets[i].lines; *line; line++) {
			for (const char *at = *line; *at; at += strspn(at, " ")) {
				size_t length = strcspn(at, " ");

				add_text(&sums, at, length, sets[i].decimals);
				at += length;
			}
		}
		assert_int_equal(sums.n, sets[i].n);
		assert_certified(&sums, sets[i].scale, sets[i].mean, sets[i].std_dev);
	}
}

/* NumAcc1-4 by their published construction. */
static void nist_numerical_accuracy_sets(void **state)
{
	struct sums one = alternate("10000001", "10000003", "10000002", 1);
	struct sums two = alternate("1.2", "1.1", "1.3", 500);
	struct sums three = alternate("1000000.2", "1000000.1", "1000000.3", 500);
	struct sums four = alternate("10000000.2", "10000000.1", "10000000.3", 500);

	(void)state;
	assert_certified(&one, 10, 10000002, 1);
	assert_certified(&two, 10, 1.2, .1);
	assert_certified(&three, 10, 1000000.2, .1);
	assert_certified(&four, 10, 10000000.2, .1);
}

/* SmLs01-09: nine treatments of 21, 201 or 2001 values; certified F 21, 201, 2001. */
static void nist_analysis_of_variance_sets(void **state)
{
	static const char *const base[] = { "1", "1000000", "1000000000000" };
	static const int pairs[] = { 10, 100, 1000 };

	(void)state;
	for (int set = 0; set < 9; set++) {
		struct anova_group groups[9];
		struct exact squares = { { 0 } };
		struct anova anova;
		double replicates = 2 * pairs[set % 3] + 1;

		for (int g = 0; g < 9; g++) {
			int last = g == 0 ? 4 : g % 2 ? 3 : 5;
			char text[3][32];
			struct sums sums;

			for (int i = 0; i < 3; i++)
				snprintf(text[i], sizeof text[i], "%s.%d", base[set / 3],
					last + (i == 2) - (i == 1));
			sums = alternate(text[0], text[1], text[2], pairs[set % 3]);
			groups[g] = (struct anova_group){ sums.n, sums.sum };
			assert_int_equal(exact_add(squares, sums.squares, &squares), STAT_OK);
		}
		anova = anova_from_sums(groups, 9, squares, 10);
		assert_int_equal(anova.status, STAT_OK);
		assert_close(anova.f, replicates, 1e-15);
		assert_close(anova.between_ms, replicates / 100, 1e-15);
		assert_close(anova.within_ms, .01, 1e-15);
		assert_close(anova.df_between, 8, 0);
		assert_close(anova.df_within, 9 * replicates - 9, 0);
		assert_close(anova.mean_size, replicates, 1e-15);
	}
}

/* moments.csv by R: mean, sd, cov, cor of x and of y, the change, and of x + y */
static void pairs_agree_with_r(void **state)
{
	struct frozen table = frozen_open("moments.csv");

	(void)state;
	while (frozen_next(&table)) {
		struct pair_sums sums = { .n = frozen_integer(&table, 0) };
		struct exact *fields[] = { &sums.sum_x, &sums.sum_x2, &sums.sum_y, &sums.sum_y2,
			&sums.sum_xy };
		struct comoments pair;
		struct change_moments change;

		for (size_t i = 0; i < 5; i++)
			*fields[i] = exact_from_int64(frozen_integer(&table, i + 1));
		pair = comoments_from_sums(&sums, 10);
		change = change_moments_from_sums(&sums, 10);
		assert_int_equal(pair.status, STAT_OK);
		assert_int_equal(change.status, STAT_OK);
		assert_close(pair.x.mean, frozen_double(&table, 6), 1e-9);
		assert_close(pair.x.std_dev, frozen_double(&table, 7), 1e-9);
		assert_close(pair.y.mean, frozen_double(&table, 8), 1e-9);
		assert_close(pair.y.std_dev, frozen_double(&table, 9), 1e-9);
		assert_close(change.earlier.std_dev, frozen_double(&table, 7), 1e-9);
		assert_close(change.change.std_dev, frozen_double(&table, 9), 1e-9);
		assert_close(change.later.mean, frozen_double(&table, 10), 1e-9);
		assert_close(change.later.std_dev, frozen_double(&table, 11), 1e-9);
		assert_close(pair.covariance, frozen_double(&table, 12), 1e-9);
		assert_close(pair.correlation, frozen_double(&table, 13), 1e-9);
		assert_close(change.correlation, frozen_double(&table, 14), 1e-9);
	}
	fclose(table.file);
}

/* anova.csv by R's anova(lm(y ~ factor(g))) */
static void anova_agrees_with_r(void **state)
{
	struct frozen table = frozen_open("anova.csv");

	(void)state;
	while (frozen_next(&table)) {
		struct anova_group groups[10];
		struct anova anova;
		size_t count = 0;

		for (char *at = table.field[0]; *at; at += *at == ' ') {
			groups[count].n = strtoll(at, &at, 10);
			groups[count++].sum = exact_from_int64(strtoll(at + 1, &at, 10));
		}
		anova = anova_from_sums(
			groups, count, exact_from_int64(frozen_integer(&table, 1)), 100);
		assert_int_equal(anova.status, STAT_OK);
		assert_int_equal(anova.groups, count);
		assert_close(anova.between_ms, frozen_double(&table, 2), 1e-9);
		assert_close(anova.within_ms, frozen_double(&table, 3), 1e-9);
		assert_close(anova.f, frozen_double(&table, 4), 1e-9);
		assert_close(anova.p_value, frozen_double(&table, 5), 1e-7);
		assert_close(anova.icc, frozen_double(&table, 6), 1e-9);
	}
	fclose(table.file);
}

static struct anova icc_of(const int *values, int people, int size)
{
	struct anova_group groups[8] = { { 0, { { 0 } } } };
	struct exact squares = { { 0 } };

	for (int i = 0; i < people; i++) {
		struct anova_group *group = &groups[i / size];

		group->n++;
		exact_add(group->sum, exact_from_int64(values[i]), &group->sum);
		exact_add(squares, exact_from_int64(values[i] * values[i]), &squares);
	}
	return anova_from_sums(groups, 8, squares, 1);
}

/* Methods example F8: y0 of D1, and the changes of all eight villages of D2, three people each. */
static void icc_of_worked_examples(void **state)
{
	static const int y0[] = { 10, 12, 9, 14, 11, 13, 8, 10, 12, 15, 9, 11, 11, 10, 12, 13, 9,
		10, 12, 14, 8, 10, 13, 11 };
	static const int dy[] = { 3, 2, 1, 4, 1, 3, 3, 0, 3, 0, 3, 5, 1, 0, -1, 2, 1, 1, 0, 1, 2, 0,
		1, 0 };
	struct anova change = icc_of(dy, 24, 3);

	(void)state;
	assert_close(icc_of(y0, 24, 3).icc, -.210873146622735, 1e-9);
	assert_close(change.icc, .164359861591696, 1e-9);
	assert_close(change.between_ms, 3.04761904761905, 1e-9);
	assert_close(change.within_ms, 1.91666666666667, 1e-9);
}

static void moments_refuse(void **state)
{
	struct exact five = exact_from_int64(5);
	struct exact huge = { { 0, 0, 0, 1 } };
	struct moments one = moments_from_sums(1, five, exact_from_int64(25), 1);
	struct moments constant =
		moments_from_sums(2, exact_from_int64(10), exact_from_int64(50), 1);
	struct pair_sums flat = { 2, five, exact_from_int64(13), exact_from_int64(4),
		exact_from_int64(8), exact_from_int64(10) };
	struct comoments pair = comoments_from_sums(&flat, 1);

	(void)state;
	assert_int_equal(one.status, STAT_TOO_FEW);
	assert_close(one.mean, 5, 0);
	assert_true(isnan(one.variance) && isnan(one.std_dev));
	assert_true(isnan(moments_from_sums(0, five, five, 1).mean));
	assert_int_equal(constant.status, STAT_OK);
	assert_close(constant.variance, 0, 0);
	assert_int_equal(moments_from_sums(2, five, five, 0).status, STAT_BAD_INPUT);
	assert_int_equal(moments_from_sums(-1, five, five, 1).status, STAT_BAD_INPUT);
	assert_int_equal(moments_from_sums(2, five, five, 1).status, STAT_BAD_INPUT);
	assert_int_equal(moments_from_sums(2, huge, huge, 1).status, STAT_OVERFLOW);
	assert_int_equal(pair.status, STAT_ZERO_VAR);
	assert_close(pair.covariance, 0, 0);
	assert_true(isnan(pair.correlation));
	flat.sum_xy = huge;
	flat.sum_xy.limb[3] = UINT64_MAX >> 1;
	assert_int_equal(comoments_from_sums(&flat, 1).status, STAT_OVERFLOW);
	assert_int_equal(change_moments_from_sums(&flat, 1).status, STAT_OVERFLOW);
	flat.n = 1;
	assert_int_equal(comoments_from_sums(&flat, 1).status, STAT_TOO_FEW);
}

static void anova_refuses(void **state)
{
	struct exact two = exact_from_int64(2);
	struct exact huge = { { 0, 0, 0, 1 } };
	const struct anova_group single[] = { { 1, two }, { 1, two } };
	const struct anova_group empty[] = { { 2, two }, { 0, { { 0 } } } };
	const struct anova_group flat[] = { { 2, two }, { 2, exact_from_int64(4) } };
	const struct anova_group same[] = { { 2, two }, { 2, two } };
	const struct anova_group crowd[] = { { (int64_t)1 << 33, two }, { 2, two } };
	const struct anova_group wide[] = { { 2, huge }, { 2, huge } };
	const struct anova_group negative[] = { { -1, two }, { 2, two } };

	(void)state;
	assert_int_equal(anova_from_sums(single, 2, exact_from_int64(8), 1).status, STAT_TOO_FEW);
	assert_int_equal(anova_from_sums(empty, 2, exact_from_int64(2), 1).status, STAT_TOO_FEW);
	assert_int_equal(anova_from_sums(flat, 2, exact_from_int64(10), 1).status, STAT_ZERO_VAR);
	assert_close(anova_from_sums(flat, 2, exact_from_int64(10), 1).icc, 1, 0);
	assert_int_equal(anova_from_sums(same, 2, exact_from_int64(4), 1).status, STAT_ZERO_VAR);
	assert_true(isnan(anova_from_sums(same, 2, exact_from_int64(4), 1).icc));
	assert_int_equal(anova_from_sums(crowd, 2, two, 1).status, STAT_OVERFLOW);
	assert_int_equal(anova_from_sums(wide, 2, two, 1).status, STAT_OVERFLOW);
	assert_int_equal(anova_from_sums(negative, 2, two, 1).status, STAT_BAD_INPUT);
	assert_int_equal(anova_from_sums(flat, 2, two, 1).status, STAT_BAD_INPUT);
	assert_int_equal(anova_from_sums(flat, 2, exact_from_int64(12), 0).status, STAT_BAD_INPUT);
}

/* Adding a constant to all values moves means and leaves everything else, bit for bit. */
static void shifting_moves_only_means(void **state)
{
	struct sums plain = { 0, { { 0 } }, { { 0 } } };
	struct sums moved = { 0, { { 0 } }, { { 0 } } };
	struct moments a;
	struct moments b;

	(void)state;
	for (int64_t i = 0; i < 50; i++) {
		add_value(&plain, exact_from_int64(i * i % 17));
		add_value(&moved, exact_from_int64(i * i % 17 + 1000000000000));
	}
	a = moments_from_sums(plain.n, plain.sum, plain.squares, 10);
	b = moments_from_sums(moved.n, moved.sum, moved.squares, 10);
	assert_close(b.variance, a.variance, 0);
	assert_close(b.mean, a.mean + 100000000000, 1e-15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nist_stored_sets),
		cmocka_unit_test(nist_numerical_accuracy_sets),
		cmocka_unit_test(nist_analysis_of_variance_sets),
		cmocka_unit_test(pairs_agree_with_r),
		cmocka_unit_test(anova_agrees_with_r),
		cmocka_unit_test(icc_of_worked_examples),
		cmocka_unit_test(moments_refuse),
		cmocka_unit_test(anova_refuses),
		cmocka_unit_test(shifting_moves_only_means),
	};

	stat_begin();
	return cmocka_run_group_tests_name("moments", tests, NULL, NULL);
}
