/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holm, Benjamini-Hochberg and Bonferroni against R's p.adjust and worked examples. */
#include "values.h"

#include "stat/adjust.h"

static void assert_all_close(const double *got, const double *want, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_close(got[i], want[i], 1e-12);
}

/* adjust.csv: unsorted p-values, NA among them */
static void agrees_with_r(void **state)
{
	struct frozen table = frozen_open("adjust.csv");

	(void)state;
	while (frozen_next(&table)) {
		struct adjust_rank rank[512];
		double p[512];
		double want[512];
		double got[512];
		size_t count = parse_numbers(table.field[0], p);

		parse_numbers(table.field[1], want);
		adjust_holm(p, count, got, rank);
		assert_all_close(got, want, count);
		parse_numbers(table.field[2], want);
		adjust_bh(p, count, got, rank);
		assert_all_close(got, want, count);
		parse_numbers(table.field[3], want);
		adjust_bonferroni(p, count, got);
		assert_all_close(got, want, count);
	}
	fclose(table.file);
}

/* Methods G1. */
static void worked_examples(void **state)
{
	static const struct {
		const char *p;
		const char *bh;
		const char *holm;
	} rows[] = {
		{ ".001 .008 .039 .041 .042 .060 .074 .205 .212 .216",
			".01 .04 .084 .084 .084 .1 .105714285714286 .216 .216 .216",
			".01 .072 .312 .312 .312 .312 .312 .615 .615 .615" },
		{ ".004 .012 .020 .049 .13 .6", ".024 .036 .04 .0735 .156 .6",
			".024 .06 .08 .147 .26 .6" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct adjust_rank rank[512];
		double p[512];
		double want[512];
		double got[512];
		size_t count = parse_numbers(rows[i].p, p);

		parse_numbers(rows[i].bh, want);
		assert_int_equal(adjust_bh(p, count, got, rank), count);
		assert_all_close(got, want, count);
		parse_numbers(rows[i].holm, want);
		assert_int_equal(adjust_holm(p, count, got, rank), count);
		assert_all_close(got, want, count);
	}
}

/* A refused test is not counted and stays without a value; the result may overwrite the input. */
static void refused_tests_do_not_count(void **state)
{
	struct adjust_rank rank[4];
	double p[] = { NAN, .04, NAN, .01 };
	double none[] = { NAN };

	(void)state;
	assert_int_equal(adjust_holm(p, 4, p, rank), 2);
	assert_close(p[1], .04, 0);
	assert_close(p[3], .02, 0);
	assert_true(isnan(p[0]) && isnan(p[2]));
	assert_int_equal(adjust_bh(none, 1, none, rank), 0);
	assert_int_equal(adjust_bonferroni(none, 1, none), 0);
	assert_true(isnan(none[0]));
	assert_int_equal(adjust_holm(NULL, 0, NULL, NULL), 0);
}

/* Benjamini and Yekutieli 2005: 3 of 10 picked at q = .05 get intervals at 1 - 3 * .05 / 10. */
static void levels(void **state)
{
	(void)state;
	assert_close(adjust_fcr_level(.95, 3, 10), .985, 1e-15);
	assert_close(adjust_fcr_level(.95, 10, 10), .95, 1e-15);
	assert_true(isnan(adjust_fcr_level(.95, 0, 10)) && isnan(adjust_fcr_level(.95, 11, 10)));
	assert_true(isnan(adjust_fcr_level(1, 1, 10)));
	assert_close(adjust_bonferroni_level(.95, 5), .99, 1e-15);
	assert_true(isnan(adjust_bonferroni_level(.95, 0)) && isnan(adjust_bonferroni_level(0, 1)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_r),
		cmocka_unit_test(worked_examples),
		cmocka_unit_test(refused_tests_do_not_count),
		cmocka_unit_test(levels),
	};

	return cmocka_run_group_tests_name("adjust", tests, NULL, NULL);
}
