/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of each person's own ranks, and the tests that follow from them. */
#include "stat/repeated.h"

#include <math.h>

#include "stat/distribution.h"

void repeated_add(struct repeated *ranks, const int64_t *values)
{
	ranks->people++;
	for (size_t r = 0; r < ranks->rounds; r++) {
		int64_t centred = 0; /* rounds below less rounds above: 2 rank - (R + 1) */

		for (size_t s = 0; s < ranks->rounds; s++)
			centred += (values[s] < values[r]) - (values[s] > values[r]);
		ranks->sum[r] += centred;
		ranks->squares += centred * centred;
	}
}

static void set_page(struct repeated_tests *tests, const struct repeated *ranks)
{
	double rounds = (double)ranks->rounds;
	double spread = rounds * (rounds * rounds - 1) / 12;
	double lean = 0;

	for (size_t r = 0; r < ranks->rounds; r++)
		lean += ((double)r - (rounds - 1) / 2) * (double)ranks->sum[r];
	tests->page_l = lean / 2 + (double)ranks->people * rounds * (rounds + 1) * (rounds + 1) / 4;
	tests->page_z = lean / sqrt(spread * (double)ranks->squares / (rounds - 1));
	tests->page_p = normal_p_value(tests->page_z);
}

struct repeated_tests repeated_tests(const struct repeated *ranks)
{
	const double nan = (double)NAN;
	struct repeated_tests tests = { nan, nan, nan, nan, nan, nan, nan, STAT_OK };
	double squares = 0;

	if (ranks->rounds < 2 || ranks->rounds > REPEATED_MAX_ROUNDS)
		tests.status = STAT_BAD_INPUT;
	else if (ranks->people < 2)
		tests.status = STAT_TOO_FEW;
	else if (ranks->squares == 0)
		tests.status = STAT_ALL_TIES;
	if (tests.status != STAT_OK)
		return tests;
	for (size_t r = 0; r < ranks->rounds; r++)
		squares += (double)ranks->sum[r] * (double)ranks->sum[r];
	tests.df = (double)ranks->rounds - 1;
	tests.chi2 = tests.df * squares / (double)ranks->squares;
	tests.p_value = chi2_p_value(tests.chi2, tests.df);
	tests.kendall_w = tests.chi2 / ((double)ranks->people * tests.df);
	set_page(&tests, ranks);
	return tests;
}
