/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked example of an index, G2 of methods 9: standardised members, weights, alpha, scores. */
#include "close.h"

#include <math.h>
#include <stddef.h>

#include "stat/distribution.h"
#include "stat/index_weights.h"
#include "stat/reliability.h"

enum { PEOPLE = 12, REFERENCE = 6, COMPLETE = 10, ITEMS = 4 };

/* Six people of the comparison arm, six of the programme; 0: no answer. */
static const double answers[ITEMS][PEOPLE] = { { 2, 3, 3, 4, 2, 5, 3, 4, 4, 5, 3, 5 },
	{ 1, 2, 2, 4, 3, 4, 2, 4, 3, 5, 4, 0 }, { 3, 3, 2, 5, 2, 4, 4, 3, 0, 5, 3, 0 },
	{ 1, 1, 2, 3, 2, 3, 3, 2, 2, 4, 2, 0 } };

static double mean_of(const double *y, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += y[i];
	return sum / (double)n;
}

static double product(const double *x, const double *y, size_t n)
{
	double mean_x = mean_of(x, n), mean_y = mean_of(y, n), sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += (x[i] - mean_x) * (y[i] - mean_y);
	return sum / (double)(n - 1);
}

static double z_of(size_t item, size_t person)
{
	return (answers[item][person] - mean_of(answers[item], REFERENCE)) /
		sqrt(product(answers[item], answers[item], REFERENCE));
}

/* The mean of the answered members' z-scores, each by its weight. */
static double score(size_t person, const double *weights)
{
	double sum = 0, weight = 0;

	for (size_t item = 0; item < ITEMS; item++) {
		if (answers[item][person] == 0)
			continue;
		sum += weights[item] * z_of(item, person);
		weight += weights[item];
	}
	return sum / weight;
}

static void z_averages(void **state)
{
	static const double alike[ITEMS] = { 1, 1, 1, 1 };

	(void)state;
	assert_close(score(0, alike), -.908692648045562, 1e-9);
	assert_close(score(8, alike), .329357792307281, 1e-9);
	assert_close(score(11, alike), 1.56823135840855, 1e-9);
}

static void weights_and_standardised_scores(void **state)
{
	static const double want[ITEMS] = { .157226950521884, .121872211321424, .415580671859785,
		.305320166296907 };
	double covariance[ITEMS * ITEMS], weights[ITEMS], scores[REFERENCE], mean, sd;

	(void)state;
	for (size_t i = 0; i < ITEMS; i++)
		for (size_t j = 0; j < ITEMS; j++)
			covariance[i * ITEMS + j] = product(answers[i], answers[j], REFERENCE) /
				sqrt(product(answers[i], answers[i], REFERENCE) *
					product(answers[j], answers[j], REFERENCE));
	assert_int_equal(index_weights(covariance, ITEMS, weights).status, STAT_OK);
	for (size_t i = 0; i < ITEMS; i++)
		assert_close(weights[i], want[i], 1e-9);
	for (size_t i = 0; i < REFERENCE; i++)
		scores[i] = score(i, weights);
	mean = mean_of(scores, REFERENCE);
	sd = sqrt(product(scores, scores, REFERENCE));
	assert_close((score(0, weights) - mean) / sd, -.822965998817281, 1e-9);
	assert_close((score(9, weights) - mean) / sd, 2.06051873863141, 1e-9);
}

/* Of the ten who answered everything. */
static void alpha(void **state)
{
	static const double dropped[ITEMS] = { .837301587301587, .888575458392102, .886029411764706,
		.854041013268999 };
	double complete[ITEMS][COMPLETE], covariance[ITEMS * ITEMS];
	struct reliability got;

	(void)state;
	for (size_t item = 0; item < ITEMS; item++)
		for (size_t i = 0, n = 0; i < PEOPLE; i++)
			if (i != 8 && i != 11)
				complete[item][n++] = answers[item][i];
	for (size_t i = 0; i < ITEMS; i++)
		for (size_t j = 0; j < ITEMS; j++)
			covariance[i * ITEMS + j] = product(complete[i], complete[j], COMPLETE);
	got = reliability_alpha(covariance, ITEMS, COMPLETE, .95);
	assert_int_equal(got.status, STAT_OK);
	assert_close(got.alpha, .896207584830339, 1e-9);
	assert_close(got.conf_low, .726937144566894, 1e-9);
	assert_close(got.conf_high, .971043716836529, 1e-9);
	for (size_t i = 0; i < ITEMS; i++)
		assert_close(reliability_without(covariance, ITEMS, i), dropped[i], 1e-9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(z_averages),
		cmocka_unit_test(weights_and_standardised_scores),
		cmocka_unit_test(alpha),
	};

	stat_begin();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
