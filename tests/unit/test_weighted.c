/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted moments, design effects and quantiles: R's survey package, methods G5, refusals. */
#include "frozen.h"

#include "stat/distribution.h"
#include "stat/moments.h"
#include "stat/weighted.h"

enum { PEOPLE = 64 };

struct sample {
	struct weighted_sums sums;
	struct value_weight values[PEOPLE]; /* distinct, ascending */
	size_t distinct;
};

static void add_product(struct exact *sum, int64_t a, int64_t b, int64_t c)
{
	struct exact product = exact_from_int64(a * b * c);

	assert_int_equal(exact_add(*sum, product, sum), STAT_OK);
}

static void add_value(struct sample *sample, int64_t y, int64_t w)
{
	size_t i = sample->distinct;

	for (; i > 0 && sample->values[i - 1].value >= y; i--)
		;
	if (i == sample->distinct || sample->values[i].value != y) {
		assert_true(sample->distinct < PEOPLE);
		memmove(sample->values + i + 1, sample->values + i,
			(sample->distinct - i) * sizeof *sample->values);
		sample->values[i] = (struct value_weight){ y, { { 0 } } };
		sample->distinct++;
	}
	add_product(&sample->values[i].weight, w, 1, 1);
}

static void add_person(struct sample *sample, int64_t y, int64_t w)
{
	sample->sums.n++;
	add_product(&sample->sums.sum_w, w, 1, 1);
	add_product(&sample->sums.sum_wy, w, y, 1);
	add_product(&sample->sums.sum_wy2, w, y, y);
	add_product(&sample->sums.sum_w2, w, w, 1);
	add_value(sample, y, w);
}

/* "value:weight value:weight ..." */
static struct sample read_people(const char *text)
{
	struct sample sample = { .distinct = 0 };

	while (*text) {
		char *end;
		int64_t y = strtoll(text, &end, 10);

		add_person(&sample, y, strtoll(end + 1, &end, 10));
		text = end + (*end == ' ');
	}
	return sample;
}

static double quantile(const struct sample *sample, int64_t numerator, int64_t denominator)
{
	return weighted_quantile(sample->values, sample->distinct, 1, numerator, denominator);
}

static void agrees_with_survey(void **state)
{
	static const int64_t twentieths[] = { 5, 10, 18 };
	struct frozen table = frozen_open("weighted.csv");
	int cases = 0;

	(void)state;
	for (; frozen_next(&table); cases++) {
		struct sample sample = read_people(table.field[0]);
		struct weighted_moments got = weighted_moments_from_sums(&sample.sums, 1);

		assert_int_equal(got.status, STAT_OK);
		assert_close(got.mean, frozen_double(&table, 1), 1e-12);
		assert_close(got.variance, frozen_double(&table, 2), 1e-12);
		assert_close(got.std_dev * got.std_dev, frozen_double(&table, 2), 1e-12);
		assert_close(got.kish, frozen_double(&table, 3), 1e-12);
		assert_close(got.effective_n * got.kish, got.n, 1e-12);
		assert_close(design_effect(frozen_double(&table, 4), got.variance, got.n),
			frozen_double(&table, 5), 1e-12);
		for (size_t i = 0; i < 3; i++)
			if (!isnan(frozen_double(&table, 6 + i)))
				assert_close(quantile(&sample, twentieths[i], 20),
					frozen_double(&table, 6 + i), 0);
	}
	fclose(table.file);
	assert_int_equal(cases, 16);
}

/* Methods G5: ten incomes with weights (in halves here). */
static void incomes(void **state)
{
	struct sample sample =
		read_people("120:4 150:2 150:2 200:6 220:2 300:2 340:4 500:2 900:2 2500:1");
	struct weighted_moments got = weighted_moments_from_sums(&sample.sums, 1);
	struct weighted_moments cents = weighted_moments_from_sums(&sample.sums, 100);

	(void)state;
	assert_close(got.mean, 369.62962962963, 1e-12);
	assert_close(got.variance, 239008.078036885, 1e-12);
	assert_close(cents.mean, 3.6962962962963, 1e-12);
	assert_close(cents.variance, 23.9008078036885, 1e-12);
	assert_close(quantile(&sample, 1, 4), 150, 0);
	assert_close(quantile(&sample, 1, 2), 200, 0);
	assert_close(quantile(&sample, 3, 4), 340, 0);
	assert_close(quantile(&sample, 0, 1), 120, 0);
	assert_close(quantile(&sample, 1, 1), 2500, 0);
	assert_close(weighted_quantile(sample.values, sample.distinct, 100, 1, 2), 2, 0);
}

/* Weights of 1 are no weights, and weights times a constant change nothing. */
static void equal_weights(void **state)
{
	struct sample ones = read_people("3:1 5:1 5:1 9:1 -2:1");
	struct sample sevens = read_people("3:7 5:7 5:7 9:7 -2:7");
	struct moments plain = moments_from_sums(5, ones.sums.sum_wy, ones.sums.sum_wy2, 1);
	struct weighted_moments a = weighted_moments_from_sums(&ones.sums, 1);
	struct weighted_moments b = weighted_moments_from_sums(&sevens.sums, 1);

	(void)state;
	assert_close(a.mean, plain.mean, 0);
	assert_close(b.mean, plain.mean, 0);
	assert_close(a.variance, plain.variance, 1e-15);
	assert_close(b.variance, plain.variance, 1e-15);
	assert_close(a.kish, 1, 0);
	assert_close(b.kish, 1, 0);
}

/* The first value alone holds the share that is asked for. */
static void quantile_within_the_first_value(void **state)
{
	struct sample sample = read_people("16:6 156:2");

	(void)state;
	assert_close(quantile(&sample, 1, 4), 16, 0);
	assert_close(quantile(&sample, 3, 4), 16, 0);
	assert_close(quantile(&sample, 4, 5), 156, 0);
}

static void refusals(void **state)
{
	const struct exact huge = { { 0, 0, 0, (uint64_t)1 << 62 } };
	struct sample one = read_people("4:3");
	struct sample two = read_people("4:3 5:1");
	struct sample none = { .distinct = 0 };
	struct weighted_moments got = weighted_moments_from_sums(&one.sums, 1);

	(void)state;
	assert_int_equal(got.status, STAT_TOO_FEW);
	assert_close(got.mean, 4, 0);
	assert_close(got.kish, 1, 0);
	assert_true(isnan(got.variance));
	got = weighted_moments_from_sums(&none.sums, 1);
	assert_int_equal(got.status, STAT_TOO_FEW);
	assert_true(isnan(got.mean));
	assert_int_equal(weighted_moments_from_sums(&two.sums, 0).status, STAT_BAD_INPUT);
	none.sums.n = 2;
	assert_int_equal(weighted_moments_from_sums(&none.sums, 1).status, STAT_BAD_INPUT);
	none.sums.n = -1;
	assert_int_equal(weighted_moments_from_sums(&none.sums, 1).status, STAT_BAD_INPUT);
	two.sums.sum_wy2 = exact_from_int64(0);
	assert_int_equal(weighted_moments_from_sums(&two.sums, 1).status, STAT_BAD_INPUT);
	two.sums.sum_wy2 = huge;
	assert_int_equal(weighted_moments_from_sums(&two.sums, 1).status, STAT_OVERFLOW);
	two.sums.sum_w2 = huge;
	assert_int_equal(weighted_moments_from_sums(&two.sums, 1).status, STAT_OVERFLOW);
	two.sums.sum_w = huge;
	assert_int_equal(weighted_moments_from_sums(&two.sums, 100).status, STAT_OVERFLOW);
	assert_true(isnan(design_effect(1, 0, 5)) && isnan(design_effect(1, 2, 0)));
	assert_true(isnan(quantile(&none, 1, 2)));
	assert_true(isnan(quantile(&two, 3, 2)) && isnan(quantile(&two, -1, 2)));
	assert_true(isnan(quantile(&two, 0, 0)) && isnan(quantile(&two, 1, 1000001)));
	two.values[1].weight = exact_from_int64(0);
	assert_true(isnan(quantile(&two, 1, 2)));
	two.values[1].weight = huge;
	assert_true(isnan(quantile(&two, 5, 7)));
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
		cmocka_unit_test(incomes),
		cmocka_unit_test(equal_weights),
		cmocka_unit_test(quantile_within_the_first_value),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
