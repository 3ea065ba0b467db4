/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sign test and Wilcoxon's signed rank test from counted differences. */
#include "stat/rank.h"

#include <math.h>
#include <stdbool.h>

#include "stat/distribution.h"

enum { DOUBLED_RANKS = SIGNED_RANK_EXACT_MAX * (SIGNED_RANK_EXACT_MAX + 1) };

struct sign_test rank_sign_test(const struct value_count *differences, size_t size)
{
	const double nan = (double)NAN;
	struct sign_test result = { 0, 0, 0, nan, nan, STAT_BAD_INPUT };
	struct counts_summary summary;
	int64_t fewer;

	if (!counts_are_sound(differences, size))
		return result;
	summary = counts_summarise(differences, size, 1);
	result.above = summary.above_zero;
	result.below = summary.below_zero;
	result.equal = summary.zero;
	result.status = STAT_TOO_FEW;
	if (summary.n == 0)
		return result;
	fewer = result.above < result.below ? result.above : result.below;
	result.share_net = (double)(result.above - result.below) / (double)summary.n;
	result.p_value = fmin(1, 2 * binomial_half_below(fewer, result.above + result.below));
	result.status = result.above + result.below == 0 ? STAT_NO_CHANGE : STAT_OK;
	return result;
}

/* Distinct absolute differences are met in ascending order by walking outwards from zero. */
struct walk {
	const struct value_count *differences;
	size_t size;
	size_t next_above;
	size_t below; /* how many negative values are left */
};

struct tied {
	int64_t above;
	int64_t below;
};

static uint64_t distance(int64_t value)
{
	return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

static bool next_tied(struct walk *walk, struct tied *tied)
{
	const struct value_count *counts = walk->differences;
	bool above = walk->next_above < walk->size;
	bool below = walk->below > 0;
	uint64_t high = above ? distance(counts[walk->next_above].value) : 0;
	uint64_t low = below ? distance(counts[walk->below - 1].value) : 0;

	*tied = (struct tied){ 0, 0 };
	if (above && (!below || high <= low))
		tied->above = counts[walk->next_above++].count;
	if (below && (!above || low <= high))
		tied->below = counts[--walk->below].count;
	return above || below;
}

static struct walk start(const struct value_count *differences, size_t size)
{
	struct walk walk = { differences, size, 0, 0 };

	while (walk.below < size && differences[walk.below].value < 0)
		walk.below++;
	walk.next_above = walk.below;
	if (walk.next_above < size && differences[walk.next_above].value == 0)
		walk.next_above++;
	return walk;
}

/* P(|W+ - E| >= |w - E|), all 2^n sign patterns counted; the distribution is symmetric. */
static double exact_p(struct walk walk, int64_t people, int64_t doubled_plus)
{
	uint64_t patterns[DOUBLED_RANKS + 1] = { 1 };
	int64_t top = people * (people + 1);
	int64_t far = doubled_plus < top - doubled_plus ? doubled_plus : top - doubled_plus;
	int64_t ranked = 0;
	int64_t reached = 0;
	uint64_t sum = 0;
	struct tied tied;

	while (next_tied(&walk, &tied)) {
		int64_t count = tied.above + tied.below;
		int64_t rank = 2 * ranked + count + 1;

		ranked += count;
		for (; count > 0; count--) {
			reached += rank;
			for (int64_t w = reached; w >= rank; w--)
				patterns[w] += patterns[w - rank];
		}
	}
	for (int64_t w = 0; w <= far; w++)
		sum += patterns[w];
	return fmin(1, ldexp((double)sum, 1 - (int)people));
}

static double two_sided(double distance_from_middle, double correction, double variance)
{
	return normal_p_value(fmax(0, fabs(distance_from_middle) - correction) / sqrt(variance));
}

/* Fills everything for n >= 1 nonzero differences. */
static void rank_differences(
	const struct value_count *differences, size_t size, struct signed_rank *result)
{
	struct walk walk = start(differences, size);
	double n = (double)result->nonzero;
	double middle = n * (n + 1) / 4;
	double variance = n * (n + 1) * (2 * n + 1) / 24;
	int64_t ranked = 0;
	int64_t doubled_plus = 0;
	struct tied tied;

	while (next_tied(&walk, &tied)) {
		int64_t count = tied.above + tied.below;
		double t = (double)count;

		doubled_plus += tied.above * (2 * ranked + count + 1);
		variance -= (t * t - 1) * t / 48;
		ranked += count;
	}
	result->w_plus = (double)doubled_plus / 2;
	result->w_minus = 2 * middle - result->w_plus;
	result->biserial = (result->w_plus - middle) / middle;
	result->p_normal = two_sided(result->w_plus - middle, 0, variance);
	result->p_corrected = two_sided(result->w_plus - middle, 0.5, variance);
	if (ranked <= SIGNED_RANK_EXACT_MAX)
		result->p_exact = exact_p(start(differences, size), ranked, doubled_plus);
}

struct signed_rank rank_signed(const struct value_count *differences, size_t size)
{
	const double nan = (double)NAN;
	struct signed_rank result = { nan, nan, 0, 0, nan, nan, nan, nan, STAT_BAD_INPUT };
	struct sign_test signs = rank_sign_test(differences, size);

	if (signs.status == STAT_BAD_INPUT)
		return result;
	result.nonzero = signs.above + signs.below;
	result.zero = signs.equal;
	result.status = signs.status == STAT_NO_CHANGE ? STAT_ALL_TIES : signs.status;
	if (result.nonzero > INT32_MAX)
		result.status = STAT_OVERFLOW;
	if (result.status == STAT_OK)
		rank_differences(differences, size, &result);
	return result;
}
