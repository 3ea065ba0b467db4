/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alkire and Foster's measures against worked examples with reference values. */
#include "close.h"

#include "stat/counting.h"

/* H, A and M0 from the weights that counting_censored() leaves: who is held back, and that weights add
 * up to the published measures, is what these tests hold the product to. That the tables sum up so,
 * with limits, is held against R in tests/pipeline/multidimensional.sh. */
struct measured {
	double headcount, intensity, adjusted;
};

static struct measured measure(const int64_t *lacking, const double *person_weights, size_t people,
	int64_t total, int64_t k)
{
	double held_back = 0, lack = 0, everybody = 0;

	for (size_t i = 0; i < people; i++) {
		int64_t censored = counting_censored(lacking[i], k);

		everybody += person_weights[i];
		held_back += censored > 0 ? person_weights[i] : 0;
		lack += person_weights[i] * (double)censored / (double)total;
	}
	return (struct measured){ held_back / everybody, lack / held_back, lack / everybody };
}

/* Weights .4 .2 .2 .2 as 2 1 1 1; people 0000, 1000, 1100, 1110, 0111 with weights 1 2 1 1 1; k .4. */
enum { MEMBERS = 4, PEOPLE = 5, TOTAL = 5 };
static const int64_t weights[MEMBERS] = { 2, 1, 1, 1 };
static const double persons[PEOPLE] = { 1, 2, 1, 1, 1 };
static const int64_t lacks[PEOPLE][MEMBERS] = { { 0, 0, 0, 0 }, { 1, 0, 0, 0 }, { 1, 1, 0, 0 },
	{ 1, 1, 1, 0 }, { 0, 1, 1, 1 } };

static void sum_up(int64_t *lacking)
{
	for (size_t i = 0; i < PEOPLE; i++) {
		lacking[i] = 0;
		for (size_t j = 0; j < MEMBERS; j++)
			lacking[i] += weights[j] * lacks[i][j];
	}
}

static void who_lacks_k_or_more_is_held_back(void **state)
{
	int64_t lacking[PEOPLE];
	struct measured found;

	(void)state;
	sum_up(lacking);
	found = measure(lacking, persons, PEOPLE, TOTAL, 2);
	assert_close(found.headcount, .833333333333333, 1e-14);
	assert_close(found.intensity, .56, 1e-14);
	assert_close(found.adjusted, .466666666666667, 1e-14);
	/* more than k would leave out those at k itself, as fractions that do not add up might */
	assert_close(measure(lacking, persons, PEOPLE, TOTAL, 3).headcount, .5, 0);
	assert_int_equal(counting_censored(2, 2), 2);
	assert_int_equal(counting_censored(1, 2), 0);
}

static void parts_add_up(void **state)
{
	static const double want[MEMBERS] = { .571428571428571, .214285714285714, .142857142857143,
		.0714285714285714 };
	double headcounts[MEMBERS] = { 0 }, sum = 0;
	int64_t lacking[PEOPLE];

	(void)state;
	sum_up(lacking);
	for (size_t i = 0; i < PEOPLE; i++)
		for (size_t j = 0; j < MEMBERS; j++)
			if (counting_censored(lacking[i], 2) > 0)
				headcounts[j] += persons[i] * (double)lacks[i][j] / 6;
	counting_contributions(headcounts, weights, MEMBERS, headcounts);
	for (size_t j = 0; j < MEMBERS; j++) {
		assert_close(headcounts[j], want[j], 1e-14);
		sum += headcounts[j];
	}
	assert_close(sum, 1, 1e-15);
}

static void nobody_held_back_has_no_parts(void **state)
{
	double none[2] = { 0, 0 }, unknown[2] = { .5, NAN }, parts[2];

	(void)state;
	counting_contributions(none, weights, 2, parts);
	assert_true(isnan(parts[0]) && isnan(parts[1]));
	counting_contributions(unknown, weights, 2, parts);
	assert_true(isnan(parts[0]) && isnan(parts[1]));
}

/* The mean of what people have is 100 (1 - M0) = 100 (He + Hn Ae), the empowerment score of pro-WEAI:
 * women who have .83 .67 .50 .75 .92 .58 .67 .42 of the weight, empowered from .75 on, in hundredths
 * (more than 25 lacking: k is 26), and in the twelfths that these are, 3 of 12 at most (k is 4). */
static void means_are_empowerment_scores(void **state)
{
	static const int64_t hundredths[] = { 17, 33, 50, 25, 8, 42, 33, 58 };
	static const int64_t twelfths[] = { 2, 4, 6, 3, 1, 5, 4, 7 };
	static const double alike[] = { 1, 1, 1, 1, 1, 1, 1, 1 };
	struct measured found = measure(hundredths, alike, 8, 100, 26);
	double mean = 0;

	(void)state;
	assert_close(found.headcount, .625, 0);
	assert_close(1 - found.intensity, .568, 1e-14);
	for (size_t i = 0; i < 8; i++)
		mean += counting_achievement(hundredths[i], 100, 26) / 8;
	assert_close(mean, 73, 1e-14);
	assert_close(1 - found.adjusted, .73, 1e-14);
	found = measure(twelfths, alike, 8, 12, 4);
	assert_close(found.headcount, .625, 0);
	assert_close(1 - found.intensity, 34. / 60, 1e-14);
	assert_close(counting_achievement(3, 12, 4), 100, 0);
	assert_close(counting_achievement(4, 12, 4), 100 * 8. / 12, 1e-15);
	assert_close(counting_achievement(12, 12, 4), 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_lacks_k_or_more_is_held_back),
		cmocka_unit_test(parts_add_up),
		cmocka_unit_test(nobody_held_back_has_no_parts),
		cmocka_unit_test(means_are_empowerment_scores),
	};

	return cmocka_run_group_tests_name("counting", tests, NULL, NULL);
}
