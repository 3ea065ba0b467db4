/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step-down max-T: the signs of clusters flipped for all tests of a family at once. */
#include <math.h>

#include "stat/resample.h"

/* The size of CR1's t: variance times G / (G - 1), so that tests with more and with fewer clusters can
 * be set side by side. A draw that leaves no variance counts as extreme. */
static double statistic(const struct flips *flips, struct flipped flipped)
{
	double g = (double)flips->present;

	if (flipped.variance <= 0)
		return (double)INFINITY;
	return flipped.size / sqrt(flipped.variance * g / (g - 1));
}

static void prepare(struct family_test *test, size_t clusters, const double *plus)
{
	struct flipped observed;

	test->p_value = test->p_adjusted = test->attainable = (double)NAN;
	test->alone = test->together = 0;
	test->flips = (struct flips){ .weight = test->weight,
		.cells = test->cell_count,
		.studentised = true,
		.rows = test->work,
		.clusters = clusters };
	test->status = flips_prepare(&test->flips, test->parts, test->part_count, test->scale);
	if (test->status != STAT_OK)
		return;
	observed = flips_turn(&test->flips, plus);
	if (flipped_constant(observed))
		test->status = STAT_ZERO_VAR;
	else
		test->observed = statistic(&test->flips, observed);
}

/* Puts the tests that can be made in order, the largest statistic first; how many. */
static size_t arrange(const struct family_test *tests, size_t count, size_t *order)
{
	size_t tested = 0, i, j;

	for (i = 0; i < count; i++) {
		if (tests[i].status != STAT_OK)
			continue;
		for (j = tested++; j > 0 && tests[order[j - 1]].observed < tests[i].observed; j--)
			order[j] = order[j - 1];
		order[j] = i;
	}
	return tested;
}

/* One draw: each test beside the largest statistic of its own and all that come behind it. */
static void count_draw(
	struct family_test *tests, const size_t *order, size_t tested, const double *sign)
{
	const double nearly = 1 - 1e-9;
	double largest = 0;
	size_t i;

	for (i = tested; i > 0; i--) {
		struct family_test *test = &tests[order[i - 1]];
		double now = statistic(&test->flips, flips_turn(&test->flips, sign));

		largest = fmax(largest, now);
		test->alone += now >= test->observed * nearly;
		test->together += largest >= test->observed * nearly;
	}
}

static double share(const struct tested_family *family, int64_t count)
{
	return family->enumerated ? (double)count / (double)family->draws
				  : (1 + (double)count) / (1 + (double)family->draws);
}

static void finish(
	struct family_test *tests, const size_t *order, const struct tested_family *family)
{
	double before = 0;
	size_t i;

	for (i = 0; i < family->tested; i++) {
		struct family_test *test = &tests[order[i]];

		test->p_value = share(family, test->alone);
		test->attainable = flips_attainable(&test->flips);
		if (!family->enumerated)
			test->attainable = fmax(test->attainable, share(family, 0));
		before = fmax(before, share(family, test->together));
		test->p_adjusted = before;
	}
}

struct tested_family resample_family(struct family_test *tests, size_t count,
	struct random_stream *streams, size_t clusters, int64_t draws, double alpha, double *signs,
	size_t *order)
{
	struct tested_family family = { .enumerated = clusters <= FLIP_CLUSTERS };
	size_t g, i;
	int64_t draw;

	for (g = 0; g < clusters; g++)
		signs[g] = 1;
	for (i = 0; i < count; i++)
		prepare(&tests[i], clusters, signs);
	family.tested = arrange(tests, count, order);
	family.draws = family.enumerated ? (int64_t)1 << clusters : draws;
	if ((double)(family.enumerated ? family.draws / 2 : draws) * alpha < (double)family.tested)
		family.status = STAT_FEW_WAYS;
	for (i = 0; i < family.tested && family.status != STAT_OK; i++)
		tests[order[i]].status = family.status;
	if (family.status != STAT_OK || family.tested == 0)
		return family;
	for (draw = 0; draw < family.draws; draw++) {
		for (g = 0; g < clusters; g++)
			signs[g] = (family.enumerated ? draw >> g
						      : (int64_t)(random_bits(&streams[g]) >> 63)) &
					1
				? -1
				: 1;
		count_draw(tests, order, family.tested, signs);
	}
	finish(tests, order, &family);
	return family;
}
